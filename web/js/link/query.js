/**
 * The query of an address: the settings, the data they are for, and the parts of the page that
 * are not as usual.
 * @module
 */

import { t } from "../texts/texts.js";
import { readMark, writeMark } from "./data_mark.js";
import { areUsual, settingNames, settingsIn, settingsQuery } from "./settings_query.js";

/** @import {Settings} from "../protocol.js" */
/** @import {DataMark} from "./data_mark.js" */

/**
 * A part of the page's state that links carry.
 * @typedef {object} Part
 * @property {string} name in the query
 * @property {() => string} read "" while it is as usual
 * @property {(value: string) => boolean} apply false if that is not a value of it
 */

/**
 * What a link says.
 * @typedef {object} Said
 * @property {Settings} settings
 * @property {DataMark} data
 * @property {Iterable<[string, string]>} parts names and values; "" for those as usual
 */

/**
 * @param {Said} said
 * @param {boolean} whole also what is as usual: a page that nobody has touched has no query otherwise
 * @returns {[string, string][]}
 */
export function encode({ settings, data, parts }, whole) {
  const unusual = [...parts].filter(([, value]) => value !== "");
  if (!whole && unusual.length === 0 && areUsual(settings)) return [];
  return [...settingsQuery(settings), ...unusual, ["data", writeMark(data)]];
}

/**
 * Reads a query and applies its parts to the page.
 * @param {URLSearchParams} query
 * @param {Part[]} parts
 * @returns {{settings: Partial<Settings>, data: DataMark | null, wrong: string[]}}
 */
export function decode(query, parts) {
  const { settings, wrong } = settingsIn(query);
  const dataText = query.get("data");
  const data = dataText === null ? null : readMark(dataText);
  if (dataText !== null && !data) wrong.push(`data=${dataText}: ${t("that names no data")}`);
  for (const { name, apply } of parts) {
    const value = query.get(name);
    if (value !== null && !apply(value)) wrong.push(`${name}=${value}: ${t("not all of it is known here")}`);
  }
  return { settings, data, wrong };
}

/**
 * Writes a query as people can read it.
 * @param {Iterable<[string, string]>} pairs
 */
export function write(pairs) {
  return new URLSearchParams([...pairs]).toString().replaceAll("%2C", ",").replaceAll("%7E", "~");
}

/**
 * The names that encode uses; all others in an address are somebody else's.
 * @param {Part[]} parts
 */
export function namesOf(parts) {
  return new Set([...settingNames, "data", ...parts.map(({ name }) => name)]);
}

/**
 * A part that is a set of words.
 * @param {string} name
 * @param {string[]} known
 * @param {() => Iterable<string>} read
 * @param {(words: Set<string>) => void} apply
 * @returns {Part}
 */
export function wordsPart(name, known, read, apply) {
  return {
    name,
    read: () => {
      const words = new Set(read());
      return known.filter((word) => words.has(word)).join(",");
    },
    apply: (value) => {
      const words = value.split(",").filter((word) => word !== "");
      apply(new Set(words.filter((word) => known.includes(word))));
      return words.every((word) => known.includes(word));
    },
  };
}

/**
 * A part that is one of some words.
 * @param {string} name
 * @param {string[]} known
 * @param {() => string} read "" for the usual one
 * @param {(word: string) => void} apply
 * @returns {Part}
 */
export function wordPart(name, known, read, apply) {
  return {
    name,
    read,
    apply: (value) => {
      if (known.includes(value)) apply(value);
      return known.includes(value);
    },
  };
}
