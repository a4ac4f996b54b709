import { Emitter } from "../core/emitter.js";
import { percent, setting } from "../core/formats.js";
import { t } from "../texts/texts.js";
import { element, setText } from "../ui/dom.js";
import { placesOf } from "./cells.js";

/** @import {PanelBox} from "../core/protocol.js" */
/** @import {Cell} from "./cells.js" */

/** @typedef {{row: number, column: number}} Place */

const slop = 5; // pixels that a press may move

/**
 * The layer over a heat map of the view: pointing at a cell shows it, a press opens it, a rectangle is searched finer.
 * The keys do the same.
 * @extends {Emitter<{pointed: Cell | null, opened: Cell, ranged: Cell[]}>}
 */
export class GridMap extends Emitter {
  /** The element to place. */
  root = element("div", { class: "grid-map", role: "application", tabindex: 0, hidden: true });

  #frame = element("i", { hidden: true });
  #spoken = element("span", { class: "visually-hidden", "aria-live": "polite" });
  #map = placesOf([]);
  /** @type {Place | null} */
  #at = null;
  /** @type {Place | null} where a rectangle begins */
  #from = null;
  /** @type {{x: number, y: number, place: Place, again: boolean} | null} where a pointer went down */
  #down = null;

  constructor() {
    super();
    this.root.append(this.#frame, this.#spoken);
    this.root.addEventListener("pointermove", (event) => this.#move(event));
    this.root.addEventListener("pointerdown", (event) => this.#press(event));
    this.root.addEventListener("pointerup", (event) => this.#release(event));
    this.root.addEventListener("pointercancel", () => this.#cancel());
    this.root.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType === "mouse" && !this.#down) this.#point(null, null);
    });
    this.root.addEventListener("blur", () => this.#point(null, null));
    this.root.addEventListener("keydown", (event) => this.#key(event));
  }

  /**
   * @param {Cell[]} cells of one batch size
   * @param {PanelBox | undefined} box where they lie, over the view
   */
  update(cells, box) {
    this.#map = placesOf(cells);
    this.root.hidden = !box || box.width === 0 || cells.length === 0;
    if (!box || this.root.hidden) return;
    const label = t(
      "Cells by λ and η. Arrow keys point, with Shift they choose a rectangle; Enter opens a cell or searches the rectangle finer.",
    );
    if (this.root.ariaLabel !== label) this.root.ariaLabel = label;
    Object.assign(this.root.style, {
      left: `${box.x}px`,
      top: `${box.y}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    this.#draw();
  }

  /** @param {Place | null} at @param {Place | null} from */
  #point(at, from) {
    const same = at?.row === this.#at?.row && at?.column === this.#at?.column;
    [this.#at, this.#from] = [at, from];
    this.#draw();
    if (same) return;
    const cell = at && this.#cell(at);
    if (cell) setText(this.#spoken, this.#words(cell));
    this.emit("pointed", cell ?? null);
  }

  /** @param {Cell} cell */
  #words({ settings, validation }) {
    const values = { l2: setting(settings.l2), rate: setting(settings.learningRate) };
    return validation
      ? t("λ {l2}, η {rate}: {accuracy}", { ...values, accuracy: percent(validation.accuracy) })
      : t("λ {l2}, η {rate}", values);
  }

  /** @param {Place} place */
  #cell({ row, column }) {
    return this.#map.places[row * this.#map.columns.length + column];
  }

  /** @param {PointerEvent} event @returns {Place} */
  #placeOf({ clientX, clientY }) {
    const box = this.root.getBoundingClientRect();
    const index = (/** @type {number} */ share, /** @type {number} */ n) =>
      Math.max(0, Math.min(n - 1, Math.floor(share * n)));
    return {
      row: index((clientY - box.top) / box.height, this.#map.rows.length),
      column: index((clientX - box.left) / box.width, this.#map.columns.length),
    };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const place = this.#placeOf(event);
    const down = this.#down;
    const dragged = down && (this.#from || Math.hypot(event.clientX - down.x, event.clientY - down.y) > slop);
    if (dragged) this.#point(place, down.place);
    else if (!down) this.#point(place, null);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button !== 0) return;
    this.root.setPointerCapture(event.pointerId);
    const place = this.#placeOf(event);
    const again = event.pointerType === "mouse" || (place.row === this.#at?.row && place.column === this.#at.column);
    this.#down = { x: event.clientX, y: event.clientY, place, again };
    this.#point(place, null);
  }

  /** A press opens a cell; a finger's first one shows it, since a finger can't point. @param {PointerEvent} event */
  #release(event) {
    const down = this.#down;
    this.#down = null;
    if (!down) return;
    if (this.#from) this.#range();
    else if (down.again) this.#open();
    else this.#point(this.#placeOf(event), null);
  }

  #cancel() {
    this.#down = null;
    this.#point(null, null);
  }

  #open() {
    const cell = this.#at && this.#cell(this.#at);
    if (cell) this.emit("opened", cell);
  }

  #range() {
    const chosen = this.#chosen();
    this.#from = null;
    this.#draw();
    if (chosen.length > 0) this.emit("ranged", chosen);
  }

  #chosen() {
    const box = this.#rectangle();
    return this.#map.places
      .filter((cell, i) => {
        const [row, column] = [Math.floor(i / this.#map.columns.length), i % this.#map.columns.length];
        return cell && box && row >= box.top && row <= box.bottom && column >= box.left && column <= box.right;
      })
      .filter((cell) => cell !== undefined);
  }

  #rectangle() {
    const [a, b] = [this.#at, this.#from ?? this.#at];
    return (
      a &&
      b && {
        top: Math.min(a.row, b.row),
        bottom: Math.max(a.row, b.row),
        left: Math.min(a.column, b.column),
        right: Math.max(a.column, b.column),
      }
    );
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [
      0, 0,
    ];
    if (event.key === "Escape" && this.#from) this.#from = null;
    else if (event.key === "Enter") this.#from ? this.#range() : this.#open();
    else if (dx !== 0 || dy !== 0) this.#step(dx, dy, event.shiftKey);
    else return;
    event.preventDefault();
    this.#draw();
  }

  /**
   * @param {number} dx
   * @param {number} dy
   * @param {boolean} stretch
   */
  #step(dx, dy, stretch) {
    const { rows, columns } = this.#map;
    const at = this.#at ?? { row: dy < 0 ? rows.length : 0, column: dx < 0 ? columns.length : 0 };
    const first = this.#at === null;
    const within = (/** @type {number} */ i, /** @type {number} */ n) => Math.max(0, Math.min(n - 1, i));
    const next = {
      row: within(at.row + (first ? Math.min(0, dy) : dy), rows.length),
      column: within(at.column + (first ? Math.min(0, dx) : dx), columns.length),
    };
    this.#point(next, stretch ? (this.#from ?? this.#at) : null);
  }

  #draw() {
    const box = this.#rectangle();
    this.#frame.hidden = !box;
    if (!box) return;
    const share = (/** @type {number} */ i, /** @type {number} */ n) => `${(100 * i) / n}%`;
    const [rows, columns] = [this.#map.rows.length, this.#map.columns.length];
    Object.assign(this.#frame.style, {
      left: share(box.left, columns),
      top: share(box.top, rows),
      right: share(columns - 1 - box.right, columns),
      bottom: share(rows - 1 - box.bottom, rows),
    });
    this.#frame.classList.toggle("range", this.#from !== null);
  }
}
