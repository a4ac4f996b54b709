import { plane, recordSize, side } from "../core/constants.js";
import { element } from "../ui/dom.js";

/** How many pictures a strip shows. */
export const stripLength = 7;

/**
 * A canvas with room for a strip of pictures.
 * @param {string} label
 */
export function stripCanvas(label) {
  return element("canvas", {
    class: "strip",
    width: stripLength * side,
    height: side,
    role: "img",
    "aria-label": label,
  });
}

/**
 * Draws records of the binary version side by side: a label, then red, green and blue planes.
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} records
 */
export function drawStrip(canvas, records) {
  const context = canvas.getContext("2d");
  if (!context) return;
  for (let i = 0; (i + 1) * recordSize <= records.length; i++) {
    const picture = context.createImageData(side, side);
    const red = records.subarray(i * recordSize + 1);
    for (let at = 0; at < plane; at++) {
      picture.data.set([red[at] ?? 0, red[plane + at] ?? 0, red[2 * plane + at] ?? 0, 255], 4 * at);
    }
    context.putImageData(picture, i * side, 0);
  }
}
