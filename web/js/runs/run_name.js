import { element, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Run} from "../core/mirror.js" */

/**
 * The first cell of a run: a swatch that draws it over the charts, and its name.
 * @extends {Emitter<{looked: void, overlaid: boolean, renamed: string}>}
 */
export class RunName extends Emitter {
  /** The element to place. */
  root;

  #swatch = element("button", { type: "button", class: "swatch" });
  #name = element("button", { type: "button", class: "run-name" });
  #input = element("input", {
    type: "text",
    class: "run-name-input",
    "aria-label": t("Name of the run"),
    hidden: true,
    maxlength: 60,
  });

  constructor() {
    super();
    this.root = element("th", { scope: "row", class: "text" }, this.#swatch, this.#name, this.#input);
    this.#swatch.addEventListener("click", () => this.emit("overlaid", this.#swatch.ariaPressed !== "true"));
    this.#name.addEventListener("click", () => this.emit("looked", undefined));
    this.#name.addEventListener("dblclick", () => this.edit());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("blur", () => this.#close(true));
  }

  /**
   * @param {Run} run
   * @param {string} colour
   * @param {boolean} overlaid
   * @param {boolean} viewed
   */
  update(run, colour, overlaid, viewed) {
    const runName = told(run.name);
    setText(this.#name, runName);
    this.#name.title = run.savedAt
      ? t("{run}, stored on {date}", { run: runName, date: formats.date(run.savedAt) })
      : runName;
    this.#name.setAttribute("aria-pressed", String(viewed));
    this.#swatch.setAttribute("aria-pressed", String(overlaid));
    this.#swatch.setAttribute("aria-label", t("Draw {run} over the charts", { run: runName }));
    this.#swatch.title = overlaid ? t("Take it off the charts") : t("Draw it over the charts");
    this.#swatch.style.setProperty("--colour", colour);
  }

  /** Lets the name be typed. */
  edit() {
    this.#input.value = this.#name.textContent ?? "";
    this.#name.hidden = true;
    this.#input.hidden = false;
    this.#input.select();
    this.#input.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.stopPropagation();
    this.#close(event.key === "Enter");
    this.#name.focus();
  }

  /** @param {boolean} take */
  #close(take) {
    if (this.#input.hidden) return;
    this.#input.hidden = true;
    this.#name.hidden = false;
    const name = this.#input.value.trim();
    if (take && name && name !== this.#name.textContent) this.emit("renamed", name);
  }
}
