import { element } from "./dom.js";
import { Emitter } from "../core/emitter.js";

/**
 * One of a few values, all visible: radio buttons in a row.
 * @extends {Emitter<{changed: string}>}
 */
export class Choice extends Emitter {
  /** The element to place. */
  root;

  #inputs;

  /**
   * @param {string} name of the group, unique on the page
   * @param {string} legend
   * @param {[value: string, label: string][]} options the first is chosen
   */
  constructor(name, legend, options) {
    super();
    this.#inputs = options.map(([value], i) => element("input", { type: "radio", name, value, checked: i === 0 }));
    const labels = options.map(([, label], i) =>
      element("label", {}, this.#inputs[i] ?? "", element("span", {}, label)),
    );
    const id = `${name}-legend`;
    this.root = element(
      "div",
      { class: "choice", role: "radiogroup", "aria-labelledby": id },
      element("span", { id, class: "choice-legend" }, legend),
      element("div", { class: "choice-options" }, ...labels),
    );
    for (const input of this.#inputs) input.addEventListener("change", () => this.emit("changed", this.value));
  }

  get value() {
    return this.#inputs.find((input) => input.checked)?.value ?? "";
  }

  set value(wanted) {
    for (const input of this.#inputs) input.checked = input.value === wanted;
  }

  /** @param {string} value */
  choose(value) {
    for (const input of this.#inputs) input.checked = input.value === value;
  }
}
