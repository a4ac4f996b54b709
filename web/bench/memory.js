// The most memory that a page takes while it does something.

import { rendererMemory, residentMemory } from "./browsers.js";
import { grown } from "./four_runs.js";

const INTERVAL = 20; // ms between two looks

/**
 * Bytes at the most, beyond those before, of the process of the page and its workers.
 * @param {import("playwright-core").Browser} browser
 * @param {() => Promise<unknown>} act
 */
export async function peakMemory(browser, act) {
  const before = await rendererMemory(browser);
  let most = 0;
  let over = false;
  const acting = act().finally(() => (over = true));
  while (!over) {
    most = Math.max(most, grown(before, await residentMemory(browser)));
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  await acting;
  return most;
}
