import { Emitter } from "./emitter.js";
import { LazyWorker } from "./lazy_worker.js";
import { t } from "../texts/texts.js";

/** @import {Commands} from "./commands.js" */
/** @import {Mistake} from "./mistakes.js" */
/** @import {CheckerCommands, CheckInputs, CheckResult, GradientProgressed, SweepPoint} from "./protocol.js" */
/** @import {WorkerPort} from "./rpc.js" */

/**
 * What a gradient check compares.
 * @typedef {object} Options
 * @property {number} batchSize the first images of the training split
 * @property {number} l2 λ
 * @property {boolean} initial the weights at the run's start, else as they are now
 * @property {number} h the step of the differences
 * @property {number} eps the smallest denominator of a relative error
 * @property {"central" | "forward"} formula
 * @property {boolean} wholeCost difference whole costs, as the course does, else image by image
 * @property {boolean} break compares a wrong gradient: λW instead of 2λW
 * @property {Mistake} mistake compares a gradient with this mistake
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
  mistake: "",
});

/**
 * A check that is done, of a run.
 * @typedef {{options: Options, result: CheckResult, seconds: number, of: () => string}} Check
 */

/**
 * Both formulas' errors over h.
 * @typedef {{options: Options, of: () => string, central: SweepPoint[], forward: SweepPoint[]}} Curve
 */

/** A check or a sweep that was asked to stop. */
export class Cancelled extends Error {}

/**
 * Checks gradients in the checker's worker, one at a time: a new one replaces
 * the current one.
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
  #nameRun;

  /**
   * @param {Commands} commands
   * @param {() => WorkerPort} startWorker
   * @param {() => () => string} nameRun names the current run and its place, in the language at the time of the call
   */
  constructor(commands, startWorker, nameRun) {
    super();
    this.#nameRun = nameRun;
    this.#commands = commands;
    /** @type {LazyWorker<CheckerCommands, GradientProgressed>} */
    this.#worker = new LazyWorker(startWorker, t("The part that checks gradients"));
    this.#worker.on("told", ({ done, total }) => this.#progress(done / total));
  }

  /**
   * Compares the analytic gradient with differences of the cost.
   * @param {Partial<Options>} changes to the defaults
   * @returns {Promise<CheckResult>}
   */
  check(changes = {}) {
    const options = { ...defaults, ...changes };
    return this.#do("check", async (turn) => {
      const started = performance.now();
      const of = this.#nameRun();
      const result = await this.#ask(turn, "checkGradient", options, await this.#inputs(turn, options));
      this.last = { options, result, seconds: (performance.now() - started) / 1000, of };
      this.checks.set(options.batchSize, this.last);
      return result;
    });
  }

  /**
   * Computes both formulas' errors for one h after the other.
   * @param {Options} options h and formula have no part in it
   * @returns {Promise<void>}
   */
  sweep(options) {
    return this.#do("curve", async (turn) => {
      /** @type {Curve} */
      const curve = { options, of: this.#nameRun(), central: [], forward: [] };
      const inputs = await this.#inputs(turn, options);
      for (const formula of /** @type {const} */ (["central", "forward"])) {
        curve[formula] = (await this.#ask(turn, "sweepGradient", { ...options, formula }, inputs)).points;
        this.curve = { ...curve };
        this.emit("changed", undefined);
      }
    });
  }

  /** Stops the current check. */
  async cancel() {
    if (!this.underWay) return;
    this.#turn++;
    this.underWay = null;
    this.emit("changed", undefined);
    await this.#worker.send("cancelGradient", {});
  }

  /** Forgets the results: their data or their run are gone. */
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
   * @template {"checkGradient" | "sweepGradient"} Name
   * @param {number} turn
   * @param {Name} command
   * @param {Options} options
   * @param {CheckInputs} inputs
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
