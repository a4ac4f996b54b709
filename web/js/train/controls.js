import { byId, element, find, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Settings} from "../core/protocol.js" */

/** @typedef {"play" | "pause" | "step" | "finishEpoch" | "reset"} Action */

/**
 * Train or Pause, Step, Next epoch, Reset. What can't be done now is marked so, but
 * keeps the focus.
 * @extends {Emitter<{pressed: Action, more: number, again: void}>}
 */
export class TrainingControls extends Emitter {
  #train = byId("train-button", HTMLButtonElement);
  /** @type {[Action, HTMLButtonElement][]} */
  #others = [
    ["step", byId("step", HTMLButtonElement)],
    ["finishEpoch", byId("next-epoch", HTMLButtonElement)],
    ["reset", byId("reset", HTMLButtonElement)],
  ];
  #again = element(
    "button",
    { type: "button", class: "again", hidden: true, title: t("A new run with the same settings and another seed") },
    t("Again, new seed"),
  );
  #running = false;
  #more = 0;
  #now;

  /**
   * @param {() => {current: Run | null, settings: Settings | null}} now what is so when something is pressed:
   * the picture may be a frame behind
   */
  constructor(now) {
    super();
    this.#now = now;
    this.#train.addEventListener("click", () => this.toggle());
    for (const [action, button] of this.#others) button.addEventListener("click", () => this.press(action));
    this.#train.closest(".buttons")?.append(this.#again);
    this.#again.addEventListener("click", () => this.emit("again", undefined));
    this.update(null, null);
  }

  /** Trains or pauses. */
  toggle() {
    if (!this.#running && this.#more > 0) this.emit("more", this.#more);
    else this.press(this.#running ? "pause" : "play");
  }

  /** @param {Action} action */
  press(action) {
    const { current, settings } = this.#now();
    if (possibleActions(current, settings).has(action)) this.emit("pressed", action);
  }

  /**
   * @param {Run | null} run the current one
   * @param {Settings | null} settings
   */
  update(run, settings) {
    this.#running = run?.status === "running";
    this.#more = moreEpochs(run, settings);
    const word = this.#more > 0 ? t("Train {n} more", { n: this.#more }) : t("Train");
    setText(find(this.#train, "span", HTMLElement), this.#running ? t("Pause") : word);
    this.#again.hidden = this.#more === 0;
    find(this.#train, "use", SVGUseElement).setAttribute("href", this.#running ? "#icon-pause" : "#icon-play");
    this.#train.title = this.#running ? t("Pause after this step (space)") : t("To the last epoch (space)");
    this.#train.setAttribute("aria-disabled", String(!run));
    const possible = possibleActions(run, settings);
    for (const [action, button] of this.#others) button.setAttribute("aria-disabled", String(!possible.has(action)));
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

/**
 * How many more epochs a finished run can be trained for, 0 if Train would do something else:
 * with other settings it begins a new run.
 * @param {Run | null} run
 * @param {Settings | null} settings
 */
function moreEpochs(run, settings) {
  if (run?.status !== "finished" || !settings || settings.epochs > run.epoch) return 0;
  const names = /** @type {(keyof Settings)[]} */ (Object.keys(settings));
  return names.every((name) => settings[name] === run.settings[name]) ? Math.min(40, settings.epochs) : 0;
}
