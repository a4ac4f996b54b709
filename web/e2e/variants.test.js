// Classroom experiments: the data changed as a whole, and back.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/**
 * @param {Page} page
 * @param {string} name
 */
const named = (page, name) => page.waitForFunction((wanted) => onelayer.data().name === wanted, name);

pageTest(
  "permuted pixels train as well as the images themselves; shuffled labels are learnt by heart",
  async (page) => {
    /** @param {number} epochs @param {number} learningRate */
    const trained = async (epochs, learningRate) => {
      await page.evaluate(
        ({ epochs, learningRate }) => onelayer.set({ epochs, learningRate, l2: 0 }).then(() => onelayer.play()),
        { epochs, learningRate },
      );
      await waitForStatus(page, "finished");
      return currentRun(page);
    };
    const asTheyAre = await trained(5, 0.001);

    await page.locator("#data-chip").click();
    const choice = page.getByLabel("Classroom experiment:");
    await choice.selectOption("permuted pixels");
    await named(page, "Practice images, not CIFAR-10, pixels permuted");
    await page.getByText("To the eye they are noise").waitFor();
    const permuted = await trained(5, 0.001);
    assert.ok(
      Math.abs((permuted.test?.accuracy ?? 0) - (asTheyAre.test?.accuracy ?? 1)) < 0.05,
      "the layer knows no geometry",
    );

    await choice.selectOption("shuffled labels");
    await named(page, "Practice images, not CIFAR-10, labels shuffled");
    const shuffled = await trained(40, 0.01);
    const learnt = shuffled.history.at(-1)?.train.accuracy ?? 0;
    assert.ok(learnt > 0.3 && (shuffled.test?.accuracy ?? 1) < 0.2, `train ${learnt}, test ${shuffled.test?.accuracy}`);

    await choice.selectOption("none: the images as they are");
    await named(page, "Practice images, not CIFAR-10");
  },
);

pageTest("a link brings an experiment's data", async (page) => {
  await page.goto(`${page.url().split(/[?#]/)[0]}?variant=coarse`);
  await page.waitForFunction(() => "onelayer" in window);
  await page.evaluate(() => onelayer.ready);
  await named(page, "Practice images, not CIFAR-10, 8 × 8 pixels");
  assert.equal(await page.locator("#data-chip .chip-name").innerText(), "Practice images, not CIFAR-10, 8 × 8 pixels");
});
