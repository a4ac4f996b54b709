// One run whose epochs are measured beside the training, on a further core, against the same run alone: in the built
// page, as a visitor has it. A browser that says that it has one core gets no further worker.

import { launchBrowser } from "../e2e/browser.js";
import { withoutRealData } from "../e2e/data.js";
import { startServer } from "../e2e/server.js";
import { readyPage } from "./built_page.js";
import { median } from "./table.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{alone: number, beside: number, ratio: number}} Beside ms for an epoch with its evaluations */

const [FIRST, LAST] = [80, 160]; // the epochs in between are timed: the further worker has come by then

/**
 * In turns, so that a slow spell of the machine hits both.
 * @param {number} rounds
 * @returns {Promise<Beside | null>} null without real data
 */
export async function timeBeside(rounds) {
  if (withoutRealData) return null;
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const alone = await pageWithCores(browser, server.origin, 1);
    const beside = await pageWithCores(browser, server.origin, 2);
    /** @type {{alone: number[], beside: number[]}} */
    const times = { alone: [], beside: [] };
    for (let i = 0; i < rounds; i++) {
      times.alone.push(await timeRun(alone));
      times.beside.push(await timeRun(beside));
    }
    const ratios = times.alone.map((time, i) => time / (times.beside[i] ?? NaN));
    return { alone: median(times.alone), beside: median(times.beside), ratio: median(ratios) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * The page on a machine that reports this many cores.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {number} cores
 */
function pageWithCores(browser, address, cores) {
  return readyPage(browser, address, LAST, (page) =>
    page.addInitScript((cores) => {
      Object.defineProperty(navigator, "hardwareConcurrency", { get: () => cores });
    }, cores),
  );
}

/**
 * Milliseconds for an epoch with both evaluations, over the second half of a run.
 * @param {Page} page
 */
async function timeRun(page) {
  await page.bringToFront();
  return page.evaluate(
    async ([first = 0, last = 0]) => {
      const reached = async (/** @type {number} */ epoch) => {
        while ((onelayer.runs().at(-1)?.epoch ?? 0) < epoch) await new Promise((resolve) => setTimeout(resolve, 2));
        return performance.now();
      };
      await onelayer.reset();
      await onelayer.play();
      const from = await reached(first);
      return ((await reached(last)) - from) / (last - first);
    },
    [FIRST, LAST],
  );
}
