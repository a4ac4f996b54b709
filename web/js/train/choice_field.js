import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import { element, showNote } from "../ui/dom.js";

/** @import {Choice} from "../core/options.js" */

/**
 * A setting with a list of values.
 * @extends {Emitter<{changed: string}>}
 */
export class ChoiceField extends Emitter {
  /** The element to place. */
  root;

  #select;
  #note;

  /** @param {Choice} choice */
  constructor({ name, label, choices }) {
    super();
    const id = `setting-${name}`;
    this.#note = element("span", { class: "field-note", id: `${id}-note`, hidden: true }, t("at the next reset"));
    this.#select = element("select", { id }, ...choices.map(([value, text]) => element("option", { value }, text)));
    this.root = element(
      "div",
      { class: "choice-field", "data-setting": name },
      element("label", { for: id }, label),
      this.#note,
      this.#select,
    );
    this.#select.addEventListener("change", () => this.emit("changed", this.#select.value));
  }

  /**
   * @param {string} value
   * @param {boolean} deferred it waits for the next reset
   */
  update(value, deferred) {
    showNote(this.#note, [this.#select], deferred);
    if (this.#select.value !== value) this.#select.value = value;
  }
}
