// The sound of the loss: off until it is wanted, the tones that the losses ask for, remembered.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, openPage, waitForEpoch, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

pageTest("each epoch is heard, once that is wanted, as low as its losses", async (page) => {
  await listen(page);
  await page.evaluate(() => onelayer.set({ epochs: 20 }));
  await page.getByRole("button", { name: "Next epoch" }).click();
  await waitForStatus(page, "paused");
  assert.deepEqual(await heard(page), [], "silent until it is switched on");

  await page.getByRole("button", { name: "More", exact: true }).click();
  const row = page.getByRole("switch", { name: "Sound of the loss" });
  await row.check();
  await page.keyboard.press("Escape");
  const [first = []] = (await currentRun(page)).history.slice(1).map(frequencies);
  assert.deepEqual(await heard(page), first, "the latest epoch is heard as a sample");

  await page.getByRole("button", { name: "Next epoch" }).click();
  await page.waitForFunction(() => onelayer.runs().at(-1)?.history.length === 3);
  const run = await currentRun(page);
  assert.deepEqual(await heard(page), [...first, ...frequencies(run.history[2])]);

  await openPage(page, page.url());
  await page.getByRole("button", { name: "More", exact: true }).click();
  assert.ok(await row.isChecked(), "remembered");
  await listen(page);
  await row.uncheck();
  await page.keyboard.press("Escape");
  const { epoch } = await currentRun(page); // the run may have been taken up again
  await page.evaluate(() => onelayer.step());
  await page.getByRole("button", { name: "Next epoch" }).click();
  await waitForEpoch(page, epoch + 1);
  assert.deepEqual(await heard(page), [], "off again");
});

/** Notes the pitch of every tone from now on. @param {Page} page */
async function listen(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const heard = [];
    Object.assign(window, { heard });
    const make = BaseAudioContext.prototype.createOscillator;
    BaseAudioContext.prototype.createOscillator = function () {
      const oscillator = make.call(this);
      const set = oscillator.frequency.setValueAtTime.bind(oscillator.frequency);
      oscillator.frequency.setValueAtTime = (frequency, time) => {
        heard.push(frequency);
        return set(frequency, time);
      };
      return oscillator;
    };
  });
}

/** @param {Page} page */
async function heard(page) {
  const tones = await page.evaluate(() => /** @type {{heard: number[]}} */ (/** @type {unknown} */ (window)).heard);
  return tones.map((frequency) => frequency.toFixed(6));
}

/**
 * What an epoch should sound like: guessing, with a loss of ln 10, is an A.
 * @param {{train: {loss: number}, validation: {loss: number}}} point
 */
function frequencies({ train, validation }) {
  return [train, validation].map(({ loss }) => (440 * (loss / Math.log(10)) ** 2).toFixed(6));
}
