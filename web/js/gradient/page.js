import { GradientForm } from "./form.js";
import { GradientTables } from "./tables.js";
import { byId } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { Cancelled } from "../core/checker.js";
import { Missing } from "../core/programs.js";
import { errorsFrame, gradientScene } from "./scene.js";
import { trouble } from "../core/trouble.js";

/** @import {Theme} from "../ui/theme.js" */
/** @import {Check, GradientChecker, Options} from "../core/checker.js" */
/** @import {Frame} from "../core/protocol.js" */

/** From the last change of an option to the check that shows it. */
const pause = 150; // ms

/**
 * The Gradient tab. After the first check, each change of an option shows its
 * effect by itself, and the curve over h follows.
 * @extends {Emitter<{changed: void, frame: Frame, failed: string}>}
 */
export class GradientPage extends Emitter {
  checker;

  #form = new GradientForm(byId("gradient-controls", HTMLElement));
  #tables = new GradientTables(byId("gradient-results", HTMLElement));
  #timer = 0;
  /** @type {Check | null} whose errors the view has */
  #drawn = null;

  /** @param {GradientChecker} checker */
  constructor(checker) {
    super();
    this.checker = checker;
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
    this.#timer = window.setTimeout(
      () => this.#run([this.#form.options.batchSize], option !== "h" && option !== "formula"),
      pause,
    );
  }

  /**
   * @param {number[]} sizes batch sizes
   * @param {boolean} curve draws it too, for the size that the pictures show
   */
  async #run(sizes, curve = true) {
    clearTimeout(this.#timer); // this shows the effect of an option's change too
    const options = { ...this.#form.options };
    try {
      for (const batchSize of sizes) {
        await this.checker.check({ ...options, batchSize });
      }
      if (curve || !this.checker.curve?.forward.length)
        await this.checker.sweep({ ...options, batchSize: sizes.at(-1) ?? options.batchSize });
    } catch (error) {
      if (!(error instanceof Cancelled || error instanceof Missing)) this.emit("failed", trouble(error));
    }
  }
}
