/**
 * The page's words in the visitor's language. English is written where it is used and
 * names its translation in the catalogue.
 * @module
 */

/** @typedef {"en" | "sv"} Language */

/** @type {Language} settled before the first module runs, by page/early.js; tests have no document */
let current = typeof document === "object" && document.documentElement.lang === "sv" ? "sv" : "en";

/** @typedef {{swedish: Record<string, string>, swedishTold: Record<string, string>}} Catalogue */

/** Fetched by those who read it. @type {Catalogue} */
let { swedish, swedishTold } =
  current === "sv" || typeof document !== "object" ? await import("./swedish.js") : { swedish: {}, swedishTold: {} };

/** @type {(() => void)[]} */
const listeners = [];

/** Calls a listener that rewrites other texts when the language changes. @param {() => void} listener */
export function onLanguage(listener) {
  listeners.push(listener);
}

/** @returns {Language} */
export function language() {
  return current;
}

/**
 * Changes the language of all texts; the caller rewrites those already on the page.
 * @param {Language} wanted
 */
export async function learn(wanted) {
  if (wanted === "sv") ({ swedish, swedishTold } = await import("./swedish.js"));
  speak(wanted);
}

/** For tests, which have the catalogue. @param {Language} wanted */
export function speak(wanted) {
  current = wanted;
  for (const listener of listeners) listener();
}

/**
 * A text's key in the catalogue: without the white space that HTML ignores.
 * @param {string} text
 */
export function keyOf(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** The latest texts, and how to produce each again. @type {Map<string, () => string>} */
const said = new Map();
/** Texts that have no figures in them are few. @type {Map<string, string>} */
const plain = new Map();
const mostSaid = 4000;

/**
 * Remembers how a text was produced.
 * @param {string} text
 * @param {() => string} say
 */
export function keep(text, say) {
  const key = keyOf(text);
  said.delete(key);
  said.set(key, say);
  const [oldest] = said.keys();
  if (said.size > mostSaid && oldest !== undefined) said.delete(oldest);
  return text;
}

/**
 * A text of the page in the current language; other texts stay as they are.
 * @param {string} text as it is there
 * @returns {string}
 */
export function again(text) {
  const key = keyOf(text);
  const english = plain.get(key);
  const say = said.get(key);
  if (english === undefined && say) return say();
  if (bare.test(text)) return refigured(text);
  return english === undefined && !(key in swedish) ? text : t(english ?? key);
}

/** Nothing but figures, their signs and symbols. */
const bare = /^[\d.,\s−+–×·%eληεμ()⁰¹²³⁴⁵⁶⁷⁸⁹⁻-]+$/;

/**
 * Figures of the other language with this one's signs: 1,000.5 and 1 000,5.
 * @param {string} text
 */
function refigured(text) {
  if (current === "sv")
    return text
      .replace(/\d{1,3}(,\d{3})+(?!\d)/g, (number) => number.replaceAll(",", "\u00a0"))
      .replace(/(\d)\.(?=\d)/g, "$1,");
  return text.replace(/(\d),(?=\d)/g, "$1.").replace(/(\d)\u00a0(?=\d{3}(?!\d))/g, "$1,");
}

/**
 * The Swedish of a program's sentence by its code, if the page is Swedish.
 * @param {string} code
 */
export function swedishTemplate(code) {
  return current === "sv" ? swedishTold[code] : undefined;
}

/**
 * A text in the page's language, its names filled in: t("{n} images", { n: "1,000" }).
 * A text that the catalogue lacks stays English.
 * @param {string} english
 * @param {Record<string, string | number>} [values] what the names in braces stand for
 * @returns {string}
 */
export function t(english, values) {
  const text = (current === "sv" ? swedish[english] : undefined) ?? english;
  if (!values) {
    if (text !== english) plain.set(keyOf(text), english);
    return text;
  }
  const filled = text.replace(/\{(\w+)\}/g, (braced, name) => String(values[name] ?? braced));
  return keep(filled, () => t(english, sayValues(values)));
}

/** @param {Record<string, string | number>} values @returns {Record<string, string | number>} */
function sayValues(values) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? again(value) : value]),
  );
}
