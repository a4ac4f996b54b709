// The formulas with the figures of the moment: under the charts, and in full in the Why panel.

import assert from "node:assert/strict";

import { pageTest } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./interface.js").Metrics} Metrics */

pageTest("the cost stands with its parts, of the run as it is and as it was", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 0.1, epochs: 3 }));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForStatus(page, "finished");
  const { history } = await currentRun(page);
  await waitForFormulas(page, history[3]);
  await page.locator("#scrubber-range").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await waitForFormulas(page, history[1]);
});

pageTest("without a penalty the cost is the cross-entropy", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 0, epochs: 1 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await page.locator(".formula-train", { hasText: "λ‖W‖² 0.000" }).waitFor();
});

pageTest("the Why panel puts the same figures beside the formulas", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 0.5, learningRate: 0.002, epochs: 2 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await page.getByRole("button", { name: "Why", exact: true }).click();
  const { history, stepsPerEpoch } = await currentRun(page);
  const { cost, loss } = history[2].train;
  const panel = page.locator("#why-formulas");
  await panel.getByText(`${cost.toFixed(3)} = ${loss.toFixed(3)} + `).waitFor();
  const text = (await panel.innerText()).replaceAll("\u00a0", " ");
  assert.equal(await panel.locator("math").count(), 3);
  assert.ok(text.includes(`had p = ${(100 * Math.exp(-loss)).toFixed(1)} %`), text);
  assert.ok(text.includes("leaves 0.998 of W in a step") && text.includes(`${(100 * 0.998 ** stepsPerEpoch).toFixed(1)} % in an epoch`), text);
  const squares = Number(text.match(/0\.5 · (\d+\.\d+)/)?.[1]);
  assert.ok(Math.abs(0.5 * squares - (cost - loss)) < 1e-3, `λ‖W‖² from the weights: ${0.5 * squares}, from the figures ${cost - loss}`);
});

/**
 * Waits until the lines under the charts are those of an epoch.
 * @param {Page} page
 * @param {{train: Metrics, validation: Metrics}} point
 */
async function waitForFormulas(page, point) {
  for (const split of /** @type {const} */ (["train", "validation"])) {
    const { cost, loss } = point[split];
    const penalty = Math.round(1000 * cost) / 1000 - Math.round(1000 * loss) / 1000;
    await page
      .locator(`.formula-${split}`)
      .filter({ hasText: `${split}cost ${cost.toFixed(3)}= cross-entropy ${loss.toFixed(3)}+ λ‖W‖² ${penalty.toFixed(3)}` })
      .waitFor();
  }
}
