// How long the page's main thread is held up: while it opens, and while setting C trains on genuine data with its view
// drawing. What takes more than 50 ms the browser itself calls a long task.

import { launchBrowser } from "../e2e/browser.js";
import { withoutRealData } from "../e2e/data.js";
import { openPage } from "../e2e/page.js";
import { waitForView } from "../e2e/pixels.js";
import { startServer } from "../e2e/server.js";
import { openShards, setC } from "./built_page.js";

/** @typedef {{opening: number[], training: number[]}} LongTasks ms each */

const TRAINED = 10_000; // ms that are looked at

/** @returns {Promise<LongTasks | null>} null without real data */
export async function timeLongTasks() {
  if (withoutRealData) return null;
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(watch);
    await openPage(page, server.origin);
    await waitForView(page, { colours: 200 });
    const opening = await taken(page);

    await openShards(page);
    await setC(page, 10_000);
    await page.evaluate(() => onelayer.play());
    await page.waitForFunction(() => (onelayer.runs().at(-1)?.epoch ?? 0) >= 2);
    await taken(page); // those of loading
    await page.waitForTimeout(TRAINED);
    return { opening, training: await taken(page) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Runs before the page's own scripts. The frame of the view is in the page's process, so that its tasks come too. */
function watch() {
  if (window.parent !== window) return;
  /** @type {number[]} */
  const tasks = [];
  Object.assign(window, { longTasks: tasks });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
    buffered: true,
  });
}

/**
 * The long tasks since this was asked last.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<number[]>}
 */
async function taken(page) {
  return page.evaluate(() => /** @type {any} */ (window).longTasks.splice(0));
}
