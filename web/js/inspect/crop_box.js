import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { middle, moved, resized } from "../core/crop.js";
import { t } from "../texts/texts.js";

/** @import {Crop} from "../core/crop.js" */
/** @import {Photo} from "../core/photo.js" */

const nudge = 0.04; // of the square, for an arrow key
const zoomStep = 1.15;

/** @type {Record<string, [number, number]>} */
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * A square window on a picture: the picture is dragged under it, and made larger or smaller with
 * the wheel, two fingers, the slider or + and −.
 * @extends {Emitter<{changed: Crop}>}
 */
export class CropBox extends Emitter {
  /** The element to place. */
  root;

  #canvas = element("canvas", { "aria-hidden": "true" });
  #stage;
  #zoom = element("input", { type: "range", min: 0, max: 100, step: 1, value: 0, "aria-label": t("Zoom") });
  /** @type {Photo | null} */
  #photo = null;
  /** @type {Crop} */
  #crop = { x: 0, y: 0, size: 1 };
  /** @type {Map<number, {x: number, y: number}>} pointers that hold the picture */
  #held = new Map();

  constructor() {
    super();
    this.#stage = element(
      "div",
      {
        class: "crop-stage",
        tabindex: 0,
        role: "application",
        "aria-label": t("Square of the picture that the network sees. Arrow keys move it, + and − zoom."),
      },
      this.#canvas,
    );
    this.root = element(
      "div",
      { class: "crop-box scrubber", hidden: true },
      this.#stage,
      element("label", { class: "crop-zoom" }, element("span", {}, t("Zoom")), this.#zoom),
    );
    this.#zoom.addEventListener("input", () => this.#resize(this.#sizeOf(Number(this.#zoom.value) / 100)));
    this.#stage.addEventListener("pointerdown", (event) => this.#hold(event));
    this.#stage.addEventListener("pointermove", (event) => this.#drag(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"]))
      this.#stage.addEventListener(end, (event) => this.#held.delete(event.pointerId));
    this.#stage.addEventListener("wheel", (event) => this.#turn(event), { passive: false });
    this.#stage.addEventListener("keydown", (event) => this.#type(event));
    new ResizeObserver(() => this.#draw()).observe(this.#stage);
  }

  /**
   * Shows another picture, or none, and releases the previous one.
   * @param {Photo | null} photo
   */
  show(photo) {
    this.#photo?.source.close();
    this.#photo = photo;
    this.root.hidden = photo === null;
    if (photo) this.#set(middle(photo));
  }

  /** @param {Crop} crop */
  #set(crop) {
    this.#crop = crop;
    const share = this.#share;
    this.#zoom.value = String(Math.round(100 * share));
    this.#zoom.style.setProperty("--filled", String(share));
    this.#draw();
    this.emit("changed", crop);
  }

  /** How far it is zoomed in, from 0 to 1: even steps look even. */
  get #share() {
    if (!this.#photo) return 0;
    const most = Math.min(this.#photo.width, this.#photo.height);
    const least = Math.min(most, 8);
    return most === least ? 0 : Math.log(most / this.#crop.size) / Math.log(most / least);
  }

  /** @param {number} share */
  #sizeOf(share) {
    const most = this.#photo ? Math.min(this.#photo.width, this.#photo.height) : 1;
    return most * (Math.min(most, 8) / most) ** share;
  }

  /**
   * @param {number} size
   * @param {{x: number, y: number}} [about]
   */
  #resize(size, about) {
    if (this.#photo) this.#set(resized(this.#crop, size, this.#photo, about));
  }

  /** @param {number} dx in squares @param {number} dy */
  #move(dx, dy) {
    const { size } = this.#crop;
    if (this.#photo) this.#set(moved(this.#crop, dx * size, dy * size, this.#photo));
  }

  #draw() {
    if (!this.#photo) return;
    const pixels = Math.max(1, Math.round(this.#stage.clientWidth * devicePixelRatio));
    if (this.#canvas.width !== pixels) this.#canvas.width = this.#canvas.height = pixels;
    const context = this.#canvas.getContext("2d");
    if (!context) return;
    const { x, y, size } = this.#crop;
    context.clearRect(0, 0, pixels, pixels);
    context.imageSmoothingQuality = "high";
    context.drawImage(this.#photo.source, x, y, size, size, 0, 0, pixels, pixels);
  }

  /** A pointer's place in shares of the square. @param {MouseEvent} event */
  #placeOf({ clientX, clientY }) {
    const box = this.#stage.getBoundingClientRect();
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
  }

  /** @param {PointerEvent} event */
  #hold(event) {
    if (event.button !== 0) return;
    this.#stage.setPointerCapture(event.pointerId);
    this.#held.set(event.pointerId, this.#placeOf(event));
  }

  /** One pointer drags the picture; a second one stretches it. @param {PointerEvent} event */
  #drag(event) {
    const before = this.#held.get(event.pointerId);
    if (!before) return;
    const now = this.#placeOf(event);
    this.#held.set(event.pointerId, now);
    const other = [...this.#held].find(([id]) => id !== event.pointerId)?.[1];
    const part = other ? 0.5 : 1;
    this.#move(part * (before.x - now.x), part * (before.y - now.y));
    if (!other) return;
    const [was, is] = [before, now].map(({ x, y }) => Math.hypot(x - other.x, y - other.y) || 1);
    this.#resize((this.#crop.size * (was ?? 1)) / (is ?? 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }

  /** @param {WheelEvent} event */
  #turn(event) {
    event.preventDefault();
    this.#resize(
      this.#crop.size * zoomStep ** (Math.sign(event.deltaY) * Math.min(1, Math.abs(event.deltaY) / 100)),
      this.#placeOf(event),
    );
  }

  /** @param {KeyboardEvent} event */
  #type(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const arrow = arrows[event.key];
    if (arrow) this.#move(arrow[0] * nudge, arrow[1] * nudge);
    else if (event.key === "+" || event.key === "=") this.#resize(this.#crop.size / zoomStep);
    else if (event.key === "-" || event.key === "−") this.#resize(this.#crop.size * zoomStep);
    else return;
    event.preventDefault();
  }
}
