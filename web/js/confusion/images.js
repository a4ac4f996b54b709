import { cellName } from "./words.js";
import { element, icon, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { filtered, usualFilter } from "../core/image_filter.js";
import { drawImage, pictureCanvas } from "../core/pictures.js";
import { t } from "../texts/texts.js";

/** @import {SplitPictures} from "../core/split_pictures.js" */
/** @import {Data, Predictions, SplitName} from "../core/protocol.js" */
/** @import {Cell} from "./table.js" */

/** @typedef {{data: Data, split: SplitName, predictions: Predictions, classes: string[]}} Shown */

const page = 24; // images shown at first, and more at a press

/**
 * The images behind a cell of the matrix, those predicted with the most confidence first.
 * @extends {Emitter<{closed: void, opened: number}>}
 */
export class ConfusionImages extends Emitter {
  /** The element to place. */
  root = element("section", { class: "confusion-images", hidden: true });

  #pictures;
  #title = element("h3", {});
  #count = element("p", { class: "muted" });
  #grid = element("div", { class: "confusion-pictures" });
  #more = element("button", { type: "button" }, t("Show more"));
  #room = page;
  /** @type {Cell | null} */
  #cell = null;
  /** @type {Shown | null} */
  #shown = null;
  #token = 0;

  /** @param {SplitPictures} pictures */
  constructor(pictures) {
    super();
    this.#pictures = pictures;
    const close = element("button", { type: "button", class: "tool close", "aria-label": t("Close") }, icon("close"));
    this.root.append(element("header", {}, this.#title, close), this.#count, this.#grid, this.#more);
    close.addEventListener("click", () => this.emit("closed", undefined));
    this.#more.addEventListener("click", () => {
      this.#room += 2 * page;
      this.#fill();
    });
  }

  /** @param {Cell | null} cell */
  choose(cell) {
    this.#cell = cell;
    this.#room = page;
    this.root.hidden = cell === null;
    this.root.scrollTop = 0;
    this.#fill();
  }

  /** @param {Shown} shown */
  update(shown) {
    this.#shown = shown;
    this.#fill();
  }

  async #fill() {
    if (!this.#cell || !this.#shown) return;
    const token = ++this.#token;
    const { label, predicted } = this.#cell;
    const { data, split, predictions, classes } = this.#shown;
    const images = filtered(predictions, { ...usualFilter, outcome: "any", truth: label, predicted });
    const name = cellName(classes, label, predicted);
    setText(this.#title, name);
    this.root.setAttribute("aria-label", name);
    setText(this.#count, howMany(images.length));
    this.#more.hidden = images.length <= this.#room;
    const some = images.slice(0, this.#room);
    this.#grid.setAttribute("aria-busy", "true");
    const pixels = await this.#pictures.of(data, split, some).catch(() => []); // a refusal of a stale request
    if (token !== this.#token || pixels.length < some.length) return;
    this.#grid.setAttribute("aria-busy", "false");
    const focused = [...this.#grid.children].indexOf(document.activeElement ?? this.root);
    this.#grid.replaceChildren(
      ...some.map((index, i) => this.#tile(index, pixels[i] ?? new Uint8Array(), predictions)),
    );
    const again = this.#grid.children[Math.min(focused, some.length - 1)];
    if (focused >= 0 && again instanceof HTMLElement) again.focus();
  }

  /**
   * @param {number} index
   * @param {Uint8Array} pixels
   * @param {Predictions} predictions
   */
  #tile(index, pixels, { ofClass, ofLabel }) {
    const canvas = pictureCanvas();
    drawImage(canvas, pixels);
    const p = formats.percent(ofClass[index] ?? NaN);
    const label = t("Image {index}, predicted with {p}, true class {own}: look at it", {
      index: formats.count(index),
      p,
      own: formats.percent(ofLabel[index] ?? NaN),
    });
    const button = element(
      "button",
      {
        type: "button",
        "aria-label": label,
        title: t("Image {index}, true class {own}", {
          index: formats.count(index),
          own: formats.percent(ofLabel[index] ?? NaN),
        }),
      },
      canvas,
      element("span", {}, p),
    );
    button.addEventListener("click", () => this.emit("opened", index));
    return button;
  }
}

/** @param {number} images */
function howMany(images) {
  if (images === 0) return t("There are no such images.");
  return images === 1 ? t("1 image") : t("{n} images, the most confident first", { n: formats.count(images) });
}
