import { byId, element, find } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {HistoryPoint} from "../core/protocol.js" */

const most = 200; // rows at a time: thousands of epochs would block the page

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
  #end = 0; // the epochs' row before which the window ends; 0 = it follows the newest
  /** @type {HistoryPoint[]} */
  #history = [];
  #range = element("span", { role: "status" });
  #newer = element("button", { type: "button" }, t("Newer epochs"));
  #older = element("button", { type: "button" }, t("Older epochs"));
  #pages = element("p", { class: "history-pages muted" }, this.#newer, this.#range, this.#older);

  constructor() {
    this.#pages.hidden = true;
    this.#note.after(this.#pages);
    this.#newer.addEventListener("click", () => this.#turn(most));
    this.#older.addEventListener("click", () => this.#turn(-most));
  }

  /**
   * @param {boolean} visible
   * @param {string} note a calm word on why there are no pictures, or empty
   */
  show(visible, note) {
    this.#root.hidden = !visible;
    this.#note.textContent = note;
  }

  /** @param {Pick<Run, "history">} run */
  update({ history }) {
    if (this.#root.hidden) return;
    if (history.length < this.#end) this.#end = 0; // another run
    this.#history = history;
    const end = this.#end || history.length;
    this.#fill(history.slice(Math.max(0, end - most), end));
    this.#pages.hidden = history.length <= most;
    if (this.#pages.hidden) return;
    const [last, first] = [this.#shown.at(-1), this.#shown[0]];
    this.#range.textContent = t("epochs {first} to {last}", {
      first: formats.count(first?.epoch ?? 0),
      last: formats.count(last?.epoch ?? 0),
    });
    this.#newer.disabled = this.#end === 0;
    this.#older.disabled = end <= most;
  }

  /**
   * Shows other points, the newest first; rows that stay are kept.
   * @param {readonly HistoryPoint[]} points
   */
  #fill(points) {
    const kept = this.#shown.indexOf(/** @type {HistoryPoint} */ (points[0]));
    const same = kept < 0 ? [] : this.#shown.slice(kept);
    const goesOn = same.length > 0 && same.every((point, i) => point === points[i]);
    if (goesOn) for (let i = 0; i < kept; i++) this.#body.lastElementChild?.remove();
    else this.#body.replaceChildren();
    for (const point of points.slice(goesOn ? same.length : 0)) this.#body.prepend(row(point));
    this.#shown = points;
  }

  /** @param {number} by how many epochs the window moves */
  #turn(by) {
    const all = this.#history.length;
    const end = Math.max(most, (this.#end || all) + by);
    this.#end = end >= all ? 0 : end;
    this.update({ history: this.#history });
  }
}

/** @param {HistoryPoint} point */
function row({ epoch, train, validation, l2, learningRate }) {
  const figures = [train, validation].flatMap(({ loss, cost, accuracy }) => [
    formats.cost(loss),
    formats.cost(cost),
    formats.percent(accuracy),
  ]);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, formats.count(epoch)),
    element("td", { class: "of-l2" }, formats.setting(l2)),
    element("td", { class: "of-lr" }, epoch === 0 ? formats.none : formats.setting(learningRate)),
    ...figures.map((text, i) => element("td", { class: ["of-loss", "of-cost", "of-accuracy"][i % 3] ?? "" }, text)),
  );
}
