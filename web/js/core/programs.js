import { Emitter } from "./emitter.js";
import { t } from "../texts/texts.js";

/** A part of the page can't be had: its own notice offers a reload. */
export class Missing extends Error {}

/**
 * A program of the page's, as the heartbeat sees it.
 * @typedef {object} Beating
 * @property {() => void} ping asks it for a sign of life
 * @property {string} part what it is, as a sentence begins
 * @property {() => void} giveUp ends it as one that has stopped
 */

/** Between two beats, milliseconds. */
export const interval = 2000;
/** After so many without an answer a program counts as silent. */
export const patience = 5;

/**
 * The page's workers that run, whoever has started them. A lock tells of one that has ended; of one that hangs tells
 * that it no longer answers. Emits silent, answers when such a one does again or has ended, and missing for one that
 * can't be had.
 * @extends {Emitter<{silent: Beating, answers: Beating, missing: Missing}>}
 */
class Programs extends Emitter {
  /** How often each was asked since it answered last. @type {Map<Beating, number>} */
  #asked = new Map();

  /** @param {Beating} program that runs now */
  watch(program) {
    this.#asked.set(program, 0);
  }

  /** @param {Beating} program that has said something */
  hear(program) {
    const asked = this.#asked.get(program);
    if (!asked) return;
    this.#asked.set(program, 0);
    if (asked >= patience) this.emit("answers", program);
  }

  /** @param {Beating} program that has ended */
  leave(program) {
    this.hear(program);
    this.#asked.delete(program);
  }

  /** Asks each of them. Beats are counted, not time: a computer that slept has not waited. */
  beat() {
    for (const [program, asked] of this.#asked) {
      if (asked === patience) this.emit("silent", program);
      this.#asked.set(program, asked + 1);
      program.ping();
    }
  }
}

export const programs = new Programs();

/**
 * A part that is fetched when it is wanted can't be had: the host may have replaced it.
 * @param {string} part what it is, as a sentence begins
 * @param {string} [why]
 */
export function missing(part, why = "") {
  const error = new Missing(
    `${t("{part} could not be loaded. Try again, or reload the page.", { part })} ${why}`.trim(),
  );
  programs.emit("missing", error);
  return error;
}
