import assert from "node:assert/strict";
import test from "node:test";

import { frequencyOf, tonesOf } from "./tones.js";

/** @param {number} train @param {number} validation */
function point(train, validation) {
  const metrics = (/** @type {number} */ loss) => ({ loss, cost: loss, accuracy: 0 });
  const record = { l2: 0, penalty: 0, norm: 0, learningRate: 0, nextRate: 0, step: 1 };
  return { epoch: 1, train: metrics(train), validation: metrics(validation), ...record };
}

test("guessing sounds an A; the pitch falls with the loss and stays in what can be heard", () => {
  assert.ok(Math.abs(frequencyOf(Math.log(10)) - 440) < 1e-9);
  assert.ok(Math.abs(frequencyOf(Math.log(10) / 2) - 110) < 1e-9);
  const falling = [4, 3, 2.3, 2, 1.8, 1.6, 1.4].map(frequencyOf);
  assert.deepEqual(
    falling,
    falling.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(falling).size, falling.length);
  assert.equal(frequencyOf(0), 110);
  assert.equal(frequencyOf(1e9), 1760);
});

test("an epoch is two tones, of train and then of validation, that differ in timbre", () => {
  const { tones, free } = tonesOf(point(2, 2.1), 10, 0);
  assert.deepEqual(
    tones.map(({ frequency }) => frequency),
    [frequencyOf(2), frequencyOf(2.1)],
  );
  assert.deepEqual(
    tones.map(({ timbre }) => timbre),
    ["sine", "triangle"],
  );
  assert.equal(tones[0]?.start, 10);
  assert.ok((tones[1]?.start ?? 0) > 10 && free > 10);
});

test("epochs that come too fast are passed over, not queued", () => {
  let free = 0;
  let heard = 0;
  for (let epoch = 0; epoch < 100; epoch++) {
    const next = tonesOf(point(2, 2), epoch / 100, free);
    for (const { start } of next.tones) assert.ok(start <= epoch / 100 + 0.5, "late by half a second at most");
    heard += next.tones.length / 2;
    free = next.free;
  }
  assert.ok(heard > 3 && heard < 8, `${heard} of 100 epochs in a second are heard`);
});

test("what is no number is not heard", () => {
  assert.deepEqual(tonesOf(point(NaN, NaN), 1, 0), { tones: [], free: 0 });
  assert.equal(tonesOf(point(2, NaN), 1, 0).tones.length, 1, "without validation images");
});
