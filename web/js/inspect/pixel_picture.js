import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { pictureCanvas, side } from "../core/pictures.js";

/** @type {Record<string, [number, number]>} */
const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * A large picture whose pixels can be pointed at: by mouse, by touch, or with the arrow keys.
 * A pointer can also draw, in a drawing mode.
 * @extends {Emitter<{pointed: number | null, drawn: {at: number, begins: boolean}}>} pointed: a place of a plane, 32·y
 *   + x
 */
export class PixelPicture extends Emitter {
  /** The element to place. */
  root;
  canvas = pictureCanvas();

  #cursor = element("span", { class: "pixel-cursor", hidden: true });
  /** @type {number | null} */
  #at = null;
  #drawable = false;
  #drawing = false;

  /** @param {string} label */
  constructor(label) {
    super();
    this.root = element(
      "div",
      { class: "pixel-picture", tabindex: 0, role: "application", "aria-label": label },
      this.canvas,
      this.#cursor,
    );
    this.root.addEventListener("pointermove", (event) => this.point(this.placeOf(event)));
    this.root.addEventListener("pointermove", (event) => this.#drawing && this.#draw(this.placeOf(event), false));
    this.root.addEventListener("pointerdown", (event) => this.#press(event));
    for (const end of ["pointerup", "pointercancel"]) this.root.addEventListener(end, () => (this.#drawing = false));
    this.root.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.point(null));
    this.root.addEventListener("keydown", (event) => this.#type(event));
    this.root.addEventListener("blur", () => this.point(null));
  }

  /** @param {string} label */
  set label(label) {
    if (this.root.getAttribute("aria-label") !== label) this.root.setAttribute("aria-label", label);
  }

  /** Whether pointers and the space bar draw; a finger then doesn't scroll. */
  get drawable() {
    return this.#drawable;
  }

  set drawable(drawable) {
    this.#drawable = drawable;
    this.root.classList.toggle("drawable", drawable);
  }

  /** The place that is pointed at. */
  get at() {
    return this.#at;
  }

  /** @param {number | null} at */
  point(at) {
    if (at === this.#at) return;
    this.#at = at;
    this.#cursor.hidden = at === null;
    if (at !== null) {
      this.#cursor.style.setProperty("--x", String(at % side));
      this.#cursor.style.setProperty("--y", String(Math.floor(at / side)));
    }
    this.emit("pointed", at);
  }

  /** The pixel under a pointer. @param {{clientX: number, clientY: number}} event */
  placeOf({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    const inside = (/** @type {number} */ share) => Math.max(0, Math.min(side - 1, Math.floor(share * side)));
    return inside((clientY - box.top) / box.height) * side + inside((clientX - box.left) / box.width);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const at = this.placeOf(event);
    this.point(at);
    if (!this.drawable || event.button !== 0) return;
    this.root.setPointerCapture(event.pointerId);
    this.#drawing = true;
    this.#draw(at, true);
  }

  /**
   * @param {number} at
   * @param {boolean} begins
   */
  #draw(at, begins) {
    this.emit("drawn", { at, begins });
  }

  /** @param {KeyboardEvent} event */
  #type(event) {
    if (this.drawable && this.#at !== null && (event.key === " " || event.key === "Enter")) {
      event.preventDefault();
      this.#draw(this.#at, true);
    }
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const from = this.#at ?? (side / 2) * side + side / 2;
    const [dx, dy] = this.#at === null ? [0, 0] : move;
    const inside = (/** @type {number} */ place) => Math.max(0, Math.min(side - 1, place));
    this.point(inside(Math.floor(from / side) + dy) * side + inside((from % side) + dx));
  }
}
