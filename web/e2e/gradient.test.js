// The gradient check: on the genuine shards as exact as it should be, and able to catch a mistake; the tab around it.

import assert from "node:assert/strict";

import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";

withoutWebGL();

const BOUND = 1e-9; // of the relative errors of W and of b

pageTest(
  "the report's two batch sizes pass on the real shards, and a broken gradient doesn't",
  async (page) => {
    await page.locator("#data-files").setInputFiles(realShards);
    await page.waitForFunction(() => onelayer.data().splits.train === 10_000);
    for (const batchSize of [10, 100]) {
      const { parameters, relativeError, sums } = await check(page, { batchSize, l2: 0 });
      assert.equal(parameters, 30_730);
      within(`batch size ${batchSize}`, relativeError);
      for (const { analytic, numeric } of [sums.weights, sums.bias]) {
        assert.ok(
          Math.abs(analytic) < Math.abs(numeric),
          "the analytic sum is the smaller one: the report's labels are swapped",
        );
      }
    }
    within("λ = 1, the cost as a whole", (await check(page, { batchSize: 10, l2: 1, wholeCost: true })).relativeError);
    const broken = await check(page, { batchSize: 10, l2: 0.1, break: true });
    assert.ok(broken.relativeError.weights > 1e-3, `caught: ${broken.relativeError.weights}`);
    assert.ok(broken.relativeError.bias < BOUND, "the bias has no penalty to be wrong about");
  },
  { skip: withoutRealData },
);

pageTest("the Gradient tab checks, says what it found, and catches what is broken", async (page) => {
  await page.getByRole("link", { name: "Gradient" }).click();
  await page.getByRole("button", { name: "Both of the report’s" }).click();
  const verdict = page.locator(".verdict");
  await verdict.filter({ hasText: "The gradient is right" }).waitFor({ timeout: 60_000 });
  await page.locator("#gradient-curve tbody tr").nth(14).waitFor({ timeout: 120_000 });

  await page.getByLabel("mistake in the gradient").selectOption("λW in place of 2λW");
  await verdict.filter({ hasText: "Caught" }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Cancel" }).click();

  const rows = await page.locator("#gradient-checks tbody tr").allInnerTexts();
  assert.equal(rows.length, 4, "W and b for 10 and for 100 images");
  assert.match(rows[0], /broken/);
  assert.match(rows[2], /λ 0 .*2\.0e−10$/, "beside the report's own figure");
  assert.match(rows[0], /Run 1, epoch 0/, "a check says of which weights it is");

  await page.getByLabel("mistake in the gradient").selectOption("none");
  await page.locator("label", { hasText: "forward" }).click();
  await page.getByRole("button", { name: "Both of the report’s" }).click(); // at once: the toggle has begun a check
  await page.locator("#gradient-checks tbody tr").nth(2).filter({ hasText: "forward" }).waitFor({ timeout: 60_000 });
});

/**
 * @param {import("playwright-core").Page} page
 * @param {Record<string, unknown>} options
 */
function check(page, options) {
  return page.evaluate(async (options) => {
    const { parameters, relativeError, sums } = await onelayer.checkGradient(options);
    return { parameters, relativeError, sums };
  }, options);
}

/**
 * @param {string} what
 * @param {{weights: number, bias: number}} relativeError
 */
function within(what, { weights, bias }) {
  assert.ok(weights <= BOUND && bias <= BOUND, `${what}: W ${weights}, b ${bias}`);
}
