/**
 * The static texts of the page, rewritten in place in another language.
 * @module
 */

import { again } from "./texts.js";

/** Attributes that are read out or shown. */
export const attributes = ["aria-label", "aria-description", "title", "alt"];

/** Elements whose text is no words of the page. */
const wordless = "script, style, svg, noscript, code, [translate=no]";

/**
 * Writes the texts below an element in the page's language: as they were served, or as they were written in another
 * language. Other texts, and those with figures that change, are left to their own modules.
 * @param {Element} root
 */
export function translate(root) {
  translateTexts(root);
  const selector = attributes.map((name) => `[${name}]`).join();
  if (root.matches(selector)) translateAttributes(root);
  for (const element of root.querySelectorAll(selector)) translateAttributes(element);
}

/**
 * A text before its last translation: several English texts can have the same Swedish.
 * @type {WeakMap<Node, Map<string, {before: string, after: string}>>}
 */
const origins = new WeakMap();

/**
 * @param {Node} node
 * @param {string} place in it
 * @param {string} text
 */
function translated(node, place, text) {
  const known = origins.get(node) ?? new Map();
  const last = known.get(place);
  const after = last?.after === text ? last.before : again(text);
  origins.set(node, known.set(place, { before: text, after }));
  return after;
}

/** @param {Element} root */
function translateTexts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? "";
    if (!text.trim() || node.parentElement?.closest(wordless)) continue;
    // The spaces around a text keep words apart; those of other characters' width are part of it.
    const written = `${/^\s*/.exec(text)}${translated(node, "", text.trim())}${/\s*$/.exec(text)}`;
    if (written !== text) node.nodeValue = written;
  }
}

/** @param {Element} element */
function translateAttributes(element) {
  for (const name of attributes) {
    const text = element.getAttribute(name);
    if (text && !element.closest("[translate=no]")) element.setAttribute(name, translated(element, name, text));
  }
}
