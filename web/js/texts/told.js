import { keep, swedishTemplate } from "./texts.js";

/** @import {Said} from "../core/protocol.js" */

/**
 * The names that the page gives, by code; all other sentences with a code are the programs’.
 * @type {Record<string, string>}
 */
export const given = {
  "report-run": "Report {setting}",
  "run-from": "{run}, from {epoch}",
  "run-loaded": "{run}, loaded",
};

/**
 * A name that follows the page's language.
 * @param {string} code of `given`
 * @param {Record<string, Said | number>} values
 * @returns {Said}
 */
export function name(code, values) {
  return { code, values, message: fill(given[code] ?? "", values, english) };
}

/**
 * A program's text in the page's language; also the names that it gives to runs and data.
 * @param {Said} said
 * @returns {string}
 */
export function told(said) {
  if (typeof said === "string") return said;
  const template = swedishTemplate(said.code);
  return keep(template === undefined ? said.message : fill(template, said.values, told), () => told(said));
}

/**
 * The same in English, for what other programs read and for comparing.
 * @param {Said} said
 * @returns {string}
 */
export function english(said) {
  return typeof said === "string" ? said : said.message;
}

/**
 * @param {string} template
 * @param {Record<string, Said | number>} values
 * @param {(said: Said) => string} say
 */
function fill(template, values, say) {
  return template.replace(/\{(\w+)\}/g, (braced, key) => {
    const value = values[key];
    if (value === undefined) return braced;
    if (typeof value !== "number") return say(value);
    return say === told ? String(value).replace(".", ",") : String(value);
  });
}
