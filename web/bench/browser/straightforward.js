// Plain JavaScript as one would write it: a loop over images, classes and inputs, typed arrays, nothing clever.

import { classes, dim, labelsOf, metrics, standardized, sumOfSquares } from "../work.js";

/** @typedef {import("../work.js").Work} Work */

/**
 * @param {Work} work
 * @param {{float64?: boolean}} [options]  float64: the reference that all others are held to
 * @returns {import("../work.js").Contestant}
 */
export function create(work, { float64 = false } = {}) {
  const Numbers = float64 ? Float64Array : Float32Array;
  const { images, batch, learningRate, l2 } = work;
  const W = new Numbers(classes * dim);
  const b = new Numbers(classes);
  const dW = new Numbers(classes * dim);
  const db = new Numbers(classes);
  const p = new Float64Array(classes);
  const train = {
    x: standardized(work.train, work.scale, new Numbers(images * dim)),
    labels: labelsOf(work.train, images),
  };
  const validation = {
    x: standardized(work.validation, work.scale, new Numbers(images * dim)),
    labels: labelsOf(work.validation, images),
  };

  /** Leaves the logits of image i in p. */
  function logits(/** @type {typeof train} */ { x }, /** @type {number} */ i) {
    for (let k = 0; k < classes; k++) {
      let sum = b[k];
      for (let d = 0; d < dim; d++) sum += W[k * dim + d] * x[i * dim + d];
      p[k] = sum;
    }
  }

  /** Turns the logits in p into probabilities and returns the cross-entropy. */
  function softmax(/** @type {number} */ label) {
    const largest = Math.max(...p);
    const shifted = p[label] - largest;
    let total = 0;
    for (let k = 0; k < classes; k++) total += p[k] = Math.exp(p[k] - largest);
    for (let k = 0; k < classes; k++) p[k] /= total;
    return Math.log(total) - shifted;
  }

  function step(/** @type {number} */ from) {
    dW.fill(0);
    db.fill(0);
    for (let i = from; i < from + batch; i++) {
      logits(train, i);
      softmax(train.labels[i]);
      for (let k = 0; k < classes; k++) {
        const g = (p[k] - (k === train.labels[i] ? 1 : 0)) / batch;
        db[k] += g;
        for (let d = 0; d < dim; d++) dW[k * dim + d] += g * train.x[i * dim + d];
      }
    }
    for (let j = 0; j < W.length; j++) W[j] -= learningRate * (dW[j] + 2 * l2 * W[j]);
    for (let k = 0; k < classes; k++) b[k] -= learningRate * db[k];
  }

  function measure(/** @type {typeof train} */ split, /** @type {number} */ penalty) {
    let loss = 0;
    let correct = 0;
    for (let i = 0; i < images; i++) {
      logits(split, i);
      if (p.indexOf(Math.max(...p)) === split.labels[i]) correct++;
      loss += softmax(split.labels[i]);
    }
    return metrics(loss, correct, images, penalty);
  }

  return {
    reset() {
      W.set(work.weights.subarray(0, W.length));
      b.set(work.weights.subarray(W.length));
    },
    epoch() {
      for (let from = 0; from < images; from += batch) step(from);
    },
    evaluate() {
      const penalty = l2 * sumOfSquares(W);
      return { train: measure(train, penalty), validation: measure(validation, penalty) };
    },
  };
}
