// The formulas with the figures of the moment: under the charts, and in full in the Why panel.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

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
  await page.getByRole("button", { name: "Explain", exact: true }).click();
  const { history, stepsPerEpoch } = await currentRun(page);
  const { cost, loss } = history[2].train;
  const panel = page.locator("#why-formulas");
  await panel.getByText(/^\d\.\d{3,} = \d\.\d{3,} \+ \d\.\d{3,}$/).waitFor();
  const sum = (await panel.locator(".formula-sum").innerText()).split(/ [=+] /).map(Number);
  assert.ok(Math.abs((sum[0] ?? NaN) - cost) < 0.00051 && Math.abs((sum[1] ?? NaN) - loss) < 0.00051, `${sum}`);
  const text = (await panel.innerText()).replaceAll("\u00a0", " ");
  assert.equal(await panel.locator("math").count(), 3);
  assert.ok(text.includes(`had p = ${(100 * Math.exp(-loss)).toFixed(1)} %`), text);
  assert.ok(
    text.includes("shrinks W to 0.998 in a step") &&
      text.includes(`to ${(100 * 0.998 ** stepsPerEpoch).toFixed(1)} % in an epoch`),
    text,
  );
  const squares = Number(text.match(/0\.5 · (\d+\.\d+)/)?.[1]);
  assert.ok(
    Math.abs(0.5 * squares - (cost - loss)) < 1e-3,
    `λ‖W‖² from the weights: ${0.5 * squares}, from the figures ${cost - loss}`,
  );
});

/**
 * Waits until the lines under the charts are those of an epoch: each rounded right, adding up as
 * they are written, and the penalty the same in both.
 * @param {Page} page
 * @param {{train: Metrics, validation: Metrics}} point
 */
async function waitForFormulas(page, point) {
  const read = async () =>
    Promise.all(
      /** @type {const} */ (["train", "validation"]).map(async (split) => {
        const figures = await page.locator(`.formula-${split} .formula-figure`).allInnerTexts();
        return { split, figures };
      }),
    );
  await page.waitForFunction((cost) => {
    const figure = document.querySelector(".formula-train .formula-figure")?.textContent;
    return figure && Math.abs(Number(figure) - cost) < 0.0051;
  }, point.train.cost);
  const lines = await read();
  for (const { split, figures } of lines) {
    const [cost = NaN, loss = NaN, penalty = NaN] = figures.map(Number);
    const places = figures[0]?.split(".")[1]?.length ?? 0;
    assert.equal((loss + penalty).toFixed(places), figures[0], `${figures} add up`);
    assert.ok(
      Math.abs(cost - point[split].cost) < 0.00051 && Math.abs(loss - point[split].loss) < 0.00051,
      `${figures}`,
    );
  }
  const [one = NaN, other = NaN] = lines.map(({ figures }) => Number(figures[2]));
  assert.ok(Math.abs(one - other) < 0.00051, `one penalty for the same weights: ${one}, ${other}`);
}
