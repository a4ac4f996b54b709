import { pointSize } from "./constants.js";

/** @import {HistoryPoint, Metrics} from "./protocol.js" */

/**
 * Unpacks a history: rows of epoch, then loss, cost, accuracy of train and of validation, then λ,
 * λΣW², ‖W‖, η before and after it, and the step.
 * @param {Float64Array} packed
 * @returns {HistoryPoint[]}
 */
export function unpackHistory(packed) {
  /** @type {HistoryPoint[]} */
  const points = [];
  for (let at = 0; at + pointSize <= packed.length; at += pointSize) {
    points.push({
      epoch: packed[at] ?? NaN,
      train: metricsAt(packed, at + 1),
      validation: metricsAt(packed, at + 4),
      l2: packed[at + 7] ?? NaN,
      penalty: packed[at + 8] ?? NaN,
      norm: packed[at + 9] ?? NaN,
      learningRate: packed[at + 10] ?? NaN,
      nextRate: packed[at + 11] ?? NaN,
      step: packed[at + 12] ?? NaN,
    });
  }
  return points;
}

/**
 * The reverse of unpackHistory.
 * @param {readonly HistoryPoint[]} points
 */
export function packHistory(points) {
  return Float64Array.from(
    points.flatMap(({ epoch, train, validation, l2, penalty, norm, learningRate, nextRate, step }) => [
      epoch,
      ...[train, validation].flatMap(({ loss, cost, accuracy }) => [loss, cost, accuracy]),
      l2,
      penalty,
      norm,
      learningRate,
      nextRate,
      step,
    ]),
  );
}

/**
 * @param {Float64Array} packed
 * @param {number} at
 * @returns {Metrics}
 */
function metricsAt(packed, at) {
  const [loss = NaN, cost = NaN, accuracy = NaN] = packed.subarray(at, at + 3);
  return { loss, cost, accuracy };
}
