// Epochs as a visitor has them: in the built page, with its worker and its view.

import { launchBrowser } from "../e2e/browser.js";
import { startServer } from "../e2e/server.js";
import { readyPage } from "./built_page.js";
import { median, ratio } from "./table.js";

/** @typedef {import("playwright-core").Page} Page */

const EPOCHS = 10; // a round

/**
 * Milliseconds for an epoch of 10,000 images with the evaluation of train and validation, with the view drawing and
 * with the view taken away, one for each round, in turns.
 * @param {number} rounds
 */
export async function timeDrawing(rounds) {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const drawn = await readyPage(browser, server.origin, EPOCHS);
    const bare = await readyPage(browser, server.origin, EPOCHS);
    await bare.locator("#view").evaluate((view) => view.remove());

    /** @type {{drawn: number[], bare: number[]}} */
    const times = { drawn: [], bare: [] };
    await timeRound(bare); // compiles the hot code
    await timeRound(drawn);
    for (let i = 0; i < rounds; i++) {
      times.bare.push(await timeRound(bare));
      await drawn.bringToFront();
      times.drawn.push(await timeRound(drawn));
    }
    return { drawn: median(times.drawn), bare: median(times.bare), ratio: ratio(times.drawn, times.bare) };
  } finally {
    await browser.close();
    await server.stop();
  }
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
