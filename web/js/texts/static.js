/**
 * The texts that stand on the page, written in another language in their places.
 * @module
 */

import { again } from "./texts.js";

/** Attributes that are read out or shown. */
export const attributes = ["aria-label", "title", "alt"];

/** Elements whose text is no words of the page. */
const wordless = "script, style, svg, noscript, code, [translate=no]";

/**
 * Writes what stands below an element in the page's language: as it was served, or as it was said in another
 * language. What is no text of the page, or has figures that change, is left to those who wrote it.
 * @param {Element} root
 */
export function translate(root) {
  translateTexts(root);
  const selector = attributes.map((name) => `[${name}]`).join();
  if (root.matches(selector)) translateAttributes(root);
  for (const element of root.querySelectorAll(selector)) translateAttributes(element);
}

/**
 * What a text was before it was translated last: several English texts can be one in Swedish.
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
