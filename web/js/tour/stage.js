import { pointAt } from "../core/record.js";
import { presetOf } from "../core/settings.js";

/** @import {GradientChecker} from "../core/checker.js" */
/** @import {Mirror, Run} from "../core/mirror.js" */

/**
 * What the tour's steps observe and act on: the page's own controls, and their effects. The runs that it
 * trains are runs like any other, and stay in the list.
 */
export class Stage {
  mirror;
  checker;

  /** @type {Map<string, number>} the run that the tour trained last, by the report's setting */
  #runs = new Map();
  /** @type {Set<() => void>} those that wait for a condition */
  #waiting = new Set();

  /**
   * @param {Mirror} mirror
   * @param {GradientChecker} checker
   */
  constructor(mirror, checker) {
    this.mirror = mirror;
    this.checker = checker;
  }

  /** Something may have changed. */
  update() {
    for (const look of this.#waiting) look();
  }

  /**
   * Presses a button of the page.
   * @param {string} selector
   */
  press(selector) {
    const button = document.querySelector(selector);
    if (button instanceof HTMLElement) button.click();
  }

  /**
   * Trains one of the report's settings with the page's own buttons. Resolves when it trains.
   * @param {"A" | "B" | "C" | "D"} setting
   */
  async train(setting) {
    this.press(`.preset:nth-of-type(${"ABCD".indexOf(setting) + 1})`);
    const { mirror } = this;
    await this.#until(
      () => mirror.settings !== null && presetOf(mirror.settings)?.name === setting && mirror.current?.step === 0,
    );
    this.press("#train-button");
    await this.#until(() => mirror.current?.status !== "ready");
    if (mirror.current) this.#runs.set(setting, mirror.current.id);
  }

  /**
   * The run of a setting that the tour has trained, or else the last one in the list.
   * @param {string} setting
   * @returns {Run | null}
   */
  run(setting) {
    const own = this.mirror.find(this.#runs.get(setting) ?? NaN);
    return own ?? this.mirror.runs.findLast((run) => presetOf(run.settings)?.name === setting && run.epoch > 0) ?? null;
  }

  /**
   * ‖W‖ after an epoch, or the last one.
   * @param {Run} run
   * @param {number | null} [epoch]
   */
  norm(run, epoch = null) {
    return pointAt(run, epoch)?.norm ?? NaN;
  }

  /** @param {() => boolean} came */
  #until(came) {
    return new Promise((resolve) => {
      const look = () => {
        if (!came()) return;
        this.#waiting.delete(look);
        resolve(undefined);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
