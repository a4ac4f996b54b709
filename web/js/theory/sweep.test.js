import assert from "node:assert/strict";
import { test } from "node:test";

import { placesOf } from "./sweep.js";
import { sizesUpTo } from "./experiments.js";

const settings = /** @type {any} */ ({});
const metrics = (/** @type {number} */ accuracy) => ({ loss: 1, cost: 1, accuracy });

test("a place has the mean, the least and the greatest error over its seeds, places ascending", () => {
  const wanted = [1, 1, 0.1].map((at) => ({ at, settings }));
  const found = [0.5, 0.25, 0.75].map((accuracy) => ({ train: metrics(accuracy), validation: metrics(accuracy / 2) }));
  const [first, second] = placesOf(wanted, found);
  assert.deepEqual(first?.at, 0.1);
  assert.deepEqual(second?.train, { least: 0.5, mean: 0.625, most: 0.75 });
  assert.deepEqual(first?.validation, { least: 0.625, mean: 0.625, most: 0.625 });
});

test("sizes grow by doubling up to all images", () => {
  assert.deepEqual(sizesUpTo(10_000), [157, 313, 625, 1250, 2500, 5000, 10_000]);
  assert.deepEqual(sizesUpTo(150), [75, 150]);
  assert.deepEqual(sizesUpTo(40), [40]);
});
