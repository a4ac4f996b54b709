import { dim, plane, side } from "../core/pictures.js";

/** @import {Colour} from "../core/pictures.js" */

const mostUndo = 200; // strokes that can be taken back; 600 KB

/** An image that is painted over, stroke by stroke. */
export class Painting {
  /** @type {Uint8Array<ArrayBuffer>} the image as it is now: red, green and blue planes */
  pixels;

  #original;
  /** @type {Uint8Array<ArrayBuffer>[]} what was before each stroke */
  #past = [];

  /** @param {Uint8Array<ArrayBuffer>} original stays as it is */
  constructor(original) {
    this.#original = original;
    this.pixels = original.slice();
  }

  /** The image as it was at first. */
  get original() {
    return this.#original;
  }

  /** Whether anything is painted. */
  get changed() {
    return this.pixels.some((value, d) => value !== this.#original[d]);
  }

  get undoable() {
    return this.#past.length > 0;
  }

  /** Begins a stroke, which undo takes back as a whole. */
  begin() {
    this.#past.push(this.pixels);
    if (this.#past.length > mostUndo) this.#past.shift();
    this.pixels = this.pixels.slice();
  }

  /**
   * Paints a square of pixels, as far as it lies within the picture.
   * @param {number} at the middle, 32·y + x
   * @param {number} size its side
   * @param {(at: number) => Colour} colour
   */
  dab(at, size, colour) {
    const [x0, y0] = [(at % side) - Math.floor((size - 1) / 2), Math.floor(at / side) - Math.floor((size - 1) / 2)];
    for (let y = Math.max(0, y0); y < Math.min(side, y0 + size); y++) {
      for (let x = Math.max(0, x0); x < Math.min(side, x0 + size); x++) {
        const place = y * side + x;
        colour(place).forEach((value, channel) => (this.pixels[channel * plane + place] = Math.round(value)));
      }
    }
  }

  /** Replaces the picture. @param {Uint8Array} pixels */
  replace(pixels) {
    this.begin();
    this.pixels.set(pixels);
  }

  undo() {
    this.pixels = this.#past.pop() ?? this.pixels;
  }

  /** Goes back to the image as it was; that can be undone too. */
  reset() {
    if (!this.changed) return;
    this.begin();
    this.pixels.set(this.#original);
  }

  /** @param {number} at @returns {Colour} */
  colourAt(at) {
    return [this.pixels[at] ?? 0, this.pixels[plane + at] ?? 0, this.pixels[2 * plane + at] ?? 0];
  }
}

/**
 * The places between two, so that a fast stroke has no gaps; the last is the second.
 * @param {number} from
 * @param {number} to
 */
export function between(from, to) {
  const [x0, y0, x1, y1] = [from % side, Math.floor(from / side), to % side, Math.floor(to / side)];
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
  return Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / steps;
    return Math.round(y0 + (y1 - y0) * share) * side + Math.round(x0 + (x1 - x0) * share);
  });
}

/** @param {Colour} colour */
export function hexOf(colour) {
  return `#${colour.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

/** @param {string} hex "#rrggbb" @returns {Colour} */
export function colourOf(hex) {
  const value = (/** @type {number} */ at) => parseInt(hex.slice(at, at + 2), 16);
  return [value(1), value(3), value(5)];
}

/** An image of one colour. @param {Colour} colour */
export function plain(colour) {
  return Uint8Array.from({ length: dim }, (_, d) => colour[Math.floor(d / plane)] ?? 0);
}
