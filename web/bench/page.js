// Epochs as a visitor has them: in the built page, with its worker and its view.

import { launchBrowser } from "../e2e/browser.js";
import { realShards, withoutRealData } from "../e2e/data.js";
import { openPage } from "../e2e/page.js";
import { startServer } from "../e2e/server.js";

/** @typedef {import("playwright-core").Page} Page */

const EPOCHS = 10; // a round

/**
 * Milliseconds for an epoch of 10,000 images with the evaluation of train and validation, with the view drawing and
 * with the view taken away, one for each round, in turns.
 * @param {number} rounds
 */
export async function timePage(rounds) {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const drawn = await readyPage(browser, server.origin);
    const bare = await readyPage(browser, server.origin);
    await bare.locator("#view").evaluate((view) => view.remove());

    /** @type {Record<string, number[]>} */
    const times = { "with the view": [], "without the view": [] };
    await timeRound(bare); // compiles the hot code
    await timeRound(drawn);
    for (let i = 0; i < rounds; i++) {
      times["without the view"].push(await timeRound(bare));
      await drawn.bringToFront();
      times["with the view"].push(await timeRound(drawn));
    }
    return { data: withoutRealData ? "the sample, scaled to 10,000 images" : "genuine CIFAR-10", times };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * A page with the data loaded, set to the report's setting C.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 */
async function readyPage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await openPage(page, address);
  if (!withoutRealData) {
    await page.locator("#data-files").setInputFiles(realShards);
    await page.waitForFunction(() => onelayer.data().splits.train === 10_000);
  }
  await page.evaluate((epochs) => onelayer.set({ l2: 0.1, learningRate: 0.001, batchSize: 100, epochs }), EPOCHS);
  return page;
}

/**
 * One run of EPOCHS epochs, timed in the page.
 * @param {Page} page
 * @returns {Promise<number>} milliseconds for an epoch of 10,000 images
 */
async function timeRound(page) {
  return page.evaluate(async (epochs) => {
    const isFinished = () => onelayer.runs().at(-1)?.status === "finished";
    await onelayer.reset();
    const from = performance.now();
    await onelayer.play();
    while (!isFinished()) await new Promise((resolve) => setTimeout(resolve, 5));
    const perEpoch = (performance.now() - from) / epochs;
    return (perEpoch * 10_000) / onelayer.data().splits.train;
  }, EPOCHS);
}
