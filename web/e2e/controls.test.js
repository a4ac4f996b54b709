// Train, pause, step, next epoch and reset; a run that diverges.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, currentWeights, waitForEpoch, waitForStatus } from "./page.js";

withoutWebGL();

pageTest("pause, step, next epoch and reset do what they say", async (page) => {
  const press = (/** @type {string} */ name) => page.getByRole("button", { name, exact: true }).click();
  const initial = await currentWeights(page);
  await page.evaluate(() => onelayer.set({ epochs: 10_000 }));

  await press("Train");
  await waitForEpoch(page, 2);
  await press("Pause");
  await waitForStatus(page, "paused");
  const paused = await currentRun(page);

  await press("Step");
  await page.waitForFunction((step) => onelayer.runs().at(-1)?.step === step, paused.step + 1);
  assert.equal((await currentRun(page)).status, "paused");

  await press("Next epoch");
  const next = Math.floor((paused.step + 1) / paused.stepsPerEpoch) + 1;
  await page.waitForFunction(
    (epoch) => onelayer.runs().at(-1)?.status === "paused" && onelayer.runs().at(-1)?.epoch === epoch,
    next,
  );
  const after = await currentRun(page);
  assert.equal(after.step, next * after.stepsPerEpoch);
  assert.equal(after.history.at(-1)?.epoch, next);

  await press("Reset");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.history.length === 1);
  const reset = await currentRun(page);
  assert.deepEqual([reset.status, reset.step], ["ready", 0]);
  assert.deepEqual(
    reset.history.map((point) => point.epoch),
    [0],
  );
  assert.deepEqual(await currentWeights(page), initial, "the same initial weights, bit for bit");
});

pageTest("a seed is a trajectory: the same one repeats it bit for bit, another one differs", async (page) => {
  const trajectory = (/** @type {number} */ seed) =>
    page.evaluate(async (seed) => {
      await onelayer.set({ seed });
      await onelayer.reset();
      for (let i = 0; i < 3; i++) await onelayer.step();
      const { weights } = await onelayer.weights(onelayer.runs().at(-1)?.id ?? NaN);
      return [...weights];
    }, seed);
  const first = await trajectory(5);
  const other = await trajectory(6);
  const again = await trajectory(5);
  assert.deepEqual(again, first);
  assert.notDeepEqual(other, first);
});

pageTest("by keyboard alone: space trains and pauses, s steps, e ends the epoch, r resets", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 10_000 }));
  await page.keyboard.press("s");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
  await page.keyboard.press("e");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.epoch === 1 && onelayer.runs().at(-1)?.status === "paused");
  await page.getByRole("button", { name: "Train", exact: true }).waitFor();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
  await page.keyboard.press("Space");
  await waitForStatus(page, "paused");
  await page.keyboard.press("r");
  await waitForStatus(page, "ready");
});

pageTest("a run that diverges says so, and the page goes on", async (page) => {
  await page.evaluate(() => onelayer.set({ learningRate: 1000, l2: 1000 }));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForStatus(page, "diverged");
  await page
    .getByRole("alert")
    .filter({ hasText: /diverged/i })
    .waitFor();
  await page.locator("#status").getByText("diverged").waitFor();

  await page.evaluate(() => onelayer.set({ learningRate: 0.001, l2: 0, epochs: 2 }));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForStatus(page, "finished");
  const run = await currentRun(page);
  assert.ok(run.test && Number.isFinite(run.test.cost));
});
