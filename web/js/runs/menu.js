import { byId, element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/** @typedef {"rename" | "rerun" | "fork" | "remove" | "forgetAll"} RunAction */

/**
 * What the menu needs to know about a run.
 * @typedef {{id: number, forkEpoch: number | null, sameData: boolean, removable: boolean}} MenuRun
 */

/**
 * The menu of a run in the list.
 * @extends {Emitter<{chosen: {action: RunAction, run: number}}>}
 */
export class RunMenu extends Emitter {
  #root = byId("run-menu", HTMLElement);
  /** @type {MenuRun | null} */
  #run = null;
  #rename = this.#item("rename", t("Rename"));
  #rerun = this.#item("rerun", t("Train again"));
  #fork = this.#item("fork", "");
  #remove = this.#item("remove", t("Remove"));
  #forget = element("button", { type: "button", class: "menu-apart" });
  #sure = false;

  constructor() {
    super();
    this.#root.append(this.#rename, this.#rerun, this.#fork, this.#remove, this.#forget);
    this.#forget.addEventListener("click", () => (this.#sure ? this.#choose("forgetAll") : this.#ask(true)));
  }

  /**
   * @param {MenuRun} run
   * @param {HTMLElement} button that opens it
   */
  open(run, button) {
    this.#run = run;
    this.#ask(false);
    this.#fork.textContent =
      run.forkEpoch === null ? t("Fork") : t("Fork from epoch {epoch}", { epoch: run.forkEpoch });
    enable(
      this.#fork,
      run.forkEpoch !== null && run.sameData,
      run.sameData
        ? t("A new run that goes on from there with the settings it had then")
        : t("Load the data it was trained on to fork it"),
    );
    enable(
      this.#rerun,
      run.sameData,
      run.sameData
        ? t("A new run with the same settings and seed")
        : t("Load the data it was trained on to train it again"),
    );
    enable(this.#remove, run.removable, "");
    this.#root.showPopover();
    const { right, top, bottom } = button.getBoundingClientRect();
    const { width, height } = this.#root.getBoundingClientRect();
    this.#root.style.setProperty("left", `${Math.max(8, right - width)}px`);
    this.#root.style.setProperty("top", `${bottom + height + 8 > floor() ? Math.max(8, top - height) : bottom}px`);
    this.#rename.focus();
  }

  /**
   * Forgetting everything requires a second press.
   * @param {boolean} sure
   */
  #ask(sure) {
    this.#sure = sure;
    this.#forget.textContent = sure ? t("Yes, forget all runs") : t("Forget all runs…");
    this.#forget.classList.toggle("alarm", sure);
  }

  /**
   * @param {RunAction} action
   * @param {string} label
   */
  #item(action, label) {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => button.ariaDisabled !== "true" && this.#choose(action));
    return button;
  }

  /** @param {RunAction} action */
  #choose(action) {
    const run = this.#run?.id;
    this.#root.hidePopover();
    if (run !== undefined) this.emit("chosen", { action, run });
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} possible
 * @param {string} title
 */
function enable(button, possible, title) {
  button.setAttribute("aria-disabled", String(!possible));
  button.title = title;
}

/** Where the free part of the window ends: on a phone the training's buttons stand below it. */
function floor() {
  const bar = document.querySelector(".training");
  return bar && getComputedStyle(bar).position === "fixed" ? bar.getBoundingClientRect().top : innerHeight;
}
