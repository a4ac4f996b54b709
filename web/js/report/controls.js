import { byId, element, find, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { Choice } from "../ui/choice.js";

import { isOver } from "../core/team.js";

/** @import {Team} from "../core/team.js" */
/** @import {Figure, ReportView} from "./scene.js" */

/**
 * Starts, pauses and stops the four runs, shows their progress, and chooses what is shown of them.
 * @extends {Emitter<{reproduce: void, pause: void, play: void, stop: void, changed: void}>}
 */
export class ReportControls extends Emitter {
  #figure = new Choice("report-figure", t("Figure"), [
    ["cost", t("cost")],
    ["loss", t("loss")],
    ["accuracy", t("accuracy")],
    ["weights", t("weights")],
  ]);
  #only = new Choice("report-only", t("Show"), [
    ["", t("all")],
    ["A", "A"],
    ["B", "B"],
    ["C", "C"],
    ["D", "D"],
  ]);
  #common = toggle(t("Common scale"));
  #log = toggle(t("Log scale"));
  #main = byId("reproduce", HTMLButtonElement);
  #stop = byId("report-stop", HTMLButtonElement);
  #line = byId("report-line", HTMLElement);
  #left = byId("report-left", HTMLElement);
  #progress = byId("report-progress", HTMLProgressElement);
  /** @type {"reproduce" | "pause" | "play" | null} what the main button does */
  #action = null;

  /** @param {HTMLElement} place of the choices */
  constructor(place) {
    super();
    this.#main.addEventListener("click", () => this.#action && this.emit(this.#action, undefined));
    this.#stop.addEventListener("click", () => this.emit("stop", undefined));
    for (const choice of [this.#figure, this.#only]) choice.on("changed", () => this.emit("changed", undefined));
    for (const { input } of [this.#common, this.#log])
      input.addEventListener("change", () => this.emit("changed", undefined));
    place.append(
      this.#figure.root,
      this.#only.root,
      element("div", { class: "report-toggles" }, this.#common.root, this.#log.root),
    );
  }

  /** @returns {ReportView} */
  get view() {
    return {
      figure: /** @type {Figure} */ (this.#figure.value),
      only: this.#only.value,
      commonRange: this.#common.input.checked,
      log: this.#log.input.checked,
    };
  }

  set view({ figure, only, commonRange, log }) {
    this.#figure.value = figure;
    this.#only.value = only;
    this.#common.input.checked = commonRange;
    this.#log.input.checked = log;
    this.emit("changed", undefined);
  }

  /**
   * @param {Team} team
   * @param {boolean} possible whether there is an engine to do it
   */
  update(team, possible) {
    const { state } = team;
    const [action, word, picture] = /** @type {const} */ ({
      idle: ["reproduce", t("Reproduce the report"), "play"],
      starting: [null, t("Starting"), "play"],
      running: ["pause", t("Pause all four"), "pause"],
      paused: ["play", t("Go on"), "play"],
    })[state];
    this.#action = possible ? action : null;
    setText(find(this.#main, "span", HTMLElement), word);
    find(this.#main, "use", SVGUseElement).setAttribute("href", `#icon-${picture}`);
    this.#main.setAttribute("aria-disabled", String(this.#action === null));
    this.#stop.setAttribute("aria-disabled", String(state === "idle"));
    this.#showProgress(team);
    const drawn = this.view.figure === "weights";
    this.#log.input.disabled = drawn || this.view.figure === "accuracy";
  }

  /** @param {Team} team */
  #showProgress({ state, progress, runs }) {
    const epoch = runs.length > 0 ? Math.min(...runs.map((run) => run.epoch)) : 0;
    const all = runs.length > 0 && runs.every(isOver);
    const words = {
      idle: runs.length === 0 ? "" : all ? t("done") : t("stopped at epoch {epoch}", { epoch }),
      starting: t("sharing the data"),
      running: t("epoch {epoch} / {epochs}", { epoch, epochs: 40 }),
      paused: t("paused at epoch {epoch}", { epoch }),
    };
    const left =
      state === "running" && Number.isFinite(progress.secondsLeft)
        ? t("{time} left", { time: formats.duration(progress.secondsLeft) })
        : "";
    setText(this.#line, words[state]);
    setText(this.#left, left);
    this.#progress.value = progress.share;
  }
}

/** @param {string} label */
function toggle(label) {
  const input = element("input", { type: "checkbox" });
  return { input, root: element("label", { class: "toggle" }, input, label) };
}
