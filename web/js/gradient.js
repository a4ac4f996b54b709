import { Emitter } from "./emitter.js";

/** @import {Commands} from "./commands.js" */
/** @import {LazyWorker} from "./lazy_worker.js" */

/**
 * What a gradient check compares.
 * @typedef {object} Options
 * @property {number} batchSize the first images of the training split
 * @property {number} l2 λ
 * @property {boolean} initial the weights at the run's start, else as they are now
 * @property {number} h the step of the differences
 * @property {number} eps the least denominator of a relative error
 * @property {"central" | "forward"} formula
 * @property {boolean} wholeCost costs differenced as whole numbers, as the course does it, else image by image
 * @property {boolean} break compares a wrong gradient: λW instead of 2λW
 */

/** @type {Readonly<Options>} */
export const defaults = Object.freeze({
  batchSize: 10,
  l2: 0,
  initial: false,
  h: 1e-5,
  eps: 1e-16,
  formula: "central",
  wholeCost: false,
  break: false,
});

/**
 * Where a parameter is: a bias belongs to its class alone.
 * @typedef {{class: number, bias: boolean, channel: number, row: number, column: number}} Position
 */

/**
 * What came out, for the weights W and the bias b: the sums of the analytic and of the
 * numeric gradient; the relative error of the whole gradient, in Frobenius norms; the
 * median and the largest of its elements' errors; and the relative distance of the float32
 * kernels' gradient from the analytic one.
 * @typedef {object} Result
 * @property {number} parameters
 * @property {number} batchSize
 * @property {number} l2
 * @property {number} h
 * @property {number} eps
 * @property {{weights: Sums, bias: Sums}} sums
 * @property {{weights: number, bias: number}} relativeError
 * @property {{weights: Spread, bias: Spread}} elementwise
 * @property {{weights: number, bias: number} | null} kernel
 * @property {Float64Array} errors of each parameter: W row by row, then b
 *
 * @typedef {{analytic: number, numeric: number}} Sums
 * @typedef {{median: number, largest: number, at: Position}} Spread
 */

/** @typedef {{options: Options, result: Result, seconds: number}} Check a check that is done */

/** @typedef {{h: number, weights: number, bias: number}} Point relative errors with one h */

/** @typedef {{options: Options, central: Point[], forward: Point[]}} Curve both formulas' errors over h */

/** @typedef {{event: "GradientProgressed", done: number, total: number}} Told what the checker tells on its way */

/** A check or a sweep that was asked to stop. */
export class Cancelled extends Error {}

/**
 * Checks gradients in the checker's worker, one thing at a time: a new one takes the place
 * of one under way.
 * @extends {Emitter<{changed: void}>}
 */
export class GradientChecker extends Emitter {
  /** @type {Map<number, Check>} the last check of each batch size */
  checks = new Map();
  /** @type {Check | null} */
  last = null;
  /** @type {Curve | null} */
  curve = null;
  /** @type {{what: "check" | "curve", share: number} | null} */
  underWay = null;

  #commands;
  #worker;
  #turn = 0;

  /**
   * @param {Commands} commands
   * @param {LazyWorker<Told>} worker
   */
  constructor(commands, worker) {
    super();
    this.#commands = commands;
    this.#worker = worker;
    worker.on("told", ({ done, total }) => this.#progress(done / total));
  }

  /**
   * Compares the analytic gradient with differences of the cost.
   * @param {Partial<Options>} changes to the defaults
   * @returns {Promise<Result>}
   */
  check(changes = {}) {
    const options = { ...defaults, ...changes };
    return this.#do("check", async (turn) => {
      const started = performance.now();
      const result = await this.#ask(turn, "checkGradient", options, await this.#inputs(turn, options));
      this.last = { options, result, seconds: (performance.now() - started) / 1000 };
      this.checks.set(options.batchSize, this.last);
      return result;
    });
  }

  /**
   * Takes both formulas' errors for one h after the other.
   * @param {Options} options h and formula have no part in it
   * @returns {Promise<void>}
   */
  sweep(options) {
    return this.#do("curve", async (turn) => {
      const curve = { options, central: [], forward: [] };
      const inputs = await this.#inputs(turn, options);
      for (const formula of /** @type {const} */ (["central", "forward"])) {
        curve[formula] = (await this.#ask(turn, "sweepGradient", { ...options, formula }, inputs)).points;
        this.curve = { ...curve };
        this.emit("changed", undefined);
      }
    });
  }

  /** Stops what is under way. */
  async cancel() {
    if (!this.underWay) return;
    this.#turn++;
    this.underWay = null;
    this.emit("changed", undefined);
    await this.#worker.send("cancelGradient", {});
  }

  /** Forgets what was found: the data or the run it was found on are gone. */
  forget() {
    this.cancel().catch(() => {});
    this.checks.clear();
    this.last = this.curve = null;
    this.emit("changed", undefined);
  }

  /**
   * @template Value
   * @param {"check" | "curve"} what
   * @param {(turn: number) => Promise<Value>} work
   */
  async #do(what, work) {
    const turn = ++this.#turn;
    this.underWay = { what, share: 0 };
    this.emit("changed", undefined);
    try {
      return await work(turn);
    } finally {
      if (turn === this.#turn) this.underWay = null;
      this.emit("changed", undefined);
    }
  }

  /**
   * @param {number} turn
   * @param {Options} options
   */
  async #inputs(turn, { batchSize, l2, initial }) {
    const inputs = await this.#commands.gradientInputs({ batchSize, l2, initial });
    this.#assertTurn(turn);
    return inputs;
  }

  /**
   * @param {number} turn
   * @param {string} command
   * @param {Options} options
   * @param {object} inputs
   */
  async #ask(turn, command, options, inputs) {
    try {
      return await this.#worker.send(command, { ...options, inputs });
    } finally {
      this.#assertTurn(turn);
    }
  }

  /** @param {number} turn */
  #assertTurn(turn) {
    if (turn !== this.#turn) throw new Cancelled("The gradient check was cancelled.");
  }

  /** @param {number} share */
  #progress(share) {
    if (!this.underWay) return;
    this.underWay = { ...this.underWay, share };
    this.emit("changed", undefined);
  }
}
