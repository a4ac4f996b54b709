import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import { RunOptions } from "./run_options.js";

/** @import {Run} from "../core/mirror.js" */

/**
 * Which run is viewed, if there are several.
 * @extends {Emitter<{looked: number}>}
 */
export class RunChoice extends Emitter {
  #select = element("select", { id: "inspect-run" });
  #options = new RunOptions(this.#select);

  /** The element to place. */
  root = element(
    "div",
    { class: "filter-row run-choice", hidden: true },
    element("label", { for: "inspect-run" }, t("Run")),
    this.#select,
  );

  constructor() {
    super();
    this.#select.addEventListener("change", () => this.emit("looked", Number(this.#select.value)));
  }

  /**
   * @param {Run[]} runs newest last
   * @param {number} looked
   */
  update(runs, looked) {
    this.#options.update(runs);
    this.#select.value = String(looked);
    this.root.hidden = runs.length < 2;
  }
}
