// Loads ceiling.wasm in Node or in a browser. See ceiling.c.

const dim = 3072;
const classes = 10;

/**
 * @typedef {object} Images
 * @property {Uint8Array} pixels  n×3072, one image per row
 * @property {Uint8Array} labels  n
 */

/** One instance holds one classifier and one set of images. */
export class Ceiling {
  /** @param {BufferSource} bytes  of ceiling.wasm */
  static async load(bytes) {
    const { instance } = await WebAssembly.instantiate(bytes, { env: { log: Math.log } });
    return new Ceiling(/** @type {any} */ (instance.exports));
  }

  /** @param {any} exports */
  constructor(exports) {
    this.exports = exports;
    this.count = 0;
    this.pixels = this.labels = 0; // addresses
  }

  /**
   * Copies the images in.
   * @param {Images} images  their number must be a multiple of the batch size
   */
  setImages({ pixels, labels }) {
    const { memory, heap } = this.exports;
    this.count = labels.length;
    this.pixels = (heap() + 15) & ~15;
    this.labels = this.pixels + pixels.length;
    const missing = this.labels + labels.length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65536));
    new Uint8Array(memory.buffer, this.pixels).set(pixels);
    new Uint8Array(memory.buffer, this.labels).set(labels);
  }

  /**
   * Sets the standardization, x = pixel·scale + shift.
   * @param {ArrayLike<number>} scale  3072
   * @param {ArrayLike<number>} shift  3072
   */
  setScale(scale, shift) {
    this.#floats(this.exports.scale(), dim).set(scale);
    this.#floats(this.exports.shift(), dim).set(shift);
  }

  /**
   * @param {ArrayLike<number>} weights  10×3072, row-major
   * @param {ArrayLike<number>} bias  10
   */
  setWeights(weights, bias) {
    const stored = this.#floats(this.exports.weights(), classes * dim);
    for (let k = 0; k < classes; k++) {
      for (let d = 0; d < dim; d++) stored[(d >> 2) * 40 + k * 4 + (d & 3)] = weights[k * dim + d];
    }
    this.#floats(this.exports.bias(), classes).set(bias);
  }

  /** The weights as they are stored, in another order. */
  storedWeights() {
    return this.#floats(this.exports.weights(), classes * dim);
  }

  /**
   * One pass of updates over n images from image `from` on: by default all. The
   * batch size must divide n and be a multiple of 4, at most 128.
   * @returns {number} the mean loss of the minibatches before their updates
   */
  epoch(batch = 100, learningRate = 0.001, l2 = 0, from = 0, n = this.count) {
    return this.exports.epoch(this.pixels + from * dim, this.labels + from, n, batch, learningRate, l2);
  }

  /** @returns {{loss: number, correct: number}} */
  evaluate(batch = 100, from = 0, n = this.count) {
    const loss = this.exports.evaluate(this.pixels + from * dim, this.labels + from, n, batch);
    return { loss, correct: this.exports.correct() };
  }

  #floats(/** @type {number} */ at, /** @type {number} */ length) {
    return new Float32Array(this.exports.memory.buffer, at, length);
  }
}
