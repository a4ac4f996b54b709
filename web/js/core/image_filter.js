/**
 * Which images of a split to show, and in which order.
 * @module
 */

/** @import {Predictions} from "./protocol.js" */

/** @typedef {"any" | "right" | "wrong"} Outcome */
/**
 * @typedef {"surest" | "unsurest" | "worst" | "best" | "split"} Order by the probability of the predicted class, by
 * that of the true class, or as in the split
 */

/**
 * @typedef {object} Filter
 * @property {number} truth the true class, or -1 for any
 * @property {number} predicted the predicted class, or -1 for any
 * @property {Outcome} outcome
 * @property {number} least probability of the predicted class
 * @property {number} most probability of the predicted class
 * @property {Order} order
 */

/** @type {Filter} what the network is most confidently wrong about */
export const usualFilter = { truth: -1, predicted: -1, outcome: "wrong", least: 0, most: 1, order: "surest" };

/**
 * The images that match a filter, in its order; equal ones in the split's order.
 * @param {Omit<Predictions, "confusion">} predictions
 * @param {Filter} filter
 */
export function filtered({ labels, predicted, ofLabel, ofClass }, filter) {
  /** @type {number[]} */
  const found = [];
  for (let i = 0; i < labels.length; i++) {
    const right = labels[i] === predicted[i];
    const sure = ofClass[i] ?? NaN;
    if (filter.truth >= 0 && labels[i] !== filter.truth) continue;
    if (filter.predicted >= 0 && predicted[i] !== filter.predicted) continue;
    if (filter.outcome !== "any" && right !== (filter.outcome === "right")) continue;
    if (sure < filter.least || sure > filter.most) continue;
    found.push(i);
  }
  const by = { surest: ofClass, unsurest: ofClass, worst: ofLabel, best: ofLabel, split: null }[filter.order];
  if (!by) return found;
  const sign = filter.order === "surest" || filter.order === "best" ? -1 : 1;
  return found.sort((a, b) => sign * ((by[a] || 0) - (by[b] || 0)) || a - b);
}
