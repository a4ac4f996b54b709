import { Emitter } from "./emitter.js";
import { preference, remember } from "./preferences.js";

/** @typedef {{from: number, to: number}} EpochWindow */

/**
 * How the charts are viewed, beyond what they show: the axes of cost and loss, the range of epochs, and the
 * enlarged one. The view changes the last two by itself and reports it; the page keeps them.
 * @extends {Emitter<{changed: void}>}
 */
export class ChartOptions extends Emitter {
  #log = preference("onelayer.log") === "on";

  /** @type {EpochWindow | null} null for all epochs */
  window = null;

  /** Title of the chart that is enlarged, or empty. */
  enlarged = "";

  /** Whether cost and loss have logarithmic axes; remembered for the next visit. */
  get log() {
    return this.#log;
  }

  set log(on) {
    if (on === this.#log) return;
    this.#log = on;
    remember("onelayer.log", on ? "on" : "");
    this.emit("changed", undefined);
  }

  /** @param {EpochWindow | null} window */
  zoomed(window) {
    this.window = window;
    this.emit("changed", undefined);
  }

  /** @param {string} title */
  enlargedTo(title) {
    this.enlarged = title;
    this.emit("changed", undefined);
  }
}
