import { Emitter } from "./emitter.js";

/** @import {Theme} from "../ui/theme.js" */

/**
 * State of the page that several features read, besides the runs, the settings and the data, which the mirror has, and
 * what the charts show, which Viewing and ChartOptions have. One feature sets a value, all others follow.
 * @typedef {object} Values
 * @property {number | null} hovered the epoch of the charts that is pointed at
 * @property {Theme} palette the colours that scenes are drawn in
 * @property {boolean} table whether figures stand as a table in place of the charts
 * @property {boolean} secret whether figures are to be predicted first, so that nothing may tell them
 * @property {ReadonlySet<string>} hidden what the page's link hides for an exercise
 */

/** @extends {Emitter<{changed: Partial<Values>}>} */
export class State extends Emitter {
  #values;

  /** @param {Values} values */
  constructor(values) {
    super();
    this.#values = values;
  }

  get hovered() {
    return this.#values.hovered;
  }

  get palette() {
    return this.#values.palette;
  }

  get table() {
    return this.#values.table;
  }

  get secret() {
    return this.#values.secret;
  }

  get hidden() {
    return this.#values.hidden;
  }

  /** @param {Partial<Values>} changes */
  set(changes) {
    Object.assign(this.#values, changes);
    this.emit("changed", changes);
  }
}
