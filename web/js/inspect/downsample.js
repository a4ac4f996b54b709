import { dim, plane, side } from "./pictures.js";

/** @import {Crop} from "./crop.js" */

/**
 * A square of a picture as 32×32 pixels: each the mean of the area it covers, parts of pixels
 * by their share. What is transparent is white.
 * @param {{width: number, height: number, data: ArrayLike<number>}} picture red, green, blue and opacity of each pixel
 * @param {Crop} crop within the picture
 * @returns {Uint8Array} red, green and blue planes
 */
export function downsample(picture, { x, y, size }) {
  const pixels = new Uint8Array(dim);
  const columns = spans(x, size, picture.width);
  const rows = spans(y, size, picture.height);
  rows.forEach((row, j) =>
    columns.forEach((column, i) => {
      mean(picture, column, row).forEach((value, channel) => (pixels[channel * plane + j * side + i] = Math.round(value)));
    }),
  );
  return pixels;
}

/** @typedef {{first: number, weights: number[]}} Span pixels from the first on, with the share of each; they add up to 1 */

/**
 * Cuts a stretch into 32.
 * @param {number} from
 * @param {number} size
 * @param {number} end of the picture
 * @returns {Span[]}
 */
function spans(from, size, end) {
  const step = size / side;
  return Array.from({ length: side }, (_, i) => {
    const [start, stop] = [from + i * step, Math.min(end, from + (i + 1) * step)];
    const first = Math.min(Math.floor(start), end - 1);
    const weights = [];
    for (let pixel = first; pixel < stop; pixel++) weights.push(Math.min(pixel + 1, stop) - Math.max(pixel, start));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { first, weights: weights.map((weight) => weight / total) };
  });
}

/**
 * @param {{width: number, data: ArrayLike<number>}} picture
 * @param {Span} column
 * @param {Span} row
 */
function mean({ width, data }, column, row) {
  let [red, green, blue] = [0, 0, 0];
  for (let j = 0; j < row.weights.length; j++) {
    let at = 4 * ((row.first + j) * width + column.first);
    for (let i = 0; i < column.weights.length; i++, at += 4) {
      const weight = (row.weights[j] ?? 0) * (column.weights[i] ?? 0);
      const opacity = (weight * (data[at + 3] ?? 0)) / 255;
      const ground = 255 * (weight - opacity);
      red += opacity * (data[at] ?? 0) + ground;
      green += opacity * (data[at + 1] ?? 0) + ground;
      blue += opacity * (data[at + 2] ?? 0) + ground;
    }
  }
  return [red, green, blue];
}
