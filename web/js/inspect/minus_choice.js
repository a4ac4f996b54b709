import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import { RunOptions } from "./run_options.js";

/** @import {Shown} from "./page.js" */

/**
 * The choice of another run whose weights are subtracted, if there are several runs.
 * @extends {Emitter<{changed: number | null}>} the run, or null for none
 */
export class MinusChoice extends Emitter {
  #select = element("select", { id: "weights-minus" });
  #options = new RunOptions(this.#select, () => t("no run"));
  /** @type {Float32Array | null} */
  #from = null;
  /** @type {Float32Array | null} */
  #other = null;
  /** @type {Float32Array | null} the weights minus the other's; the same array until one of them changes */
  #difference = null;

  /** The element to place. */
  root = element(
    "div",
    { class: "filter-row", hidden: true },
    element("label", { for: "weights-minus" }, t("Minus run")),
    this.#select,
  );

  constructor() {
    super();
    this.#select.addEventListener("change", () => this.emit("changed", this.chosen));
  }

  /** @returns {number | null} */
  get chosen() {
    return this.#select.value === "" ? null : Number(this.#select.value);
  }

  /** @param {Shown} shown */
  update({ run, runs, weights, latest }) {
    const others = runs.filter(({ id, epoch }) => id !== run.id && epoch > 0);
    this.#options.update(others);
    this.root.hidden = others.length === 0;
    const other = this.chosen === null ? null : latest(this.chosen);
    this.#subtract(weights, other?.length === weights.length ? other : null);
  }

  /** The difference; null if no run is chosen, or if its weights aren't loaded or are for other classes. */
  get difference() {
    return this.#difference;
  }

  /**
   * @param {Float32Array} from
   * @param {Float32Array | null} other
   */
  #subtract(from, other) {
    if (from === this.#from && other === this.#other) return;
    [this.#from, this.#other] = [from, other];
    this.#difference = other && from.map((value, i) => value - (other[i] ?? 0));
  }
}
