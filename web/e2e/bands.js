// What the report's four settings come to on genuine data after 40 epochs: the lowest and highest of eight seeds of a
// float64 reference, widened by .004 for accuracies and 0.5 % for losses and costs. The Go twin is
// engine/experiment/bands_test.go.

import assert from "node:assert/strict";

/** @typedef {[low: number, high: number]} Band */

/** @param {Band} range @returns {Band} */
const accuracy = ([low, high]) => [low - 0.004, high + 0.004];
/** @param {Band} range @returns {Band} */
const scale = ([low, high]) => [low * 0.995, high * 1.005];

/**
 * By setting: λ, η, and the bands of the figures at the end.
 * @type {Record<string, {l2: number, learningRate: number, testAccuracy: Band, trainAccuracy: Band, validationAccuracy: Band, trainLoss: Band, trainCost: Band, validationCost: Band, testCost: Band}>}
 */
export const report = {
  A: {
    l2: 0,
    learningRate: 0.1,
    testAccuracy: [0.23, 0.31], // it oscillates
    trainAccuracy: accuracy([0.352, 0.449]),
    validationAccuracy: accuracy([0.244, 0.289]),
    trainLoss: scale([3.4, 7.8]),
    trainCost: scale([3.4, 7.8]),
    validationCost: scale([5.86, 10.29]),
    testCost: scale([5.84, 10.01]),
  },
  B: {
    l2: 0,
    learningRate: 0.001,
    testAccuracy: accuracy([0.3855, 0.392]),
    trainAccuracy: accuracy([0.452, 0.4579]),
    validationAccuracy: accuracy([0.3825, 0.3877]),
    trainLoss: scale([1.6092, 1.6124]),
    trainCost: scale([1.6092, 1.6124]),
    validationCost: scale([1.7882, 1.7949]),
    testCost: scale([1.7613, 1.7672]),
  },
  C: {
    l2: 0.1,
    learningRate: 0.001,
    testAccuracy: accuracy([0.389, 0.3943]),
    trainAccuracy: accuracy([0.4456, 0.4473]),
    validationAccuracy: accuracy([0.3861, 0.3898]),
    trainLoss: scale([1.645, 1.6465]),
    trainCost: scale([1.7596, 1.7609]),
    validationCost: scale([1.9, 1.903]),
    testCost: scale([1.8744, 1.8783]),
  },
  D: {
    l2: 1,
    learningRate: 0.001,
    testAccuracy: accuracy([0.3751, 0.3761]),
    trainAccuracy: accuracy([0.3989, 0.3997]),
    validationAccuracy: accuracy([0.3626, 0.3642]),
    trainLoss: scale([1.8037, 1.8043]),
    trainCost: scale([1.8993, 1.8999]),
    validationCost: scale([1.9566, 1.9572]),
    testCost: scale([1.9386, 1.9392]),
  },
};

/**
 * Asserts that a setting's figures after the last epoch lie in its bands.
 * @param {string} name  A, B, C or D
 * @param {Record<"train" | "validation" | "test", Figures | null>} found
 *
 * @typedef {{loss: number, cost: number, accuracy: number}} Figures
 */
export function assertInBands(name, { train, validation, test }) {
  assert.ok(train && validation && test, `${name} has figures of all splits`);
  const bands = report[name];
  const within = (/** @type {string} */ what, /** @type {number} */ figure, /** @type {Band} */ [low, high]) =>
    assert.ok(figure >= low && figure <= high, `${name}: ${what} is ${figure.toFixed(4)}, outside ${low.toFixed(4)} to ${high.toFixed(4)}`);
  within("train accuracy", train.accuracy, bands.trainAccuracy);
  within("validation accuracy", validation.accuracy, bands.validationAccuracy);
  within("test accuracy", test.accuracy, bands.testAccuracy);
  within("train loss", train.loss, bands.trainLoss);
  within("train cost", train.cost, bands.trainCost);
  within("validation cost", validation.cost, bands.validationCost);
  within("test cost", test.cost, bands.testCost);
}
