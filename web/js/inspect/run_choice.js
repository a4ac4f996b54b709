import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Run} from "../core/mirror.js" */

/**
 * Which run is viewed, if there are several.
 * @extends {Emitter<{looked: number}>}
 */
export class RunChoice extends Emitter {
  #select = element("select", { id: "inspect-run" });
  #drawn = "";

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
    const key = JSON.stringify(runs.map(({ id, name }) => [id, told(name)]));
    if (key !== this.#drawn)
      this.#select.replaceChildren(
        ...runs.toReversed().map(({ id, name }) => element("option", { value: id }, told(name))),
      );
    this.#drawn = key;
    this.#select.value = String(looked);
    this.root.hidden = runs.length < 2;
  }
}
