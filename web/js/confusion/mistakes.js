import { cellName } from "./words.js";
import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";

/** @import {Confusion} from "../core/protocol.js" */
/** @import {Cell} from "./table.js" */

/**
 * The most frequent mistakes, each of which opens its images.
 * @extends {Emitter<{chosen: Cell}>}
 */
export class ConfusionMistakes extends Emitter {
  /** The element to place. */
  root = element("section", { class: "confusion-mistakes" });

  #list = element("ol", {});

  constructor() {
    super();
    this.root.append(
      element("h3", {}, t("Most frequent mistakes")),
      this.#list,
      element("p", { class: "muted" }, t("Choose one, or any cell, to see the images behind it.")),
    );
    this.#list.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button)
        this.emit("chosen", { label: Number(button.dataset["label"]), predicted: Number(button.dataset["predicted"]) });
    });
  }

  /**
   * @param {Confusion} confusion
   * @param {string[]} classes
   */
  update({ mistakes }, classes) {
    while (this.#list.children.length > mistakes.length) this.#list.lastChild?.remove();
    mistakes.forEach(({ label, predicted, share }, i) => {
      const item =
        this.#list.children[i] ??
        this.#list.appendChild(
          element("li", {}, element("button", { type: "button" }, element("span", {}), element("span", {}))),
        );
      const button = /** @type {HTMLElement} */ (item.firstElementChild);
      button.dataset["label"] = String(label);
      button.dataset["predicted"] = String(predicted);
      const [name, figure] = button.children;
      if (name) name.textContent = cellName(classes, label, predicted);
      if (figure) figure.textContent = formats.percent(share);
    });
  }
}
