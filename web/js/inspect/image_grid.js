import { element, icon, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { count, percent } from "../core/formats.js";
import { drawImage, pictureCanvas } from "../core/pictures.js";
import { t } from "../texts/texts.js";

/** @import {Predictions} from "../core/protocol.js" */

const narrow = matchMedia("(max-width: 63.99rem)");

/** Images shown at a time. */
const pageSize = () => (narrow.matches ? 24 : 48);

/**
 * Where keys go to from an image, in images; of a row's length, and of how many there are.
 * @type {Record<string, (columns: number, at: number, all: number) => number>}
 */
const moves = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
  PageUp: () => -pageSize(),
  PageDown: () => pageSize(),
  Home: (_, at) => -at,
  End: (_, at, all) => all - 1 - at,
};

/**
 * Small pictures in pages, one of them chosen; keys go from one to the next, over pages too.
 * @extends {Emitter<{chosen: number, changed: void}>} chosen: an index of the split
 */
export class ImageGrid extends Emitter {
  /** The element to place. */
  root = element("div", { class: "image-browser" });

  #count = element("span", { role: "status" });
  #back = element("button", { type: "button", class: "tool", "aria-label": t("Previous images") }, icon("back"));
  #on = element("button", { type: "button", class: "tool", "aria-label": t("Next images") }, icon("on"));
  #grid = element("div", { class: "image-grid", role: "listbox", "aria-label": t("Images") });
  /** @type {number[]} indices of the split */
  #images = [];
  #page = 0;
  #chosen = -1;
  /** The one that the page was turned to. */
  #placed = -1;
  /** @type {Map<number, HTMLElement>} those that are drawn, by index */
  #options = new Map();
  #focusWanted = false;

  constructor() {
    super();
    this.root.append(element("div", { class: "image-pager" }, this.#count, this.#back, this.#on), this.#grid);
    this.#back.addEventListener("click", () => this.#turn(-1));
    this.#on.addEventListener("click", () => this.#turn(1));
    this.#grid.addEventListener("keydown", (event) => this.#type(event));
  }

  /** The images of the page that is shown. */
  get indices() {
    return this.#images.slice(this.#page * pageSize(), (this.#page + 1) * pageSize());
  }

  /** How many pages there are. */
  get #pages() {
    return Math.max(1, Math.ceil(this.#images.length / pageSize()));
  }

  /**
   * @param {number[]} images indices of the split
   * @param {number} chosen
   */
  list(images, chosen) {
    const place = images.indexOf(chosen);
    if (chosen !== this.#placed && place >= 0) this.#page = Math.floor(place / pageSize());
    this.#images = images;
    this.#chosen = this.#placed = chosen;
    this.#page = Math.min(this.#page, this.#pages - 1);
    const [from, to] = [this.#page * pageSize() + 1, Math.min(images.length, (this.#page + 1) * pageSize())];
    const text =
      images.length === 0
        ? t("No such images")
        : t("{from}–{to} of {all}", { from: count(from), to: count(to), all: count(images.length) });
    setText(this.#count, text);
    this.#back.setAttribute("aria-disabled", String(this.#page === 0));
    this.#on.setAttribute("aria-disabled", String(this.#page >= this.#pages - 1));
    this.#mark();
  }

  /** Shows no image. */
  empty() {
    this.list([], -1);
    this.#options.clear();
    this.#grid.replaceChildren();
  }

  /** Goes back to the first page. */
  rewind() {
    this.#page = 0;
  }

  /**
   * @param {Uint8Array[]} pixels of the page's images
   * @param {Predictions} predictions
   * @param {string[]} classes
   */
  draw(pixels, predictions, classes) {
    this.#focusWanted ||= this.#grid.contains(document.activeElement);
    this.#options = new Map(
      this.indices.map((index, i) => [index, this.#option(index, pixels[i] ?? new Uint8Array(), predictions, classes)]),
    );
    this.#grid.replaceChildren(...this.#options.values());
    this.#mark();
  }

  /** Shows which one is chosen; there the Tab key comes to. */
  #mark() {
    const stop = this.#options.has(this.#chosen) ? this.#chosen : this.indices[0];
    for (const [index, option] of this.#options) {
      option.setAttribute("aria-selected", String(index === this.#chosen));
      option.tabIndex = index === stop ? 0 : -1;
    }
    const target = this.#focusWanted ? this.#options.get(this.#chosen) : undefined;
    if (!target) return;
    target.focus();
    this.#focusWanted = false;
  }

  /**
   * @param {number} index
   * @param {Uint8Array} pixels
   * @param {Predictions} predictions
   * @param {string[]} classes
   */
  #option(index, pixels, { labels, predicted, ofClass }, classes) {
    const canvas = pictureCanvas();
    drawImage(canvas, pixels);
    const wrong = labels[index] !== predicted[index];
    const values = {
      index: count(index),
      truth: classes[labels[index] ?? -1] ?? "",
      predicted: classes[predicted[index] ?? -1] ?? "–",
      p: percent(ofClass[index] ?? NaN),
    };
    const label = wrong
      ? t("Image {index}: {truth}, classified as {predicted}, {p}", values)
      : t("Image {index}: {truth}, right, {p}", values);
    const option = element(
      "div",
      {
        role: "option",
        tabindex: -1,
        "aria-selected": "false",
        "aria-label": label,
        title: label,
        class: wrong ? "wrong" : "right",
      },
      canvas,
    );
    option.addEventListener("click", () => this.#choose(index));
    return option;
  }

  /** @param {number} index */
  #choose(index) {
    this.#focusWanted = true;
    this.#chosen = index;
    this.#mark();
    this.emit("chosen", index);
  }

  /** @param {number} by pages */
  #turn(by) {
    const page = Math.max(0, Math.min(this.#pages - 1, this.#page + by));
    if (page === this.#page) return;
    this.#page = page;
    this.emit("changed", undefined);
  }

  /** @param {KeyboardEvent} event */
  #type(event) {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey || this.#images.length === 0) return;
    event.preventDefault();
    const columns = getComputedStyle(this.#grid).gridTemplateColumns.split(" ").length;
    const at = Math.max(0, this.#images.indexOf(this.#chosen));
    const to = at + move(columns, at, this.#images.length);
    const target = this.#images[Math.max(0, Math.min(this.#images.length - 1, to))];
    if (target !== undefined && target !== this.#chosen) this.#choose(target);
  }
}
