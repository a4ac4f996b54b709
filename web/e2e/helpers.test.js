// A run that takes long has its epochs measured by a further worker while it trains on.

import assert from "node:assert/strict";

import { realShards, withoutRealData } from "./data.js";
import { origin, pageTest, withoutWebGL } from "./harness.js";
import { currentRun, currentWeights, openPage, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** Opens the report's shards on a machine with this many cores. @param {Page} page @param {number} cores */
async function openShards(page, cores) {
  await page.addInitScript(
    (value) => Object.defineProperty(navigator, "hardwareConcurrency", { value, configurable: true }),
    cores,
  );
  await openPage(page, origin());
  await page.locator("#data-files").setInputFiles(realShards);
  await page.waitForFunction(() => onelayer.data().splits.train === 10_000);
}

/** @param {Page} page @param {number} epochs */
const use = (page, epochs) =>
  page.evaluate((epochs) => onelayer.set({ l2: 0.1, learningRate: 0.001, shuffle: true, epochs }), epochs);

/** Waits for a worker of the crew. @param {Page} page */
async function helperOf(page) {
  for (;;) {
    const nameOf = (/** @type {import("playwright-core").Worker} */ worker) =>
      worker.evaluate(() => self.name).catch(() => ""); // it has ended meanwhile, as the loader does
    const names = await Promise.all(page.workers().map(nameOf));
    if (names.includes("crew")) return;
    await page.waitForEvent("worker", { timeout: 1000 }).catch(() => {}); // it may have come meanwhile
  }
}

pageTest(
  "a long run is helped by a second core, and is the same to the last bit as on one",
  async (page) => {
    await openShards(page, 2);
    await use(page, 2000);
    await page.evaluate(() => onelayer.play());
    await helperOf(page);
    const { epoch } = await currentRun(page);
    await page.waitForFunction((epoch) => (onelayer.runs().at(-1)?.epoch ?? 0) > epoch + 5, epoch);
    await page.evaluate(() => onelayer.pause());
    const paused = await currentRun(page);
    assert.equal(paused.history.at(-1)?.epoch, paused.epoch, "a paused run has all its points");
    await use(page, paused.epoch + 2);
    await page.evaluate(() => onelayer.play());
    await waitForStatus(page, "finished");
    const [helped, weights] = [await currentRun(page), await currentWeights(page)];

    await openShards(page, 1);
    await use(page, helped.epoch);
    await page.evaluate(() => onelayer.play());
    await waitForStatus(page, "finished");
    const alone = await currentRun(page);
    assert.deepEqual(alone.history, helped.history);
    assert.deepEqual(alone.test, helped.test);
    assert.deepEqual(await currentWeights(page), weights);
  },
  { skip: withoutRealData },
);
