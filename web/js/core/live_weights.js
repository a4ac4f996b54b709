import { Emitter } from "./emitter.js";
import { together } from "./parameters.js";

/** @import {NetworkWeights} from "./protocol.js" */
/** @import {Run} from "./mirror.js" */

/**
 * The weights of a run that rests between two epochs, where there is no snapshot: requested from whoever
 * has them, once for each step.
 * @extends {Emitter<{changed: void}>}
 */
export class LiveWeights extends Emitter {
  #ask;
  #asked = "";
  /** @type {Float32Array | null} W, row by row, then b */
  #known = null;

  /** @param {(run: number) => Promise<NetworkWeights>} ask */
  constructor(ask) {
    super();
    this.#ask = ask;
  }

  /**
   * The weights between epochs, or null if there are none or they aren't known yet; "changed" tells
   * when to look again. A run that trains is looked at after each epoch.
   * @param {Run} run
   */
  of(run) {
    if (run.status === "running" || !run.inEpoch) return null;
    const key = `${run.id} ${run.step}`;
    if (this.#asked !== key) this.#request(run.id, key);
    return this.#known;
  }

  /**
   * @param {number} run
   * @param {string} key
   */
  async #request(run, key) {
    [this.#asked, this.#known] = [key, null];
    const answer = await this.#ask(run).catch(() => null); // it has gone meanwhile: the snapshot stays
    if (!answer || this.#asked !== key) return;
    this.#known = together(answer);
    this.emit("changed", undefined);
  }
}
