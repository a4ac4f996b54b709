/**
 * Small helpers around the DOM.
 * @module
 */

import { shape } from "./svg.js";

/**
 * The element with this id; an Error if the page has none of this kind.
 * @template {Element} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  return /** @type {Kind} */ (instance(document.getElementById(id), kind, `#${id}`));
}

/**
 * The first match under root; an Error if there is none of this kind.
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function find(root, selector, kind) {
  return /** @type {Kind} */ (instance(root.querySelector(selector), kind, selector));
}

/**
 * A new element with properties, data and aria attributes, and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "boolean") made.toggleAttribute(name, value);
    else made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/**
 * Sets the text only when it changes, so that nothing is laid out in vain.
 * @param {Element} target
 * @param {string} text
 */
export function setText(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/**
 * Shows a note, which describes its fields only while it is seen: a hidden one would be read out all the same.
 * @param {HTMLElement} note with an id
 * @param {Element[]} fields
 * @param {boolean} shown
 */
export function showNote(note, fields, shown) {
  if (note.hidden !== shown) return;
  note.hidden = !shown;
  for (const field of fields)
    if (shown) field.setAttribute("aria-describedby", note.id);
    else field.removeAttribute("aria-describedby");
}

/**
 * An icon of the sprite in index.html.
 * @param {string} name
 */
export function icon(name) {
  return shape("svg", { class: "icon", "aria-hidden": "true" }, shape("use", { href: `#icon-${name}` }));
}

/**
 * @param {Element | null} found
 * @param {new () => Element} kind
 * @param {string} what
 */
function instance(found, kind, what) {
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} ${what}`);
  return found;
}
