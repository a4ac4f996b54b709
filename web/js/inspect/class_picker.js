import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { rowOf } from "../core/parameters.js";
import { drawScaled, pictureCanvas } from "../core/pictures.js";

/**
 * One of the ten classes, each with its weights as a small picture: radio buttons, so arrow keys go through them.
 * @extends {Emitter<{changed: number}>}
 */
export class ClassPicker extends Emitter {
  /** The element to place. */
  root;

  #name;
  /** @type {{input: HTMLInputElement, canvas: HTMLCanvasElement}[]} */
  #choices = [];
  #classes = "";
  /** @type {Float32Array | null} whose pictures are drawn */
  #drawn = null;

  /**
   * @param {string} name of the group, unique on the page
   * @param {string} legend
   */
  constructor(name, legend) {
    super();
    this.#name = name;
    this.root = element("div", { class: "class-picker", role: "radiogroup", "aria-label": legend });
  }

  /**
   * @param {string[]} classes
   * @param {Float32Array} weights W, row by row, then b
   * @param {number} chosen
   * @param {typeof drawScaled} [draw]
   */
  update(classes, weights, chosen, draw = drawScaled) {
    if (this.#classes !== classes.join()) this.#build(classes);
    if (this.#drawn !== weights) this.#choices.forEach(({ canvas }, k) => draw(canvas, rowOf(weights, k)));
    this.#drawn = weights;
    const input = this.#choices[chosen]?.input;
    if (input && !input.checked) input.checked = true;
  }

  /** @param {string[]} classes */
  #build(classes) {
    this.#classes = classes.join();
    this.#drawn = null;
    this.#choices = classes.map((_, k) => ({
      input: element("input", { type: "radio", name: this.#name, value: k }),
      canvas: pictureCanvas(),
    }));
    this.root.replaceChildren(
      ...this.#choices.map(({ input, canvas }, k) => {
        input.addEventListener("change", () => this.emit("changed", k));
        return element("label", {}, input, canvas, element("span", {}, classes[k] ?? ""));
      }),
    );
  }
}
