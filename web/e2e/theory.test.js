// What the network is compared with, and the curvature: by script and by the panel.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { waitForStatus } from "./page.js";

withoutWebGL();

pageTest("beyond 2/L the cost rises, within it falls, and the slider has the mark", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 0.01, epochs: 3, batchSize: 2000 }));
  const { largestEigenvalue, criticalLearningRate, residual } = await page.evaluate(() => onelayer.curvature());
  assert.ok(
    Math.abs(criticalLearningRate * largestEigenvalue - 2) < 1e-9 && residual < 0.01,
    `L ${largestEigenvalue}, residual ${residual}`,
  );
  /** @param {number} learningRate */
  const costs = async (learningRate) => {
    await page.evaluate((learningRate) => onelayer.set({ learningRate, epochs: 8, seed: 1 }), learningRate);
    await page.evaluate(() => onelayer.reset());
    await page.evaluate(() => onelayer.play());
    await waitForStatus(page, "finished");
    return page.evaluate(() => (onelayer.runs().at(-1)?.history ?? []).map(({ train }) => train.cost));
  };
  const within = await costs(criticalLearningRate / 2);
  assert.ok(
    within.every((cost, i) => i === 0 || cost <= within[i - 1] + 1e-6),
    `within: ${within}`,
  );
  const beyond = await costs(criticalLearningRate * 4);
  assert.ok(
    beyond.some((cost, i) => i > 0 && cost > beyond[i - 1]),
    `beyond: ${beyond}`,
  );

  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByLabel("mark 2/L on the η slider").check();
  await page.locator(".rate-mark").waitFor({ state: "visible" });
});

pageTest("an ensemble of three seeds votes, and its first member is alone", async (page) => {
  const found = await page.evaluate(async () => {
    await onelayer.set({ epochs: 2 });
    const ensemble = await onelayer.ensemble({ seeds: [1, 2, 3] });
    return {
      ensemble,
      alone: onelayer
        .runs()
        .filter(({ name }) => name === "Seed 1")
        .map(({ test }) => test?.accuracy),
    };
  });
  assert.equal(found.ensemble.members, 3);
  assert.deepEqual(
    found.ensemble.accuracyByCount.map(({ members }) => members),
    [1, 2, 3],
  );
  assert.ok(Math.abs(found.ensemble.accuracyByCount[0].mean - (found.alone[0] ?? NaN)) < 1e-9);
  assert.equal(found.ensemble.mean.test, found.ensemble.accuracyByCount[2].mean);
  assert.ok((found.ensemble.averagedWeights.test ?? 0) > 0.1);
});

pageTest("the nearest mean and ridge regression come in closed form, with their templates", async (page) => {
  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByRole("button", { name: "Nearest class mean" }).click();
  await page.locator('.theory-table [data-name="mean"]').waitFor();
  assert.equal(await page.locator(".theory-templates canvas").count(), 10);
  const ridge = await page.evaluate(() => onelayer.baseline("ridge", { l2: 0.1 }));
  assert.equal(ridge.weights.weights.length, 30720);
  assert.ok(
    ridge.train.accuracy > ridge.test.accuracy && ridge.test.accuracy > 0.2,
    JSON.stringify([ridge.train, ridge.test]),
  );
  const wrong = await page.evaluate(() =>
    onelayer.baseline("nobody").then(
      () => "",
      (error) => error.message,
    ),
  );
  assert.match(wrong, /mean, ridge/);
});

pageTest("two seeds come to one minimum: nearer each epoch, and no cost between them above the chord", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 1, learningRate: 0.01, batchSize: 50, epochs: 6 }));
  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByRole("button", { name: "Train from two seeds" }).click();
  const charts = page.locator(".theory .line-chart:visible");
  await charts.nth(1).waitFor();
  const figures = (/** @type {number} */ chart) =>
    charts
      .nth(chart)
      .locator("tbody td")
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
  const distances = await figures(0);
  assert.equal(distances.length, 7);
  assert.ok(
    distances.every((distance, i) => i === 0 || distance < distances[i - 1]),
    distances.join(),
  );
  assert.ok(distances[6] < distances[0] / 4, distances.join());
  const costs = await figures(1);
  assert.equal(costs.length, 41);
  assert.ok(Math.min(...costs) < costs[0] && Math.min(...costs) < costs[40], "a bowl");
});

pageTest("errors over λ and over the number of images, from three seeds, are drawn with bands", async (page) => {
  await page.evaluate(() => onelayer.set({ batchSize: 200, epochs: 1 }));
  await page.getByRole("button", { name: "Explain" }).click();
  for (const [button, places] of /** @type {const} */ ([
    ["Over λ", 6],
    ["Over the number of images", 5],
  ])) {
    await page.getByRole("button", { name: button, exact: true }).click();
    const chart = page
      .locator(".line-chart:visible")
      .filter({ hasText: button === "Over λ" ? "Errors over λ" : "Learning curves" });
    await chart.waitFor({ timeout: 120_000 });
    assert.ok((await chart.locator("tbody tr").count()) >= places);
    assert.equal(await chart.locator("path.band").count(), 2);
  }
  assert.equal(await page.evaluate(() => onelayer.runs().length), 1, "they are on no list");
});

pageTest("a run below 2/L comes to rest, one above it does not", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 0.01, epochs: 15 }));
  await page.getByRole("button", { name: "Explain" }).click();
  const costs = async (/** @type {string} */ button) => {
    const before = await page.evaluate(() => onelayer.runs().at(-1));
    await page.getByRole("button", { name: button }).click();
    await page.waitForFunction((before) => {
      const run = onelayer.runs().at(-1);
      const begun = run && (run.id !== before?.id || (before.step === 0 && run.step > 0));
      return begun && (run.status === "finished" || run.status === "diverged");
    }, before);
    return page.evaluate(() => (onelayer.runs().at(-1)?.history ?? []).map(({ train }) => train.cost));
  };
  const below = await costs("A run below 2/L");
  assert.ok(
    below.every((cost, i) => i === 0 || cost <= below[i - 1]),
    `below: ${below}`,
  );
  await page.waitForFunction(() => onelayer.runs().at(-1)?.name === "η below 2/L");
  const above = await costs("A run above 2/L");
  assert.ok(
    above.some((cost, i) => i > 0 && cost > above[i - 1]),
    `above: ${above}`,
  );
});
