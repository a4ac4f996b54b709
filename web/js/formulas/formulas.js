/**
 * The formulas of the network with the figures of a moment.
 * @module
 */

import { decimalsThatAddUp } from "../core/figures.js";
import * as formats from "../core/formats.js";

/** @import {HistoryPoint, Metrics} from "../core/protocol.js" */

/**
 * cost = cross-entropy + λ‖W‖² as text, for each split, with enough decimals that the written numbers add up: the
 * same in all splits if some do for all. The penalty is λ‖W‖² itself, the same number in each.
 * @param {Pick<HistoryPoint, "penalty">} point
 * @param {Metrics[]} splits those to write
 */
export function costParts({ penalty }, splits) {
  const enough = (/** @type {Metrics} */ { cost, loss }, /** @type {number} */ least) =>
    Math.abs(cost) < 10_000 ? decimalsThatAddUp([loss, penalty], cost, least) : least;
  const common = [3, 4, 5, 6].find((decimals) => splits.every((split) => enough(split, decimals) === decimals));
  return splits.map((split) => {
    const { cost, loss } = split;
    const decimals = common ?? enough(split, 3);
    const write = (/** @type {number} */ value) => formats.cost(value, decimals);
    return { cost: write(cost), loss: write(loss), penalty: Number.isNaN(cost) ? "NaN" : write(penalty) };
  });
}

/**
 * The probability whose cross-entropy is a loss: what the true class gets, in the geometric mean.
 * @param {number} loss
 */
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
