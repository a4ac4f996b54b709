/**
 * The texts that stand in index.html: its English is what the catalogue knows them by.
 * @module
 */

import { language, t } from "./texts.js";

/** Attributes that are read out or shown. */
export const attributes = ["aria-label", "title", "alt"];

/** Elements whose text is no words of the page. */
const wordless = "script, style, svg, noscript, code, [translate=no]";

/**
 * What the catalogue calls a text: without what HTML ignores.
 * @param {string} text
 */
export function keyOf(text) {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * Writes the page, as it was served, in its language. It is called before any component writes into it.
 * @param {HTMLElement} root
 */
export function translate(root) {
  if (language() !== "en") {
    translateTexts(root);
    for (const element of root.querySelectorAll(attributes.map((name) => `[${name}]`).join())) translateAttributes(element);
  }
  document.documentElement.dataset["translated"] = "";
}

/** @param {HTMLElement} root */
function translateTexts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? "";
    const key = keyOf(text);
    if (!key || node.parentElement?.closest(wordless)) continue;
    // The spaces around a text keep words apart; those of other characters' width are part of it.
    node.nodeValue = `${/^\s*/.exec(text)}${t(key)}${/\s*$/.exec(text)}`;
  }
}

/** @param {Element} element */
function translateAttributes(element) {
  for (const name of attributes) {
    const text = element.getAttribute(name);
    if (text) element.setAttribute(name, t(keyOf(text)));
  }
}
