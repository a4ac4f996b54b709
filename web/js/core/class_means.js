import { Emitter } from "./emitter.js";
import { dim } from "./constants.js";
import { trouble } from "./trouble.js";

/** @import {ClassMeans as Answer, Data} from "./protocol.js" */

/**
 * The mean images of the classes of the training split of the data that are loaded, asked of the worker once.
 * @extends {Emitter<{changed: void, failed: string}>}
 */
export class ClassMeans extends Emitter {
  #ask;
  /** @type {Answer | null} */
  #known = null;
  /** @type {Data | null} whose means are known or asked for */
  #data = null;

  /** @param {() => Promise<Answer>} ask */
  constructor(ask) {
    super();
    this.#ask = ask;
  }

  /**
   * The means, or null while they aren't known; "changed" says when to look again.
   * @param {Data} data
   */
  of(data) {
    if (data !== this.#data) this.#request(data);
    return this.#known;
  }

  /** @param {Data} data */
  async #request(data) {
    [this.#data, this.#known] = [data, null];
    try {
      const answer = await this.#ask();
      if (this.#data !== data) return; // other data have come since
      this.#known = answer;
      this.emit("changed", undefined);
    } catch (error) {
      this.emit("failed", trouble(error));
    }
  }
}

/**
 * @param {Answer} means
 * @param {number} k
 */
export function meanOf({ means }, k) {
  return means.subarray(k * dim, (k + 1) * dim);
}
