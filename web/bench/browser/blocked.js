// Plain JavaScript at its best: two images × five classes of sums held in registers forward, ten classes of sums
// backward with the update fused into the store, float64 sums since JavaScript has no other, float32 memory.

import { classes, dim, labelsOf, metrics, standardized, sumOfSquares } from "../work.js";

/** @typedef {import("../work.js").Work} Work */
/** @typedef {{x: Float32Array, labels: Uint8Array}} Split */

const half = classes / 2;

/**
 * Adds x·W of two images and five classes to their logits.
 * @param {Float32Array} x
 * @param {number} first  where the two images start
 * @param {Float32Array} W
 * @param {number} row  where the five classes start
 * @param {Float64Array} s
 * @param {number} to  where the first image's logits go; the other's are ten further on
 */
function forward(x, first, W, row, s, to) {
  let a0 = 0,
    a1 = 0,
    a2 = 0,
    a3 = 0,
    a4 = 0,
    b0 = 0,
    b1 = 0,
    b2 = 0,
    b3 = 0,
    b4 = 0;
  for (let d = 0; d < dim; d++) {
    const xa = x[first + d],
      xb = x[first + dim + d];
    const w0 = W[row + d],
      w1 = W[row + dim + d],
      w2 = W[row + 2 * dim + d],
      w3 = W[row + 3 * dim + d],
      w4 = W[row + 4 * dim + d];
    a0 += xa * w0;
    a1 += xa * w1;
    a2 += xa * w2;
    a3 += xa * w3;
    a4 += xa * w4;
    b0 += xb * w0;
    b1 += xb * w1;
    b2 += xb * w2;
    b3 += xb * w3;
    b4 += xb * w4;
  }
  s[to] += a0;
  s[to + 1] += a1;
  s[to + 2] += a2;
  s[to + 3] += a3;
  s[to + 4] += a4;
  s[to + 10] += b0;
  s[to + 11] += b1;
  s[to + 12] += b2;
  s[to + 13] += b3;
  s[to + 14] += b4;
}

/**
 * Updates the weights of two inputs and five classes: W ← decay·W + gᵀ·x.
 * @param {Float32Array} x
 * @param {number} first  where input d of the first image is
 * @param {Float64Array} g  n×10
 * @param {number} k  the first class
 * @param {number} n
 * @param {Float32Array} W
 * @param {number} at  where input d of the first class is
 * @param {number} decay
 */
function backward(x, first, g, k, n, W, at, decay) {
  let a0 = 0,
    a1 = 0,
    a2 = 0,
    a3 = 0,
    a4 = 0,
    b0 = 0,
    b1 = 0,
    b2 = 0,
    b3 = 0,
    b4 = 0;
  for (let i = 0, from = first, j = k; i < n; i++, from += dim, j += classes) {
    const xa = x[from],
      xb = x[from + 1];
    const g0 = g[j],
      g1 = g[j + 1],
      g2 = g[j + 2],
      g3 = g[j + 3],
      g4 = g[j + 4];
    a0 += xa * g0;
    a1 += xa * g1;
    a2 += xa * g2;
    a3 += xa * g3;
    a4 += xa * g4;
    b0 += xb * g0;
    b1 += xb * g1;
    b2 += xb * g2;
    b3 += xb * g3;
    b4 += xb * g4;
  }
  W[at] = decay * W[at] + a0;
  W[at + 1] = decay * W[at + 1] + b0;
  at += dim;
  W[at] = decay * W[at] + a1;
  W[at + 1] = decay * W[at + 1] + b1;
  at += dim;
  W[at] = decay * W[at] + a2;
  W[at + 1] = decay * W[at + 1] + b2;
  at += dim;
  W[at] = decay * W[at] + a3;
  W[at + 1] = decay * W[at + 1] + b3;
  at += dim;
  W[at] = decay * W[at] + a4;
  W[at + 1] = decay * W[at + 1] + b4;
}

/**
 * @param {Work} work
 * @returns {import("../work.js").Contestant}
 */
export function create(work) {
  const { images, batch, learningRate, l2 } = work;
  const W = new Float32Array(classes * dim);
  const b = new Float64Array(classes);
  const s = new Float64Array(batch * classes); // logits, then probabilities, then their gradient
  const split = (/** @type {Uint8Array} */ records) => ({
    x: standardized(records, work.scale, new Float32Array(images * dim)),
    labels: labelsOf(records, images),
  });
  const train = split(work.train);
  const validation = split(work.validation);

  /** Leaves probabilities in s; returns the sum of losses and how many are correct. */
  function predict(/** @type {Split} */ { x, labels }, /** @type {number} */ from) {
    for (let j = 0; j < s.length; j++) s[j] = b[j % classes];
    for (let i = 0; i < batch; i += 2) {
      forward(x, (from + i) * dim, W, 0, s, i * classes);
      forward(x, (from + i) * dim, W, half * dim, s, i * classes + half);
    }
    let loss = 0;
    let correct = 0;
    for (let i = 0; i < batch; i++) {
      const at = i * classes;
      let largest = 0;
      for (let k = 1; k < classes; k++) if (s[at + k] > s[at + largest]) largest = k;
      const top = s[at + largest];
      const label = labels[from + i];
      const shifted = s[at + label] - top;
      let total = 0;
      for (let k = 0; k < classes; k++) total += s[at + k] = Math.exp(s[at + k] - top);
      for (let k = 0; k < classes; k++) s[at + k] /= total;
      loss += Math.log(total) - shifted;
      if (largest === label) correct++;
    }
    return { loss, correct };
  }

  function step(/** @type {number} */ from) {
    predict(train, from);
    for (let i = 0; i < batch; i++) {
      s[i * classes + train.labels[from + i]] -= 1;
      for (let j = i * classes; j < (i + 1) * classes; j++) {
        s[j] *= -learningRate / batch;
        b[j % classes] += s[j];
      }
    }
    const decay = 1 - 2 * learningRate * l2;
    for (let d = 0; d < dim; d += 2) {
      backward(train.x, from * dim + d, s, 0, batch, W, d, decay);
      backward(train.x, from * dim + d, s, half, batch, W, half * dim + d, decay);
    }
  }

  function measure(/** @type {Split} */ split, /** @type {number} */ penalty) {
    let loss = 0;
    let correct = 0;
    for (let from = 0; from < images; from += batch) {
      const part = predict(split, from);
      loss += part.loss;
      correct += part.correct;
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
