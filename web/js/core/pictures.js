/**
 * Small pictures of 32×32 pixels on 2D canvases: what an image, its weights or its evidence look like.
 * @module
 */

import { dim, plane, side } from "./constants.js";

export { dim, plane, side };

/** @typedef {[red: number, green: number, blue: number]} Colour */
/** @typedef {{negative: Colour, zero: Colour, positive: Colour}} Diverging what signed numbers are drawn in */

/**
 * Blue below zero, orange above: distinguishable with every kind of colour vision, and closer to zero is closer to the
 * ground.
 * @type {{light: Diverging, dark: Diverging}}
 */
export const diverging = {
  light: { negative: [0, 84, 159], zero: [246, 246, 242], positive: [190, 72, 0] },
  dark: { negative: [98, 190, 246], zero: [32, 37, 42], positive: [255, 158, 61] },
};

/**
 * A canvas for a picture. Its content must also be in the page as text.
 * @param {string} [label] what it is, if it has to be said
 */
export function pictureCanvas(label) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  canvas.className = "pixels";
  if (label === undefined) canvas.setAttribute("aria-hidden", "true");
  else nameCanvas(canvas, label);
  return canvas;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string} label
 */
export function nameCanvas(canvas, label) {
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
}

/**
 * An image as it is.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} pixels of 0–255: red, green and blue planes
 */
export function drawImage(canvas, pixels) {
  put(canvas, (at) => [pixels[at] ?? 0, pixels[plane + at] ?? 0, pixels[2 * plane + at] ?? 0]);
}

/**
 * Three planes of any numbers as one coloured picture, scaled from their smallest to their largest,
 * as the weight pictures of the report are.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values 3072
 */
export function drawScaled(canvas, values) {
  const { least, greatest } = limits(values);
  const scale = 255 / (greatest - least || 1);
  const shade = (/** @type {number} */ at) => ((values[at] ?? 0) - least) * scale;
  put(canvas, (at) => [shade(at), shade(plane + at), shade(2 * plane + at)]);
}

/**
 * A share of a picture of numbers over an image: 0 is the image, 1 the numbers as drawScaled draws them.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} pixels of 0–255: red, green and blue planes
 * @param {ArrayLike<number>} values 3072
 * @param {number} share
 */
export function drawBlended(canvas, pixels, values, share) {
  const { least, greatest } = limits(values);
  const scale = 255 / (greatest - least || 1);
  const blend = (/** @type {number} */ at) =>
    (1 - share) * (pixels[at] ?? 0) + share * ((values[at] ?? 0) - least) * scale;
  put(canvas, (at) => [blend(at), blend(plane + at), blend(2 * plane + at)]);
}

/**
 * Three planes of signed numbers as one coloured picture: grey is nothing.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values 3072
 */
export function drawAroundGrey(canvas, values) {
  const scale = 127 / (extent(values) || 1);
  const shade = (/** @type {number} */ at) => 128 + (values[at] ?? 0) * scale;
  put(canvas, (at) => [shade(at), shade(plane + at), shade(2 * plane + at)]);
}

/**
 * A plane of signed numbers in two colours.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values 1024
 * @param {number} limit the size that has the full colour
 * @param {Diverging} colours
 */
export function drawSigned(canvas, values, limit, { negative, zero, positive }) {
  put(canvas, (at) => {
    const share = Math.max(-1, Math.min(1, (values[at] ?? 0) / (limit || 1)));
    return mixed(zero, share < 0 ? negative : positive, Math.abs(share));
  });
}

/** @param {ArrayLike<number>} values */
export function limits(values) {
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}

/** The greatest size. @param {ArrayLike<number>} values */
export function extent(values) {
  const { least, greatest } = limits(values);
  return Math.max(Math.abs(least), Math.abs(greatest));
}

/**
 * @param {Colour} from
 * @param {Colour} to
 * @param {number} share
 * @returns {Colour}
 */
function mixed(from, to, share) {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(at: number) => Colour} colour of the pixel at a place of a plane
 */
function put(canvas, colour) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const picture = context.createImageData(side, side);
  for (let at = 0; at < plane; at++) {
    const [red, green, blue] = colour(at);
    picture.data[4 * at] = red;
    picture.data[4 * at + 1] = green;
    picture.data[4 * at + 2] = blue;
    picture.data[4 * at + 3] = 255;
  }
  context.putImageData(picture, 0, 0);
}

/**
 * The red, green and blue planes of an image's numbers.
 * @param {Float32Array} values
 */
export function channels(values) {
  return [0, 1, 2].map((channel) => values.subarray(channel * plane, (channel + 1) * plane));
}
