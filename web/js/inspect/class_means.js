import { Emitter } from "../emitter.js";
import { scaler } from "./explain.js";
import { dim } from "./pictures.js";

/** @import {ClassMeans as Answer, Data} from "../protocol.js" */
/** @import {Scaler} from "./explain.js" */

/**
 * What the training images are on average.
 * @typedef {object} Means
 * @property {Data} data of which
 * @property {Float32Array} classes 10×3072, in bytes’ range
 * @property {Float64Array} counts images of each class
 * @property {Float64Array} all 3072, of the whole split
 * @property {Scaler} scaler
 */

/**
 * The means of the training split of the data that are loaded, asked of the worker once.
 * @extends {Emitter<{changed: void, failed: string}>}
 */
export class ClassMeans extends Emitter {
  #ask;
  /** @type {Means | null} */
  #known = null;
  /** @type {Data | null} */
  #asked = null;

  /** @param {() => Promise<Answer>} ask */
  constructor(ask) {
    super();
    this.#ask = ask;
  }

  /**
   * The means, or null while they aren't known; "changed" tells when to look again.
   * @param {Data} data
   */
  of(data) {
    if (this.#known?.data === data) return this.#known;
    if (this.#asked !== data) this.#request(data);
    return null;
  }

  /** @param {Data} data */
  async #request(data) {
    this.#asked = data;
    try {
      const { means, counts, mean, std } = await this.#ask();
      if (this.#asked !== data) return; // other data have come since
      this.#known = { data, classes: means, counts, all: mean, scaler: scaler(mean, std) };
      this.emit("changed", undefined);
    } catch (error) {
      this.emit("failed", /** @type {Error} */ (error).message);
    }
  }
}

/**
 * @param {Means} means
 * @param {number} k
 */
export function meanOf({ classes }, k) {
  return classes.subarray(k * dim, (k + 1) * dim);
}
