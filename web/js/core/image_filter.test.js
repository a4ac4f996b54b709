import assert from "node:assert/strict";
import { test } from "node:test";

import { filtered, usualFilter } from "./image_filter.js";

const predictions = {
  labels: Uint8Array.of(0, 0, 1, 1, 2, 2),
  predicted: Uint8Array.of(0, 1, 1, 0, 1, 255),
  ofLabel: Float32Array.of(0.9, 0.2, 0.5, 0.1, 0.05, NaN),
  ofClass: Float32Array.of(0.9, 0.7, 0.5, 0.8, 0.7, NaN),
};
const any = { ...usualFilter, outcome: /** @type {const} */ ("any"), order: /** @type {const} */ ("split") };

test("at first, what the network is most confidently wrong about", () => {
  assert.deepEqual(
    filtered(predictions, { ...usualFilter, truth: -1 }).slice(0, 3),
    [3, 1, 4],
    "the surest first, the split's order among equals",
  );
});

test("each part of the filter", () => {
  assert.deepEqual(filtered(predictions, any), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(filtered(predictions, { ...any, truth: 1 }), [2, 3]);
  assert.deepEqual(filtered(predictions, { ...any, predicted: 1 }), [1, 2, 4]);
  assert.deepEqual(filtered(predictions, { ...any, outcome: "right" }), [0, 2]);
  assert.deepEqual(filtered(predictions, { ...any, outcome: "wrong", predicted: 0 }), [3]);
  assert.deepEqual(
    filtered(
      { ...predictions, ofClass: Float32Array.of(0.9, 0.7, 0.5, 0.8, 0.7, 0.6) },
      { ...any, least: 0.6, most: 0.75 },
    ),
    [1, 4, 5],
  );
});

test("each order", () => {
  const order = (/** @type {import("./image_filter.js").Order} */ order) =>
    filtered(predictions, { ...any, predicted: 1, order });
  assert.deepEqual(order("surest"), [1, 4, 2]);
  assert.deepEqual(order("unsurest"), [2, 1, 4]);
  assert.deepEqual(order("worst"), [4, 1, 2]);
  assert.deepEqual(order("best"), [2, 1, 4]);
});
