// What five times the images cost: the page's worker with 10,000 and with 50,000 training images, in turns.

import { median, ratio } from "./table.js";

/** @typedef {import("./browsers.js").BenchPage} BenchPage */

/**
 * @typedef {{small: number, large: number, ratio: number}} Growth  ms an epoch, with the evaluation of the training
 * images
 */

const SMALL = 10_000;
const LARGE = 50_000;

/**
 * @param {BenchPage} page
 * @param {number} rounds
 * @returns {Promise<Growth>}
 */
export async function timeGrowth(page, rounds) {
  const small = await start(page, SMALL);
  const large = await start(page, LARGE);
  /** @type {{small: number[], large: number[]}} */
  const times = { small: [], large: [] };
  for (let i = 0; i < rounds; i++) {
    times.small.push(median([await small(), await small(), await small()]));
    times.large.push(await large());
  }
  await page.call("closeTrainer", `${SMALL}`);
  await page.call("closeTrainer", `${LARGE}`);
  return { small: median(times.small), large: median(times.large), ratio: ratio(times.large, times.small) };
}

/**
 * @param {BenchPage} page
 * @param {number} images
 */
async function start(page, images) {
  const name = `${images}`;
  await page.call("loadTrainer", name, images, 1);
  const epoch = async () => (await page.call("trainerEpoch", name)).milliseconds;
  await epoch(); // compiles the hot code
  return epoch;
}
