// TensorFlow.js: on each of its backends, by model.fit and by hand-written operations, so that its best counts.

import { classes, dim, labelsOf, metrics, standardized } from "../work.js";
import { runScript } from "./script.js";

/** @typedef {import("../work.js").Work} Work */
/** @typedef {import("../work.js").Contestant} Contestant */
/** @typedef {any} Tensor */
/** @typedef {"wasm" | "webgl" | "cpu"} Backend */

const packages = "/peers/@tensorflow";
const oneAtATime = 1000; // images of an evaluation

/**
 * @param {Work} work
 * @param {{backend: Backend, threads: boolean, way: "fit" | keyof typeof steps}} options
 * @returns {Promise<Contestant>}
 */
export async function create(work, { backend, threads, way }) {
  const tf = await start(backend, threads);
  return way === "fit" ? layers(tf, work) : operations(tf, work, steps[way]);
}

/**
 * Loads the library and waits for a backend.
 * @param {Backend} backend
 * @param {boolean} threads
 */
async function start(backend, threads) {
  for (const part of ["core", "backend-cpu", "backend-webgl", "backend-wasm", "layers"]) {
    await runScript(`${packages}/tfjs-${part}/dist/tf-${part}.min.js`);
  }
  const { tf } = /** @type {any} */ (globalThis);
  tf.wasm.setWasmPaths(`${location.origin}${packages}/tfjs-backend-wasm/dist/`);
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", threads);
  if (threads) useAllCores(tf);
  if (!(await tf.setBackend(backend)) || tf.getBackend() !== backend)
    throw new Error(`TensorFlow.js has no backend ${backend} here`);
  if (threads && tf.wasm.getThreadsCount() < 2) throw new Error("TensorFlow.js finds no second core here");
  tf.enableProdMode();
  return tf;
}

/** By default the wasm backend takes half of the cores, so it is told that there are twice as many. */
function useAllCores(/** @type {any} */ tf) {
  const cores = navigator.hardwareConcurrency;
  Object.defineProperty(navigator, "hardwareConcurrency", { value: 2 * cores });
  tf.wasm.setThreadsCount(cores);
}

/**
 * By the layers API, as its tutorials do.
 * @param {any} tf
 * @param {Work} work
 * @returns {Contestant}
 */
function layers(tf, work) {
  const { images, batch, learningRate, l2 } = work;
  const [train, validation] = [work.train, work.validation].map((records) => ({
    x: tf.tensor2d(standardized(records, work.scale, new Float32Array(images * dim)), [images, dim]),
    y: oneHot(tf, labelsOf(records, images)),
  }));
  const dense = tf.layers.dense({
    units: classes,
    inputShape: [dim],
    activation: "softmax",
    kernelRegularizer: tf.regularizers.l2({ l2 }),
  });
  const model = tf.sequential({ layers: [dense] });
  const evaluator = tf.model({ inputs: model.inputs, outputs: model.outputs });
  model.compile({ optimizer: tf.train.sgd(learningRate), loss: "categoricalCrossentropy" });
  evaluator.compile({ optimizer: "sgd", loss: "categoricalCrossentropy", metrics: ["accuracy"] });
  const initial = [
    tf.transpose(tf.tensor2d(work.weights.subarray(0, classes * dim), [classes, dim])),
    tf.tensor1d(work.weights.subarray(classes * dim)),
  ];

  const measure = async (/** @type {typeof train} */ { x, y }, /** @type {number} */ penalty) => {
    const figures = evaluator.evaluate(x, y, { batchSize: oneAtATime });
    const [loss, accuracy] = await Promise.all(
      figures.map(async (/** @type {Tensor} */ each) => (await each.data())[0]),
    );
    tf.dispose(figures);
    return { loss, cost: loss + penalty, accuracy }; // evaluate leaves the penalty out
  };
  return {
    reset: () => model.setWeights(initial),
    epoch: async () => {
      await model.fit(train.x, train.y, {
        batchSize: batch,
        epochs: 1,
        shuffle: false,
        yieldEvery: "never",
        verbose: 0,
      });
    },
    evaluate: async () => {
      const penalty = l2 * (await sumOfSquares(tf, model.getWeights()[0]));
      return { train: await measure(train, penalty), validation: await measure(validation, penalty) };
    },
  };
}

/**
 * @typedef {object} Minibatch  its tensors stay in the backend's memory, so that what the backend prepares of them can
 *   too
 * @property {Tensor} x  n×3072
 * @property {Tensor} transposed  3072×n
 * @property {Tensor} y  one-hot, n×10
 */

/**
 * @typedef {(tf: any, W: Tensor, b: Tensor, minibatch: Minibatch, rate: number, decay: number) => [Tensor, Tensor]}
 * Step
 */

/**
 * Ways to write an update. W is 3072×10, and where classes come first 10×3072.
 * @satisfies {Record<string, Step>}
 */
