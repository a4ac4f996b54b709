// ConvNetJS: an input layer and a softmax layer, trained by its SGD trainer. It computes in float64.

import { classes, dim, labelsOf, metrics, standardized, sumOfSquares } from "../work.js";
import { runScript } from "./script.js";

/** @typedef {import("../work.js").Work} Work */

/**
 * @param {Work} work
 * @returns {Promise<import("../work.js").Contestant>}
 */
export async function create(work) {
  Object.assign(globalThis, { window: globalThis }); // where it leaves its name; a worker has none
  await runScript("/peers/convnetjs/build/convnet-min.js");
  const { convnetjs } = /** @type {any} */ (globalThis);
  const { images, batch, learningRate, l2 } = work;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: dim },
    { type: "softmax", num_classes: classes },
  ]);
  const dense = net.layers[1];
  const [train, validation] = [work.train, work.validation].map((records) => split(convnetjs, records, work));
  /** @type {any} */
  let trainer;

  function measure(/** @type {typeof train} */ { volumes, labels }, /** @type {number} */ penalty) {
    let loss = 0;
    let correct = 0;
    volumes.forEach((volume, i) => {
      const p = net.forward(volume).w;
      loss -= Math.log(p[labels[i]]);
      if (net.getPrediction() === labels[i]) correct++;
    });
    return metrics(loss, correct, images, penalty);
  }
  return {
    reset() {
      for (let k = 0; k < classes; k++) dense.filters[k].w.set(work.weights.subarray(k * dim, (k + 1) * dim));
      dense.biases.w.set(work.weights.subarray(classes * dim));
      // It adds l2_decay·W to the sum over a minibatch, then divides by the batch size.
      trainer = new convnetjs.Trainer(net, {
        method: "sgd",
        learning_rate: learningRate,
        momentum: 0,
        batch_size: batch,
        l2_decay: 2 * l2 * batch,
      });
    },
    epoch() {
      train.volumes.forEach((volume, i) => trainer.train(volume, train.labels[i]));
    },
    evaluate() {
      let squares = 0;
      for (const filter of dense.filters) squares += sumOfSquares(filter.w);
      return { train: measure(train, l2 * squares), validation: measure(validation, l2 * squares) };
    },
  };
}

/**
 * The images as the library takes them.
 * @param {any} convnetjs
 * @param {Uint8Array} records
 * @param {Work} work
 */
function split(convnetjs, records, { images, scale }) {
  const x = standardized(records, scale, new Float64Array(images * dim));
  const volumes = Array.from({ length: images }, (_, i) => {
    const volume = new convnetjs.Vol(1, 1, 1, 0);
    return Object.assign(volume, { depth: dim, w: x.subarray(i * dim, (i + 1) * dim), dw: new Float64Array(dim) });
  });
  return { volumes, labels: labelsOf(records, images) };
}
