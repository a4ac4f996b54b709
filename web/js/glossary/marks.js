import { element } from "../dom.js";
import { entries } from "./entries.js";

/** @import {Entry} from "./entries.js" */

/** Words that stand alone: labels and the heads of tables. A word is marked once in each. */
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

/** Running text that the page doesn't change. A word is marked once in each. */
const running = [".report-intro", "#report-note", ".gradient-intro", ".gradient-note", "#why-list section", "#why-formulas h3"];

/** @type {Map<string, Entry>} by each of its written forms */
const byWord = new Map(entries.flatMap((entry) => entry.words.split(",").map((word) => [word.trim().toLowerCase(), entry])));

const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}-])`, "giu");

/** Marks the glossary's words on the page. */
export function markWords() {
  for (const place of document.querySelectorAll(single.join())) markIn(place, true);
  for (const place of document.querySelectorAll(running.join())) markIn(place, false);
}

/**
 * @param {Element} place
 * @param {boolean} alone whether a text must be nothing but the word
 */
function markIn(place, alone) {
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
      const term = element("span", { class: "term", role: "term", tabindex: 0, "data-entry": entry.id });
      word.replaceWith(term);
      term.append(word);
    }
  }
}
