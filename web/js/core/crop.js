/**
 * The square of a picture that the network is to see.
 * @module
 */

/** @typedef {{x: number, y: number, size: number}} Crop in the picture's pixels */
/** @typedef {{width: number, height: number}} Size */

const smallest = 8; // pixels of the picture

/**
 * The largest square, in the middle.
 * @param {Size} picture
 * @returns {Crop}
 */
export function middle({ width, height }) {
  const size = Math.min(width, height);
  return { x: (width - size) / 2, y: (height - size) / 2, size };
}

/**
 * The square moved, as far as it stays in the picture.
 * @param {Crop} crop
 * @param {number} dx
 * @param {number} dy
 * @param {Size} picture
 * @returns {Crop}
 */
export function moved({ x, y, size }, dx, dy, { width, height }) {
  return { x: within(x + dx, width - size), y: within(y + dy, height - size), size };
}

/**
 * The square with another size, within what the picture allows.
 * @param {Crop} crop
 * @param {number} size
 * @param {Size} picture
 * @param {{x: number, y: number}} [about] stays where it is: fractions of the square, its middle by default
 * @returns {Crop}
 */
export function resized(crop, size, picture, about = { x: 0.5, y: 0.5 }) {
  const most = Math.min(picture.width, picture.height);
  const next = Math.min(most, Math.max(Math.min(smallest, most), size));
  const grown = next - crop.size;
  return moved({ ...crop, size: next }, -grown * about.x, -grown * about.y, picture);
}

/** @param {number} value @param {number} most */
function within(value, most) {
  return Math.min(Math.max(0, value), Math.max(0, most));
}
