/**
 * What the network makes of one image, in the page: its ten logits are 30,720 products, which
 * take less time than a message to the worker. The engine counts in float32, so does the
 * standardization here; the sums are taken in float64.
 * @module
 */

import { dim, plane } from "./pictures.js";
import { biasOf, classCount, rowOf } from "./weights.js";

/**
 * How the training split standardizes all images: x becomes (x − mean)/std, as x·scale + shift.
 * @typedef {object} Scaler
 * @property {Float32Array} scale 3072
 * @property {Float32Array} shift 3072
 */

/**
 * @param {ArrayLike<number>} mean 3072
 * @param {ArrayLike<number>} std 3072
 * @returns {Scaler}
 */
export function scaler(mean, std) {
  const [scale, shift] = [new Float32Array(dim), new Float32Array(dim)];
  for (let d = 0; d < dim; d++) {
    scale[d] = 1 / (std[d] ?? 1);
    shift[d] = -(mean[d] ?? 0) / (std[d] ?? 1);
  }
  return { scale, shift };
}

/**
 * @param {ArrayLike<number>} pixels 3072 of 0–255: red, green and blue planes
 * @param {Scaler} scaler
 */
export function standardize(pixels, { scale, shift }) {
  const x = new Float32Array(dim);
  for (let d = 0; d < dim; d++) x[d] = Math.fround((pixels[d] ?? 0) * (scale[d] ?? 0)) + (shift[d] ?? 0);
  return x;
}

/**
 * The evidence of an image for a class, W_k ⊙ x: what each pixel, its three channels together,
 * adds to the logit.
 * @param {Float32Array} weights W, row by row, then b
 * @param {number} k the class
 * @param {Float32Array} x the standardized image
 */
export function evidence(weights, k, x) {
  const row = rowOf(weights, k);
  const pixels = new Float64Array(plane);
  for (let d = 0; d < dim; d++) {
    const at = d % plane;
    pixels[at] = (pixels[at] ?? 0) + (row[d] ?? 0) * (x[d] ?? 0);
  }
  return pixels;
}

/** @param {ArrayLike<number>} values */
export function sum(values) {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}

/**
 * Logits to probabilities: exp(s_k)/Σ exp(s), shifted by the greatest so that nothing overflows.
 * @param {number[]} logits
 */
export function softmax(logits) {
  const greatest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - greatest));
  const total = sum(powers);
  return powers.map((power) => power / total);
}

/**
 * A class's part: s = Σ W_k ⊙ x + b_k, and p.
 * @typedef {object} Score
 * @property {number} k the class
 * @property {Float64Array} evidence of each pixel, 1024
 * @property {number} product Σ W_k ⊙ x
 * @property {number} bias b_k
 * @property {number} logit s_k
 * @property {number} probability p_k
 */

/**
 * All ten classes' scores of an image, in the classes' order.
 * @param {Float32Array} weights W, row by row, then b
 * @param {Float32Array} x the standardized image
 * @returns {Score[]}
 */
export function explain(weights, x) {
  const scores = Array.from({ length: classCount }, (_, k) => {
    const pixels = evidence(weights, k, x);
    const [product, bias] = [sum(pixels), biasOf(weights, k)];
    return { k, evidence: pixels, product, bias, logit: product + bias, probability: NaN };
  });
  const probabilities = softmax(scores.map(({ logit }) => logit));
  return scores.map((score, i) => ({ ...score, probability: probabilities[i] ?? NaN }));
}

/** The class with the greatest logit; -1 if the logits are no numbers. @param {Score[]} scores */
export function predicted(scores) {
  const best = scores.reduce((best, score) => (score.logit > best.logit ? score : best), { k: -1, logit: -Infinity });
  return best.k;
}
