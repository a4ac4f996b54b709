import { pointSize } from "./constants.js";

/** @import {HistoryPoint, Metrics} from "./protocol.js" */

/** The figures of a point besides those of its splits, in the order in which they are packed. */
export const figureNames = /** @type {const} */ (["l2", "penalty", "norm", "learningRate", "nextRate", "step"]);

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
      ...figuresAt(packed, at + 7),
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
    points.flatMap(({ epoch, train, validation, ...figures }) => [
      epoch,
      ...[train, validation].flatMap(({ loss, cost, accuracy }) => [loss, cost, accuracy]),
      ...figureNames.map((name) => figures[name]),
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

/**
 * @param {Float64Array} packed
 * @param {number} at
 */
function figuresAt(packed, at) {
  const pairs = figureNames.map((name, i) => [name, packed[at + i] ?? NaN]);
  return /** @type {Record<typeof figureNames[number], number>} */ (Object.fromEntries(pairs));
}
