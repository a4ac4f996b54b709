import { byId, element, find } from "../dom.js";
import * as formats from "../formats.js";

/** @import {Run} from "../mirror.js" */
/** @import {HistoryPoint} from "../protocol.js" */

/**
 * The curves as numbers: what the charts show, for those who can't see them and for
 * browsers that can't draw them.
 */
export class HistoryTable {
  #root = byId("history", HTMLElement);
  #note = byId("history-note", HTMLElement);
  #body = find(this.#root, "tbody", HTMLTableSectionElement);
  /** @type {readonly HistoryPoint[]} */
  #shown = [];

  /**
   * @param {boolean} visible
   * @param {string} note a calm word on why there are no pictures, or empty
   */
  show(visible, note) {
    this.#root.hidden = !visible;
    this.#note.textContent = note;
  }

  /** @param {Run} run */
  update({ history }) {
    if (this.#root.hidden) return;
    const unchanged = this.#shown.every((point, i) => point === history[i]);
    if (!unchanged) this.#body.replaceChildren();
    const from = unchanged ? this.#shown.length : 0;
    for (const point of history.slice(from)) this.#body.prepend(row(point));
    this.#shown = history;
  }
}

/** @param {HistoryPoint} point */
function row({ epoch, train, validation }) {
  const figures = [train, validation].flatMap(({ loss, cost, accuracy }) => [
    formats.cost(loss),
    formats.cost(cost),
    formats.percent(accuracy),
  ]);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, formats.count(epoch)),
    ...figures.map((text, i) => element("td", { class: ["of-loss", "of-cost", "of-accuracy"][i % 3] ?? "" }, text)),
  );
}
