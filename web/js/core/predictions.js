import { Emitter } from "./emitter.js";

/** @import {Data, Predictions as Answer, Settings, SplitName} from "./protocol.js" */

/**
 * @typedef {{weights: Float32Array, split: SplitName, data: Data, settings?: Settings}} Question weights are W, row
 * by row, then b; settings are their run's
 */
/** @typedef {Question & {answer: Answer | null}} Known null if the worker could not say */

/** Answers kept: the splits of a few epochs. */
const most = 9;

/**
 * The predictions of weights for the images of a split, requested from the worker once and remembered for a
 * while. One request is active at a time; of those that arrive meanwhile the latest counts.
 * @extends {Emitter<{changed: void, failed: string}>}
 */
export class Predictions extends Emitter {
  #ask;
  /** @type {Known[]} the latest used last */
  #known = [];
  /** @type {Question | null} */
  #wanted = null;
  /** @type {Question | null} */
  #underWay = null;

  /** @param {(question: Question) => Promise<Answer>} ask */
  constructor(ask) {
    super();
    this.#ask = ask;
  }

  /**
   * The answer, or null while it isn't known; "changed" says when to look again. Weights and
   * data are known by identity: the snapshot of an epoch, and the mirror's data.
   * @param {Question} question
   * @returns {Answer | null}
   */
  of(question) {
    const known = this.#known.find((known) => same(known, question));
    if (known) {
      this.#keep(known);
      return known.answer;
    }
    const asked = this.#underWay !== null && same(this.#underWay, question);
    this.#wanted = asked ? null : question;
    if (!this.#underWay) this.#answer();
    return null;
  }

  async #answer() {
    while (this.#wanted) {
      const question = this.#wanted;
      this.#underWay = question;
      this.#wanted = null;
      const answer = await this.#ask(question).catch((/** @type {Error} */ error) => {
        this.emit("failed", error.message);
        return null;
      });
      this.#keep({ ...question, answer });
      this.emit("changed", undefined);
    }
    this.#underWay = null;
  }

  /** @param {Known} known */
  #keep(known) {
    this.#known = [...this.#known.filter((other) => !same(other, known)), known].slice(-most);
  }
}

/** @param {Question} a @param {Question} b */
function same(a, b) {
  return a.weights === b.weights && a.split === b.split && a.data === b.data;
}
