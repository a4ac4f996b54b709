import { Emitter } from "./emitter.js";

/** @import {Mirror, Run} from "./mirror.js" */

/**
 * What the Train tab shows: a run, as it is or as it was after an epoch, and other runs over it.
 * @extends {Emitter<{changed: void}>}
 */
export class Viewing extends Emitter {
  /** @type {number | null} null while the run is shown as it is */
  epoch = null;

  /** What the charts show in addition: the gap between the splits, the parts of the cost. */
  extras = { gap: false, stack: false };

  /** @type {number | null} null is the current run, whichever that is */
  #run = null;
  /** @type {Set<number>} */
  #overlays = new Set();

  /** @param {Mirror} mirror @returns {Run | null} */
  run(mirror) {
    return (this.#run === null ? null : mirror.find(this.#run)) ?? mirror.current;
  }

  /** @param {Mirror} mirror @returns {Run[]} those drawn over the run that is looked at */
  overlays(mirror) {
    const viewed = this.run(mirror);
    return mirror.runs.filter((run) => this.#overlays.has(run.id) && run !== viewed);
  }

  /**
   * @param {number} run
   * @param {Mirror} mirror
   */
  look(run, mirror) {
    this.#run = run === mirror.current?.id ? null : run;
    this.epoch = null;
    this.emit("changed", undefined);
  }

  /** Goes back to the current run, as it is. */
  lookAtCurrent() {
    this.#run = this.epoch = null;
    this.emit("changed", undefined);
  }

  /** @param {number | null} epoch */
  scrub(epoch) {
    this.epoch = epoch;
    this.emit("changed", undefined);
  }

  /** @param {{gap: boolean, stack: boolean}} extras */
  draw(extras) {
    this.extras = extras;
    this.emit("changed", undefined);
  }

  /** @param {number} run */
  isOverlaid(run) {
    return this.#overlays.has(run);
  }

  /**
   * @param {number} run
   * @param {boolean} on
   */
  overlay(run, on) {
    if (on) this.#overlays.add(run);
    else this.#overlays.delete(run);
    this.emit("changed", undefined);
  }
}
