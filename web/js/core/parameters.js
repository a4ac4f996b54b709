/**
 * The parameters of a run as the page keeps them, in one array: W, row by row, then b.
 * @module
 */

import { dim } from "./constants.js";

/** @import {NetworkWeights} from "./protocol.js" */

/** Each class has a row of W and a bias. @param {Float32Array} parameters */
const classesOf = (parameters) => parameters.length / (dim + 1);

/** W alone, the same memory. @param {Float32Array} parameters */
export function rowsOf(parameters) {
  return parameters.subarray(0, classesOf(parameters) * dim);
}

/**
 * A class's row of W, the same memory.
 * @param {Float32Array} parameters
 * @param {number} k
 */
export function rowOf(parameters, k) {
  return parameters.subarray(k * dim, (k + 1) * dim);
}

/**
 * @param {Float32Array} parameters
 * @param {number} k
 */
export function biasOf(parameters, k) {
  return parameters[classesOf(parameters) * dim + k] ?? 0;
}

/**
 * W and b apart, as copies.
 * @param {Float32Array} parameters
 * @returns {NetworkWeights}
 */
export function apart(parameters) {
  const classes = classesOf(parameters);
  return { shape: [classes, dim], weights: parameters.slice(0, classes * dim), bias: parameters.slice(classes * dim) };
}

/**
 * W and b in one array.
 * @param {Pick<NetworkWeights, "weights" | "bias">} apart
 */
export function together({ weights, bias }) {
  const parameters = new Float32Array(weights.length + bias.length);
  parameters.set(weights);
  parameters.set(bias, weights.length);
  return parameters;
}
