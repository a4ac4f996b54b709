import { Emitter } from "./emitter.js";

/** @typedef {{from: number, to: number}} EpochWindow */

const storageKey = "onelayer.log";

/**
 * How the charts are looked at, beyond what they show: the axes of cost and loss, the part of the epochs, and the
 * one that is enlarged. The view changes the last two by itself and tells; the page keeps them.
 * @extends {Emitter<{changed: void}>}
 */
export class ChartLook extends Emitter {
  #log = remembered() === "on";

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
    remember(on ? "on" : "");
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

function remembered() {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null; // storage is blocked
  }
}

/** @param {string} value */
function remember(value) {
  try {
    if (value) localStorage.setItem(storageKey, value);
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage is blocked: the choice holds for this visit.
  }
}
