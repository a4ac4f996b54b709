/**
 * The visitor's pictures, ready to be cropped.
 * @module
 */

import { t } from "../texts/texts.js";

const most = 1024; // pixels of the longer side that are kept: many times what the network sees

/**
 * A picture: red, green, blue and opacity of each pixel, and how to draw it.
 * @typedef {ImageData & {source: ImageBitmap}} Photo
 */

/** @param {File} file */
export function isPicture(file) {
  return /^image\//.test(file.type) || /\.(jpe?g|png|webp|gif|avif|bmp)$/i.test(file.name);
}

/**
 * Reads a picture; a large one is made smaller, off the page's thread where the browser can.
 * @param {Blob | HTMLVideoElement} from
 * @returns {Promise<Photo>}
 */
export async function readPhoto(from) {
  const whole = await createImageBitmap(from).catch(() => {
    throw new Error(t("This browser can’t read it as a picture."));
  });
  const share = Math.min(1, most / Math.max(whole.width, whole.height));
  const [width, height] = [Math.max(1, Math.round(whole.width * share)), Math.max(1, Math.round(whole.height * share))];
  const source =
    share < 1
      ? await createImageBitmap(whole, { resizeWidth: width, resizeHeight: height, resizeQuality: "high" })
      : whole;
  if (source !== whole) whole.close();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error(t("This browser can’t read it as a picture."));
  context.drawImage(source, 0, 0, width, height);
  return Object.assign(context.getImageData(0, 0, width, height), { source });
}

/**
 * The first picture that was pasted or copied.
 * @param {DataTransfer | null} transfer
 */
export function pastedPicture(transfer) {
  return [...(transfer?.files ?? [])].find(isPicture) ?? null;
}

/** The picture on the clipboard, if the visitor lets the page look. */
export async function copiedPicture() {
  for (const item of await navigator.clipboard.read()) {
    const type = item.types.find((type) => type.startsWith("image/"));
    if (type) return item.getType(type);
  }
  return null;
}
