import { foreign } from "../core/foreign.js";
import { english } from "../texts/told.js";

/** @import {Data} from "../core/protocol.js" */

/** What a link says of the data it was made with. @typedef {{mark: string, name: string}} DataMark */

const markLength = 12; // hexadecimal digits: enough to tell data sets apart, short enough for a picture code

/**
 * Names the data and their split in few characters. The sample has no fingerprint: it is
 * the same everywhere, but for how it is split.
 * @param {Data} data
 * @returns {DataMark}
 */
export function markOf({ fingerprint, splits, name }) {
  if (fingerprint) return { mark: fingerprint.slice(0, markLength), name: english(name) };
  return { mark: ["sample", splits.train, splits.validation, splits.test].join("."), name: english(name) };
}

/** @param {DataMark} mark */
export function writeMark({ mark, name }) {
  return isSample(mark) ? mark : `${mark}~${name}`;
}

/**
 * @param {string} text
 * @returns {DataMark | null} null if it names no data
 */
export function readMark(text) {
  const [mark = "", ...name] = text.split("~");
  return isSample(mark) || /^[0-9a-f]{8,64}$/.test(mark) ? { mark, name: foreign(name.join("~")) } : null;
}

/** @param {string} mark */
export function isSample(mark) {
  return /^sample(\.\d+){3}$/.test(mark);
}