const steps = {
  /** As one writes it. */
  plain(tf, W, b, { x, y }, rate, decay) {
    const g = tf.mul(tf.sub(tf.softmax(tf.add(tf.matMul(x, W), b)), y), rate);
    return [tf.sub(tf.mul(W, decay), tf.matMul(x, g, true)), tf.sub(b, tf.sum(g, 0))];
  },
  /** Images transposed beforehand: the wasm backend multiplies fast only what it need not transpose. */
  transposed(tf, W, b, { x, transposed, y }, rate, decay) {
    const g = tf.mul(tf.sub(tf.softmax(tf.add(tf.matMul(x, W), b)), y), rate);
    return [tf.sub(tf.mul(W, decay), tf.matMul(transposed, g)), tf.sub(b, tf.sum(g, 0))];
  },
  /** Images as the right-hand factor of both products: the wasm backend packs that one, and keeps what it packed. */
  classesFirst(tf, W, b, { x, transposed, y }, rate, decay) {
    const g = tf.mul(tf.sub(tf.softmax(tf.add(tf.transpose(tf.matMul(W, transposed)), b)), y), rate);
    return [tf.sub(tf.mul(W, decay), tf.matMul(tf.transpose(g), x)), tf.sub(b, tf.sum(g, 0))];
  },
};

/**
 * By operations written out.
 * @param {any} tf
 * @param {Work} work
 * @param {Step} step
 * @returns {Contestant}
 */
function operations(tf, work, step) {
  const { images, batch, learningRate, l2 } = work;
  const classesFirst = step === steps.classesFirst;
  const minibatches = split(tf, work.train, work, batch).map(({ x, y }) => ({ x, y, transposed: tf.transpose(x) }));
  const train = split(tf, work.train, work, oneAtATime);
  const validation = split(tf, work.validation, work, oneAtATime);
  const rows = tf.tensor2d(work.weights.subarray(0, classes * dim), [classes, dim]);
  const initial = classesFirst ? rows : tf.transpose(rows);
  const initialBias = tf.tensor1d(work.weights.subarray(classes * dim));
  /** @type {Tensor} */
  let W = tf.clone(initial);
  /** @type {Tensor} */
  let b = tf.clone(initialBias);

  function replace(/** @type {() => [Tensor, Tensor]} */ make) {
    const old = [W, b];
    [W, b] = tf.tidy(make);
    tf.dispose(old);
  }
  const measure = async (/** @type {typeof train} */ parts, /** @type {number} */ penalty) => {
    const sums = tf.tidy(() => {
      const columns = classesFirst ? tf.transpose(W) : W;
      return tf.addN(parts.map(({ x, y }) => score(tf, tf.add(tf.matMul(x, columns), b), y)));
    });
    const [loss, correct] = await sums.data();
    sums.dispose();
    return metrics(loss, correct, images, penalty);
  };
  return {
    reset: () => replace(() => [tf.clone(initial), tf.clone(initialBias)]),
    epoch: async () => {
      for (const minibatch of minibatches)
        replace(() => step(tf, W, b, minibatch, learningRate / batch, 1 - 2 * learningRate * l2));
      await b.data();
    },
    evaluate: async () => {
      const penalty = l2 * (await sumOfSquares(tf, W));
      return { train: await measure(train, penalty), validation: await measure(validation, penalty) };
    },
  };
}

/**
 * The images in parts, in the backend's memory.
 * @param {any} tf
 * @param {Uint8Array} records
 * @param {Work} work
 * @param {number} size
 */
function split(tf, records, { images, scale }, size) {
  const x = standardized(records, scale, new Float32Array(images * dim));
  const labels = labelsOf(records, images);
  return Array.from({ length: Math.ceil(images / size) }, (_, i) => {
    const [from, to] = [i * size, Math.min(images, (i + 1) * size)];
    return {
      x: tf.tensor2d(x.subarray(from * dim, to * dim), [to - from, dim]),
      y: oneHot(tf, labels.subarray(from, to)),
    };
  });
}

/** The sum of losses and the number of correct images. */
function score(/** @type {any} */ tf, /** @type {Tensor} */ logits, /** @type {Tensor} */ y) {
  const loss = tf.sum(tf.sub(tf.logSumExp(logits, 1), tf.sum(tf.mul(logits, y), 1)));
  const correct = tf.sum(tf.cast(tf.equal(tf.argMax(logits, 1), tf.argMax(y, 1)), "float32"));
  return tf.stack([loss, correct]);
}

function oneHot(/** @type {any} */ tf, /** @type {Uint8Array} */ labels) {
  return tf.cast(tf.oneHot(tf.tensor1d(labels, "int32"), classes), "float32");
}

/** @returns {Promise<number>} */
async function sumOfSquares(/** @type {any} */ tf, /** @type {Tensor} */ values) {
  const sum = tf.tidy(() => tf.sum(tf.square(values)));
  const [value] = await sum.data();
  sum.dispose();
  return value;
}
