import { element } from "../ui/dom.js";
import { words } from "./words.js";

/** Words on their own: labels and the heads of tables. A word is marked once in each. */
const single = [
  "#fields .field label",
  "#status dt",
  "#runs thead",
  "#report-table thead",
  "#report-readout thead",
  "#history thead",
  "#gradient-controls .field label",
  "#gradient-controls .choice-legend",
];

/** Running text that stays the same. A word is marked once in each. */
const running = [
  ".report-intro",
  "#report-note",
  ".gradient-intro",
  ".gradient-note",
  "#why-list section",
  "#why-compare p",
  "#more-settings label",
  "#why-formulas h3",
];

/** Entry ids by each written form; all forms. @typedef {{byWord: Map<string, string>, pattern: RegExp}} Dictionary */

/** In the language of the moment. @returns {Dictionary} */
function dictionary() {
  const byWord = new Map(
    words.flatMap(([entry, forms]) =>
      forms()
        .split(",")
        .map((word) => [word.trim().toLowerCase(), entry]),
    ),
  );
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}-])`, "giu");
  return { byWord, pattern };
}

/** Marks the glossary's words on the page. */
export function markWords() {
  const known = dictionary();
  for (const place of document.querySelectorAll(single.join())) markIn(place, known, true);
  for (const place of document.querySelectorAll(running.join())) markIn(place, known, false);
}

/** Makes the marked words text again. */
export function unmarkWords() {
  for (const term of document.querySelectorAll(".term")) {
    const place = term.parentNode;
    term.replaceWith(...term.childNodes);
    place?.normalize();
  }
}

/**
 * @param {Element} place
 * @param {Dictionary} known
 * @param {boolean} alone whether a text must be nothing but the word
 */
function markIn(place, { byWord, pattern }, alone) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(/** @type {Text} */ (node));
  const seen = new Set();
  for (const text of texts) {
    if (text.parentElement?.closest("button, a, math, abbr, .term, .symbol, .visually-hidden")) continue;
    for (const match of [...text.data.matchAll(pattern)].reverse()) {
      const entry = byWord.get(match[0].toLowerCase());
      if (!entry || seen.has(entry) || (alone && match[0] !== text.data.trim())) continue;
      seen.add(entry);
      const word = text.splitText(match.index);
      word.splitText(match[0].length);
      const term = element("span", { class: "term", role: "button", tabindex: 0, "data-entry": entry });
      word.replaceWith(term);
      term.append(word);
    }
  }
}
