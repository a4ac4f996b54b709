/**
 * The query of an address: the settings, the data they are for, and the parts of the page that
 * differ from the defaults.
 * @module
 */

import { foreign } from "../core/foreign.js";
import { t } from "../texts/texts.js";
import { readMark, writeMark } from "./data_mark.js";
import { areUsual, settingNames, settingsIn, settingsQuery } from "./settings_query.js";

/** @import {Part} from "../core/link.js" */
/** @import {Settings} from "../core/protocol.js" */
/** @import {DataMark} from "./data_mark.js" */

/**
 * The content of a link.
 * @typedef {object} Said
 * @property {Settings} settings
 * @property {DataMark} data
 * @property {Iterable<[string, string]>} parts names and values; "" for those as usual
 */

/**
 * @param {Said} said
 * @param {boolean} whole also the defaults: otherwise an untouched page has no query
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
  if (dataText !== null && !data) wrong.push(`data=${foreign(dataText)}: ${t("this names no data")}`);
  for (const { name, apply } of parts) {
    const value = query.get(name);
    if (value !== null && !apply(value)) wrong.push(`${name}=${foreign(value)}: ${t("part of it is unknown here")}`);
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
 * The names that encode uses; all others in an address are foreign.
 * @param {Part[]} parts
 */
export function namesOf(parts) {
  return new Set([...settingNames, "data", ...parts.map(({ name }) => name)]);
}
