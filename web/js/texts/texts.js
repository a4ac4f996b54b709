/**
 * The page's words in the visitor's language. English is written where it is used and
 * names its translation in the catalogue.
 * @module
 */

/** @typedef {"en" | "sv"} Language */

/** @type {Language} settled before the first module runs, by early_language.js; tests have no document */
let current = typeof document === "object" && document.documentElement.lang === "sv" ? "sv" : "en";

/** Fetched by those who read it. @type {Record<string, string>} */
const swedish = current === "sv" || typeof document !== "object" ? (await import("./swedish.js")).swedish : {};

/** @returns {Language} */
export function language() {
  return current;
}

/** For tests: the page settles its language before it starts. @param {Language} wanted */
export function speak(wanted) {
  current = wanted;
}

/**
 * A text in the page's language, its names filled in: t("{n} images", { n: "1,000" }).
 * What the catalogue doesn't have stays English.
 * @param {string} english
 * @param {Record<string, string | number>} [values] what the names in braces stand for
 */
export function t(english, values = {}) {
  const text = (current === "sv" ? swedish[english] : undefined) ?? english;
  return text.replace(/\{(\w+)\}/g, (braced, name) => String(values[name] ?? braced));
}
