/**
 * The formulas of the network with the figures of a moment.
 * @module
 */

import * as formats from "./formats.js";

/** @import {Run} from "./mirror.js" */
/** @import {HistoryPoint, Metrics} from "./protocol.js" */

/**
 * The figures after an epoch, or the latest.
 * @param {Run} run
 * @param {number | null} epoch
 * @returns {HistoryPoint | null}
 */
export function pointAt({ history }, epoch) {
  const latest = history.at(-1) ?? null;
  return epoch === null ? latest : (history.find((point) => point.epoch === epoch) ?? latest);
}

/**
 * cost = cross-entropy + λ‖W‖² as it is written. The penalty is the difference of the two as they
 * are rounded, so that what stands there adds up; that is at most 0.001 from its own rounding.
 * @param {Metrics} metrics
 */
export function costParts({ cost, loss }) {
  const [whole, part] = [cost, loss].map((value) => (Math.abs(value) < 1e6 ? Math.round(1000 * value) / 1000 : value));
  return { cost: formats.cost(cost), loss: formats.cost(loss), penalty: formats.cost(Math.max(0, (whole ?? NaN) - (part ?? NaN))) };
}

/** The probability whose cross-entropy is a loss: what the true class gets, in the geometric mean. @param {number} loss */
export function typicalProbability(loss) {
  return Math.exp(-loss);
}

/**
 * What the penalty alone leaves of W, in a step and in an epoch: W ← (1 − 2ηλ) W.
 * @param {{l2: number, learningRate: number}} settings
 * @param {number} steps
 */
export function shrinking({ l2, learningRate }, steps) {
  const kept = 1 - 2 * learningRate * l2;
  return { step: kept, epoch: kept ** steps };
}
