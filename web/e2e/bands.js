// The results of the report's four settings on real data after 40 epochs: the lowest and highest of eight seeds of a
// float64 reference. The engine's own test reads the same file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { presets } from "../js/core/constants.js";

/** @typedef {[low: number, high: number]} Band */
/** @typedef {{loss: number, cost: number, accuracy: number}} Figures */

/** @type {Record<string, Record<string, Band>>} by setting, then by figure */
const bands = JSON.parse(readFileSync(new URL("../../engine/experiment/testdata/bands.json", import.meta.url), "utf8"));

/** λ and η by setting. @type {Record<string, {l2: number, learningRate: number}>} */
export const report = Object.fromEntries(presets.map(({ name, l2, learningRate }) => [name, { l2, learningRate }]));

/**
 * Asserts that a setting's figures after the last epoch lie in its bands, wider by .004 for accuracies and 0.5 % for
 * losses and costs.
 * @param {string} name  A, B, C or D
 * @param {Record<"train" | "validation" | "test", Figures | null>} found
 */
export function assertInBands(name, { train, validation, test }) {
  assert.ok(train && validation && test, `${name} has figures of all splits`);
  const within = (/** @type {string} */ figure, /** @type {number} */ value) => {
    const [from, to] = bands[name]?.[figure] ?? [NaN, NaN];
    const [low, high] = figure.endsWith("Accuracy") ? [from - 0.004, to + 0.004] : [from * 0.995, to * 1.005];
    assert.ok(
      value >= low && value <= high,
      `${name}: ${figure} is ${value.toFixed(4)}, outside ${low.toFixed(4)} to ${high.toFixed(4)}`,
    );
  };
  within("trainAccuracy", train.accuracy);
  within("validationAccuracy", validation.accuracy);
  within("testAccuracy", test.accuracy);
  within("trainLoss", train.loss);
  within("trainCost", train.cost);
  within("validationCost", validation.cost);
  within("testCost", test.cost);
}
