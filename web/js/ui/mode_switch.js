import { element } from "./dom.js";
import { Emitter } from "../core/emitter.js";

/**
 * The mode of a tab: radio buttons in a row, so that arrow keys go through them.
 * @extends {Emitter<{changed: string}>}
 */
export class ModeSwitch extends Emitter {
  /** The element to place. */
  root;

  /** @type {Map<string, {input: HTMLInputElement, label: HTMLElement}>} */
  #modes = new Map();

  /**
   * @param {string} name of the group, unique on the page
   * @param {string} legend for those who don't see the row
   * @param {[value: string, label: string][]} options the first is chosen
   */
  constructor(name, legend, options) {
    super();
    this.root = element("div", {
      class: "mode-switch choice-options choice",
      role: "radiogroup",
      "aria-label": legend,
    });
    for (const [value, text] of options) {
      const input = element("input", { type: "radio", name, value, checked: this.#modes.size === 0 });
      const label = element("label", {}, input, element("span", {}, text));
      this.#modes.set(value, { input, label });
      this.root.append(label);
      input.addEventListener("change", () => this.emit("changed", this.value));
    }
  }

  get value() {
    return [...this.#modes].find(([, { input }]) => input.checked)?.[0] ?? "";
  }

  /** @param {string} value */
  choose(value) {
    const mode = this.#modes.get(value);
    if (!mode || mode.label.hidden || mode.input.checked) return;
    mode.input.checked = true;
    this.emit("changed", value);
  }

  /**
   * @param {string} value
   * @param {boolean} offered
   */
  offer(value, offered) {
    const mode = this.#modes.get(value);
    if (mode) mode.label.hidden = !offered;
  }
}
