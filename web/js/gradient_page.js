import { GradientForm } from "./components/gradient_form.js";
import { GradientTables } from "./components/gradient_tables.js";
import { byId } from "./dom.js";
import { Emitter } from "./emitter.js";
import { Cancelled, GradientChecker } from "./gradient.js";
import { errorsFrame, gradientScene } from "./gradient_scene.js";
import { LazyWorker } from "./lazy_worker.js";

/** @import {Commands} from "./commands.js" */
/** @import {Theme} from "./components/theme.js" */
/** @import {Check, Options, Told} from "./gradient.js" */
/** @import {WorkerPort} from "./worker_client.js" */

/** The checker's protocol, wasm/checker/session. */
const version = 1;

/** From the last change of an option to the check that shows it. */
const pause = 150; // ms

/**
 * The Gradient tab. Once a check has been asked for, each change of an option shows its
 * effect by itself, and the curve over h follows.
 * @extends {Emitter<{changed: void, frame: object, failed: string}>}
 */
export class GradientPage extends Emitter {
  checker;

  #form = new GradientForm(byId("gradient-controls", HTMLElement));
  #tables = new GradientTables(byId("gradient-results", HTMLElement));
  #timer = 0;
  /** @type {Check | null} whose errors the view has */
  #drawn = null;

  /**
   * @param {Commands} commands
   * @param {() => WorkerPort} startWorker
   */
  constructor(commands, startWorker) {
    super();
    this.checker = new GradientChecker(commands, /** @type {LazyWorker<Told>} */ (new LazyWorker(startWorker, version)));
    this.checker.on("changed", () => this.#changed());
    this.#form.on("wanted", (sizes) => this.#run(sizes));
    this.#form.on("changed", (option) => this.#follow(option));
    this.#form.on("cancelled", () => this.checker.cancel());
  }

  /** @param {string[]} classes */
  update(classes) {
    this.#form.update(this.checker);
    this.#tables.update(this.checker, classes);
  }

  /**
   * @param {string[]} classes
   * @param {Theme} theme
   */
  scene(classes, theme) {
    return gradientScene(this.checker, this.#form.options.h, classes, theme);
  }

  /** Sends the view what it draws from. */
  sendFrame() {
    this.#drawn = this.checker.last;
    this.emit("frame", errorsFrame(this.checker));
  }

  #changed() {
    if (this.#drawn !== this.checker.last) this.sendFrame();
    this.emit("changed", undefined);
  }

  /** @param {keyof Options} option */
  #follow(option) {
    this.emit("changed", undefined);
    const { last } = this.checker;
    if (!last) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#run([this.#form.options.batchSize], option !== "h" && option !== "formula"), pause);
  }

  /**
   * @param {number[]} sizes batch sizes
   * @param {boolean} curve draws it too, for the first size
   */
  async #run(sizes, curve = true) {
    const options = { ...this.#form.options };
    try {
      for (const batchSize of sizes) {
        await this.checker.check({ ...options, batchSize });
      }
      if (curve || !this.checker.curve?.forward.length) await this.checker.sweep({ ...options, batchSize: sizes[0] ?? options.batchSize });
    } catch (error) {
      if (!(error instanceof Cancelled)) this.emit("failed", /** @type {Error} */ (error).message);
    }
  }
}
