import { element } from "../ui/dom.js";
import { told } from "../texts/told.js";

/** @import {Run} from "../core/mirror.js" */

/** The options of a select: runs, the newest first. They are replaced only when the runs or their names change. */
export class RunOptions {
  #select;
  #none;
  #drawn = "";

  /**
   * @param {HTMLSelectElement} select
   * @param {() => string} [none] the text of an option for no run, in the current language
   */
  constructor(select, none) {
    this.#select = select;
    this.#none = none;
  }

  /** Keeps the choice, if that run is still there. @param {Run[]} runs newest last */
  update(runs) {
    const key = JSON.stringify(runs.map(({ id, name }) => [id, told(name)]));
    if (key === this.#drawn) return;
    this.#drawn = key;
    const before = this.#select.value;
    this.#select.replaceChildren(
      ...(this.#none ? [element("option", { value: "" }, this.#none())] : []),
      ...runs.toReversed().map(({ id, name }) => element("option", { value: id }, told(name))),
    );
    if (runs.some(({ id }) => String(id) === before)) this.#select.value = before;
  }
}
