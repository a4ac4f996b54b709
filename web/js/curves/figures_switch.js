import { byId } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";

/** @import {HistoryTable} from "./history_table.js" */

/**
 * Figures as pictures, or as a table where they can't be drawn or aren't wanted; changed: whether it is the table.
 * @extends {Emitter<{changed: boolean}>}
 */
export class FiguresSwitch extends Emitter {
  #button = byId("history-switch", HTMLButtonElement);
  #frame = byId("view", HTMLIFrameElement);
  #history;
  #wanted = false;
  #trouble = "";

  /** @param {HistoryTable} history */
  constructor(history) {
    super();
    this.#history = history;
    this.#button.addEventListener("click", () => this.toggle());
  }

  /** Whether the visitor wants the table. */
  get table() {
    return this.#wanted;
  }

  set table(wanted) {
    this.#wanted = wanted;
    this.#show();
  }

  toggle() {
    this.table = !this.table;
  }

  /** Says why nothing can be drawn. @param {string} trouble empty where it can */
  fail(trouble) {
    this.#trouble = trouble;
    this.#show();
  }

  #show() {
    const table = this.#wanted || this.#trouble !== "";
    this.#button.setAttribute("aria-pressed", String(table));
    this.#button.setAttribute("aria-disabled", String(this.#trouble !== ""));
    this.#frame.classList.toggle("covered", table);
    this.#history.show(table, this.#trouble);
    this.emit("changed", table);
  }
}
