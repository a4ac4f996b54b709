/**
 * The ten weight pictures as one image.
 * @module
 */

import { plane, side } from "../core/constants.js";
import { t } from "../texts/texts.js";

const [columns, rows] = [5, 2];
const scale = 6;
const [gap, label] = [12, 24];

/**
 * Draws each class's weights as a picture, scaled from smallest to largest over its own three
 * channels, with its name.
 * @param {Float32Array} weights 10×3072
 * @param {string[]} classes
 * @param {{ground: string, ink: string, fontFamily: string}} theme
 * @param {string} caption a line below them, if any
 */
export function drawWeightPictures(weights, classes, theme, caption = "") {
  const tile = side * scale;
  const canvas = document.createElement("canvas");
  canvas.width = columns * tile + (columns + 1) * gap;
  canvas.height = rows * (tile + label) + (rows + 1) * gap + (caption ? label : 0);
  const context = contextOf(canvas);
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  context.font = `16px ${theme.fontFamily}`;
  context.fillStyle = theme.ink;
  for (const [i, name] of classes.entries()) {
    const x = gap + (i % columns) * (tile + gap);
    const y = gap + Math.floor(i / columns) * (tile + label + gap);
    context.fillText(name, x, y + 16);
    context.drawImage(picture(weights.subarray(i * 3 * plane, (i + 1) * 3 * plane)), x, y + label, tile, tile);
  }
  if (caption) context.fillText(caption, gap, canvas.height - gap, canvas.width - 2 * gap);
  return canvas;
}

/** @param {Float32Array} weights of a class: 1024 red, 1024 green, 1024 blue */
function picture(weights) {
  const least = Math.min(...weights);
  const range = Math.max(...weights) - least || 1;
  const image = new ImageData(side, side);
  for (let pixel = 0; pixel < plane; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * pixel + channel] = (255 * ((weights[channel * plane + pixel] ?? 0) - least)) / range;
    }
    image.data[4 * pixel + 3] = 255;
  }
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  contextOf(canvas).putImageData(image, 0, 0);
  return canvas;
}

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  const context = canvas.getContext("2d");
  if (!context) throw new Error(t("This browser cannot make pictures."));
  return context;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>}
 */
export function pngOf(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error(t("The picture could not be made.")))),
      "image/png",
    );
  });
}

/**
 * An SVG as pixels, two for each of its own.
 * @param {string} svg
 * @param {number} width
 * @param {number} height
 */
export async function pngOfSvg(svg, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  contextOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  return pngOf(canvas);
}
