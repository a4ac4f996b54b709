import { Emitter } from "./emitter.js";
import { t } from "../texts/texts.js";

/** A part of the page can't be loaded. A notice of its own offers a reload. */
export class Missing extends Error {}

/**
 * A program of the page, as the heartbeat sees it.
 * @typedef {object} Beating
 * @property {() => void} ping asks it for a sign of life
 * @property {string} part its name, as the beginning of a sentence
 * @property {() => void} giveUp ends it, as if it had stopped
 */

/** The time between two beats, milliseconds. */
export const interval = 2000;
/** A program counts as silent after this many beats without an answer. */
export const patience = 5;
/** After so many if it has never said anything: its script may have to be fetched over a slow line. */
export const firstPatience = 15;

/**
 * The page's workers that run, whichever part started them. A lock shows that a worker has ended; that one hangs, or
 * ended before it had its lock, shows only in its silence. Emits silent, answers when a silent one answers again or has
 * ended, and missing for one that can't be loaded.
 * @extends {Emitter<{silent: {program: Beating, seconds: number}, answers: Beating, missing: Missing}>}
 */
class Programs extends Emitter {
  /** How often each was asked since its last answer. @type {Map<Beating, number>} */
  #asked = new Map();
  /** Those that have never said anything. @type {Set<Beating>} */
  #new = new Set();

  /** @param {Beating} program that is being started */
  watch(program) {
    this.#asked.set(program, 0);
    this.#new.add(program);
  }

  /** @param {Beating} program that has said something */
  hear(program) {
    const asked = this.#asked.get(program);
    const most = this.#patience(program);
    this.#new.delete(program);
    if (!asked) return;
    this.#asked.set(program, 0);
    if (asked > most) this.emit("answers", program);
  }

  /** @param {Beating} program that has ended */
  leave(program) {
    this.hear(program);
    this.#asked.delete(program);
  }

  /** Asks each of them. It counts beats, not time, since a computer that was asleep did not wait. */
  beat() {
    for (const [program, asked] of this.#asked) {
      const most = this.#patience(program);
      if (asked === most) this.emit("silent", { program, seconds: (most * interval) / 1000 });
      this.#asked.set(program, asked + 1);
      program.ping();
    }
  }

  /** @param {Beating} program */
  #patience(program) {
    return this.#new.has(program) ? firstPatience : patience;
  }
}

export const programs = new Programs();

/**
 * Reports a part that is fetched when it is needed and can't be loaded: the host may have replaced it.
 * @param {string} part its name, as the beginning of a sentence
 * @param {string} [why]
 */
export function missing(part, why = "") {
  const error = new Missing(
    `${t("{part} could not be loaded. Try again, or reload the page.", { part })} ${why}`.trim(),
  );
  programs.emit("missing", error);
  return error;
}
