import { countAt, precisionSentence, sentence, shareAt } from "./words.js";
import { element, find, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";

/** @import {Confusion} from "../core/protocol.js" */

/** @typedef {{label: number, predicted: number}} Cell */

/** The share of a class that has the full shade; a one-layer network seldom has more. */
export const fullShade = 0.6;

/**
 * The confusion matrix: a row for each true class, a column for each predicted one, and the
 * right of each class at their ends. Arrow keys go from cell to cell.
 * @extends {Emitter<{pointed: string, chosen: Cell | null}>}
 */
export class ConfusionTable extends Emitter {
  /** The element to place. */
  root = element("table", { class: "confusion-table", role: "grid" });

  /** @type {HTMLButtonElement[][]} by true class, then by predicted class */
  #buttons = [];
  /** @type {HTMLElement[]} */
  #recalls = [];
  /** @type {HTMLElement[]} */
  #precisions = [];
  #overall = element("td", { class: "confusion-overall" });
  /** @type {string[]} */
  #classes = [];
  /** @type {Confusion | null} */
  #confusion = null;
  /** @type {Cell | null} */
  #chosen = null;

  constructor() {
    super();
    this.root.addEventListener("keydown", (event) => this.#move(event));
    this.root.addEventListener("pointerover", ({ target }) => this.#point(target));
    this.root.addEventListener("focusin", ({ target }) => this.#point(target));
    this.root.addEventListener("pointerleave", () => this.#point(document.activeElement));
    this.root.addEventListener("focusout", ({ relatedTarget }) => this.#point(relatedTarget));
  }

  /**
   * @param {Confusion} confusion
   * @param {string[]} classes
   * @param {string} label of the table
   */
  update(confusion, classes, label) {
    if (classes.join() !== this.#classes.join()) this.#build(classes);
    this.#confusion = confusion;
    this.root.setAttribute("aria-label", label);
    classes.forEach((_, k) => {
      this.#buttons[k]?.forEach((button, predicted) => this.#fill(button, k, predicted));
      this.#fillBar(this.#recalls[k], shareAt(confusion, k, k));
      this.#fillBar(this.#precisions[k], confusion.precision[k] ?? NaN);
    });
    setText(this.#overall, formats.percent(confusion.accuracy));
  }

  /** @param {Cell | null} cell */
  choose(cell) {
    this.#chosen = cell;
    this.#buttons.forEach((row, label) =>
      row.forEach((button, predicted) =>
        button.setAttribute(
          "aria-pressed",
          String(cell !== null && cell.label === label && cell.predicted === predicted),
        ),
      ),
    );
  }

  /** Puts the focus where it was, or on a cell. @param {Cell | null} cell */
  focus(cell = null) {
    const button = cell ? this.#buttons[cell.label]?.[cell.predicted] : this.root.querySelector("button[tabindex='0']");
    if (button instanceof HTMLElement) button.focus();
  }

  /** @param {string[]} classes */
  #build(classes) {
    this.#classes = classes;
    const bar = (/** @type {string} */ kind, /** @type {number} */ k) =>
      element("td", { class: kind, "data-class": k }, element("span", { class: "confusion-bar" }), element("span", {}));
    this.#buttons = classes.map((_, label) => classes.map((_, predicted) => this.#newButton(label, predicted)));
    this.#recalls = classes.map((_, k) => bar("confusion-recall", k));
    this.#precisions = classes.map((_, k) => bar("confusion-precision", k));
    const names = classes.map((name) => element("th", { scope: "col" }, element("span", {}, t(name))));
    this.root.replaceChildren(
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("td", {}),
          element("th", { scope: "colgroup", colspan: classes.length }, t("classified as")),
          element("td", {}),
        ),
        element(
          "tr",
          {},
          element("th", { scope: "col", class: "text" }, t("true class")),
          ...names,
          element(
            "th",
            { scope: "col" },
            abbreviation(
              t("recall"),
              t("Of the images of a class, the share that is classified correctly: its accuracy"),
            ),
          ),
        ),
      ),
      element(
        "tbody",
        {},
        ...classes.map((name, k) =>
          element(
            "tr",
            {},
            element("th", { scope: "row", class: "text" }, t(name)),
            ...(this.#buttons[k] ?? []).map((button) => element("td", {}, button)),
            this.#recalls[k] ?? "",
          ),
        ),
      ),
      element(
        "tfoot",
        {},
        element(
          "tr",
          {},
          element(
            "th",
            { scope: "row", class: "text" },
            abbreviation(t("precision"), t("Of the images classified as a class, the share that belongs to it")),
          ),
          ...this.#precisions,
          this.#overall,
        ),
      ),
    );
    this.choose(this.#chosen);
    this.#buttons[0]?.[0]?.setAttribute("tabindex", "0");
  }

  /**
   * @param {number} label
   * @param {number} predicted
   */
  #newButton(label, predicted) {
    const button = element(
      "button",
      {
        type: "button",
        tabindex: -1,
        class: label === predicted ? "diagonal" : "",
        "data-label": label,
        "data-predicted": predicted,
      },
      element("b", {}),
    );
    button.addEventListener("click", () => {
      const { label: row, predicted: column } = this.#chosen ?? { label: -1, predicted: -1 };
      this.emit("chosen", row === label && column === predicted ? null : { label, predicted });
    });
    return button;
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {number} label
   * @param {number} predicted
   */
  #fill(button, label, predicted) {
    if (!this.#confusion) return;
    const [count, share] = [countAt(this.#confusion, label, predicted), shareAt(this.#confusion, label, predicted)];
    setText(find(button, "b", HTMLElement), formats.count(count));
    button.dataset["share"] = count > 0 ? formats.wholePercent(share) : "\u00a0"; // drawn by the style sheet
    button.classList.toggle("none", count === 0);
    button.style.setProperty("--shade", String(Math.min(1, (share || 0) / fullShade)));
    button.setAttribute("aria-label", sentence(this.#confusion, this.#classes, label, predicted));
  }

  /**
   * @param {HTMLElement | undefined} cell
   * @param {number} share
   */
  #fillBar(cell, share) {
    const [bar, text] = cell?.children ?? [];
    if (!(bar instanceof HTMLElement) || !text) return;
    bar.style.setProperty("--share", String(share || 0));
    setText(text, Number.isNaN(share) ? formats.none : formats.percent(share));
  }

  /**
   * Lights up the row and the column of what is pointed at or focused, and says what it is.
   * @param {EventTarget | null} target
   */
  #point(target) {
    const inside = target instanceof Element && this.root.contains(target) ? target : null;
    const button = inside?.closest("button");
    const row = button?.dataset["label"] ?? inside?.closest(".confusion-recall")?.getAttribute("data-class");
    const column = button?.dataset["predicted"] ?? inside?.closest(".confusion-precision")?.getAttribute("data-class");
    this.#buttons.forEach((buttons, label) =>
      buttons.forEach((other, predicted) => {
        other.classList.toggle("in-row", String(label) === row);
        other.classList.toggle("in-column", String(predicted) === column);
      }),
    );
    this.root.querySelectorAll("tbody th").forEach((th, label) => th.classList.toggle("lit", String(label) === row));
    this.root
      .querySelectorAll("thead tr:last-child th:not(.text)")
      .forEach((th, predicted) => th.classList.toggle("lit", String(predicted) === column));
    this.emit("pointed", this.#words(row, column));
  }

  /**
   * @param {string | null | undefined} row
   * @param {string | null | undefined} column
   */
  #words(row, column) {
    if (!this.#confusion) return "";
    if (row && column) return sentence(this.#confusion, this.#classes, Number(row), Number(column));
    if (row) return sentence(this.#confusion, this.#classes, Number(row), Number(row));
    return column ? precisionSentence(this.#confusion, this.#classes, Number(column)) : "";
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button || event.altKey || event.metaKey) return;
    const last = this.#classes.length - 1;
    let [label, predicted] = [Number(button.dataset["label"]), Number(button.dataset["predicted"])];
    switch (event.key) {
      case "ArrowUp":
        label--;
        break;
      case "ArrowDown":
        label++;
        break;
      case "ArrowLeft":
        predicted--;
        break;
      case "ArrowRight":
        predicted++;
        break;
      case "Home":
        [label, predicted] = [event.ctrlKey ? 0 : label, 0];
        break;
      case "End":
        [label, predicted] = [event.ctrlKey ? last : label, last];
        break;
      default:
        return;
    }
    event.preventDefault();
    const next = this.#buttons[label]?.[predicted];
    if (!next) return;
    button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}

/** @param {string} word @param {string} meaning */
function abbreviation(word, meaning) {
  return element("abbr", { title: meaning }, word);
}
