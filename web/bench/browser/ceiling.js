// The ceiling: the same step hand-written in C for wasm SIMD128. See ../ceiling/ceiling.c.

import { Ceiling } from "../ceiling/ceiling.mjs";
import { classes, dim, labelsOf, metrics, record, sumOfSquares } from "../work.js";

/**
 * @param {import("../work.js").Work} work
 * @returns {Promise<import("../work.js").Contestant>}
 */
export async function create(work) {
  const response = await fetch("/built/ceiling.wasm");
  const { images, batch, learningRate, l2, scale } = work;
  const ceiling = await Ceiling.load(await response.arrayBuffer());
  ceiling.setScale(scale.subarray(0, dim), scale.subarray(dim));
  ceiling.setImages(together(work.train, work.validation, images));
  const split = (/** @type {number} */ from, /** @type {number} */ penalty) => {
    const { loss, correct } = ceiling.evaluate(batch, from, images);
    return metrics(loss * images, correct, images, penalty);
  };
  return {
    reset: () => ceiling.setWeights(work.weights.subarray(0, classes * dim), work.weights.subarray(classes * dim)),
    epoch: () => void ceiling.epoch(batch, learningRate, l2, 0, images),
    evaluate: () => {
      const penalty = l2 * sumOfSquares(ceiling.storedWeights());
      return { train: split(0, penalty), validation: split(images, penalty) };
    },
  };
}

/**
 * The first n images of each split, training images first.
 * @param {Uint8Array} train
 * @param {Uint8Array} validation
 * @param {number} n
 */
function together(train, validation, n) {
  const pixels = new Uint8Array(2 * n * dim);
  [train, validation].forEach((records, split) => {
    for (let i = 0; i < n; i++) pixels.set(records.subarray(i * record + 1, (i + 1) * record), (split * n + i) * dim);
  });
  return { pixels, labels: Uint8Array.from([...labelsOf(train, n), ...labelsOf(validation, n)]) };
}
