/**
 * What there is to say about the weights of one class.
 * @module
 */

import { dim, limits, plane } from "./pictures.js";

export const classCount = 10;

/**
 * A class's row of W.
 * @param {Float32Array} weights W, row by row, then b
 * @param {number} k
 */
export function rowOf(weights, k) {
  return weights.subarray(k * dim, (k + 1) * dim);
}

/**
 * @param {Float32Array} weights W, row by row, then b
 * @param {number} k
 */
export function biasOf(weights, k) {
  return weights[classCount * dim + k] ?? 0;
}

/**
 * ‖W_k‖, W_k's least and greatest number, and b_k. NaN where the weights have diverged.
 * @param {Float32Array} weights W, row by row, then b
 * @param {number} k
 */
export function classFigures(weights, k) {
  const row = rowOf(weights, k);
  let squares = 0;
  for (const weight of row) squares += weight * weight;
  const finite = Number.isFinite(squares);
  return { bias: biasOf(weights, k), norm: Math.sqrt(squares), ...(finite ? limits(row) : { least: NaN, greatest: NaN }) };
}

/**
 * The red, green and blue planes of 3072 numbers.
 * @template {Float32Array | Float64Array | Uint8Array} Numbers
 * @param {Numbers} values
 * @returns {Numbers[]}
 */
export function channels(values) {
  return [0, 1, 2].map((channel) => /** @type {Numbers} */ (values.subarray(channel * plane, (channel + 1) * plane)));
}

/**
 * Some epochs out of many: the first, the last, and evenly spread ones between.
 * @param {number[]} epochs ascending
 * @param {number} most
 */
export function someEpochs(epochs, most) {
  if (epochs.length <= most) return epochs;
  const step = (epochs.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => epochs[Math.round(i * step)] ?? 0);
}
