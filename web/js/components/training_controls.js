import { byId, find, setText } from "../dom.js";
import { Emitter } from "../emitter.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../mirror.js" */
/** @import {Settings} from "../protocol.js" */

/** @typedef {"play" | "pause" | "step" | "finishEpoch" | "reset"} Action */

/**
 * Train or Pause, Step, Next epoch, Reset. What can't be done now is marked so, but
 * keeps the focus.
 * @extends {Emitter<{pressed: Action}>}
 */
export class TrainingControls extends Emitter {
  #train = byId("train", HTMLButtonElement);
  /** @type {[Action, HTMLButtonElement][]} */
  #others = [
    ["step", byId("step", HTMLButtonElement)],
    ["finishEpoch", byId("next-epoch", HTMLButtonElement)],
    ["reset", byId("reset", HTMLButtonElement)],
  ];
  #running = false;
  /** @type {Set<Action>} */
  #possible = new Set();

  constructor() {
    super();
    this.#train.addEventListener("click", () => this.toggle());
    for (const [action, button] of this.#others) button.addEventListener("click", () => this.press(action));
    this.update(null, null);
  }

  /** Trains or pauses. */
  toggle() {
    this.press(this.#running ? "pause" : "play");
  }

  /** @param {Action} action */
  press(action) {
    if (this.#possible.has(action)) this.emit("pressed", action);
  }

  /**
   * @param {Run | null} run the current one
   * @param {Settings | null} settings
   */
  update(run, settings) {
    this.#running = run?.status === "running";
    this.#possible = possibleActions(run, settings);
    setText(find(this.#train, "span", HTMLElement), this.#running ? t("Pause") : t("Train"));
    find(this.#train, "use", SVGUseElement).setAttribute("href", this.#running ? "#icon-pause" : "#icon-play");
    this.#train.title = this.#running ? t("Pause after this step (space)") : t("Train to the last epoch (space)");
    this.#train.setAttribute("aria-disabled", String(!run));
    for (const [action, button] of this.#others) button.setAttribute("aria-disabled", String(!this.#possible.has(action)));
  }
}

/**
 * @param {Run | null} run
 * @param {Settings | null} settings
 * @returns {Set<Action>}
 */
function possibleActions(run, settings) {
  if (!run || !settings) return new Set();
  if (run.status === "running") return new Set(["pause", "reset"]);
  const over = run.status === "diverged" || (run.status === "finished" && settings.epochs <= run.epoch);
  return new Set(over ? ["play", "reset"] : ["play", "step", "finishEpoch", "reset"]);
}
