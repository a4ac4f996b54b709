// The work that every contestant does: one epoch of updates on 10,000 images of CIFAR-10, then loss, cost and accuracy
// of the training and the validation images. Everyone starts from the same weights and takes the same minibatches, in
// file order. Runs under Node and in a browser.

export const dim = 3072;
export const classes = 10;
export const record = dim + 1; // bytes of an image in the files: its label, then its pixels
export const wholeEpoch = 10_000; // images

/** The report's setting C. */
export const settings = { batch: 100, learningRate: 0.001, l2: 0.1 };

/**
 * What a contestant is given.
 * @typedef {object} Work
 * @property {number} images  to train on, and as many to validate
 * @property {number} batch
 * @property {number} learningRate
 * @property {number} l2  λ in cost = loss + λ Σ W²
 * @property {Uint8Array} train  records
 * @property {Uint8Array} validation  records
 * @property {Float32Array} weights  10×3072, row by row, then 10 biases
 * @property {Float64Array} scale  of each input: 3072 times 1/std, then 3072 times −mean/std
 */

/** @typedef {{loss: number, cost: number, accuracy: number}} Metrics */
/** @typedef {{train: Metrics, validation: Metrics}} Evaluation */

/**
 * What came out of a round, and its milliseconds. One who can't tell the epoch from the evaluation gives NaN for each,
 * and both.
 * @typedef {Evaluation & {epoch: number, evaluation: number, both?: number}} Round
 */

/**
 * A contestant under a clock: `worker.js` and the bench's own processes drive it.
 * @typedef {object} Contestant
 * @property {() => void | Promise<void>} reset  back to the work's weights
 * @property {() => void | Promise<void>} epoch  returns when all updates are done
 * @property {() => Evaluation | Promise<Evaluation>} evaluate
 */

/**
 * Weights from N(0, 0.01), then biases, from a small generator of our own (mulberry32 and Box–Muller).
 * @param {number} seed
 */
export function initialWeights(seed) {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return Float32Array.from({ length: classes * dim + classes }, () => 0.01 * normal());
}

/**
 * Scale and shift of each input, from the mean and the population's standard deviation over the training images.
 * @param {Uint8Array} records
 */
export function standardization(records) {
  const n = records.length / record;
  const sum = new Float64Array(dim);
  const squares = new Float64Array(dim);
  for (let at = 0; at < records.length; at += record) {
    for (let d = 0; d < dim; d++) {
      const v = records[at + 1 + d] ?? 0;
      sum[d] = (sum[d] ?? 0) + v;
      squares[d] = (squares[d] ?? 0) + v * v;
    }
  }
  const scale = new Float64Array(2 * dim);
  for (let d = 0; d < dim; d++) {
    const mean = (sum[d] ?? 0) / n;
    const std = Math.sqrt((squares[d] ?? 0) / n - mean * mean) || 1;
    scale[d] = 1 / std;
    scale[dim + d] = -mean / std;
  }
  return scale;
}

/**
 * The first n images as the network sees them, n×3072.
 * @template {Float32Array | Float64Array} Numbers
 * @param {Uint8Array} records
 * @param {Float64Array} scale
 * @param {Numbers} into  its length says n
 * @returns {Numbers}
 */
export function standardized(records, scale, into) {
  for (let to = 0, from = 0; to < into.length; from += record) {
    for (let d = 0; d < dim; d++) into[to++] = (records[from + 1 + d] ?? 0) * (scale[d] ?? 0) + (scale[dim + d] ?? 0);
  }
  return into;
}

/**
 * The labels of the first n images.
 * @param {Uint8Array} records
 * @param {number} n
 */
export function labelsOf(records, n) {
  return Uint8Array.from({ length: n }, (_, i) => records[i * record] ?? 0);
}

/**
 * Metrics from sums over n images.
 * @param {number} lossSum
 * @param {number} correct
 * @param {number} n
 * @param {number} penalty  λ Σ W²
 * @returns {Metrics}
 */
export function metrics(lossSum, correct, n, penalty) {
  return { loss: lossSum / n, cost: lossSum / n + penalty, accuracy: correct / n };
}

/** @param {ArrayLike<number>} values */
export function sumOfSquares(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) * (values[i] ?? 0);
  return sum;
}
