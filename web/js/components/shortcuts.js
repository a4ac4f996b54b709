/**
 * What a key does, and on which tab.
 * @typedef {object} Shortcut
 * @property {string[]} keys as KeyboardEvent.key has them, in lower case; with Ctrl (or ⌘): "ctrl+z", "ctrl+shift+z"
 * @property {string} page the tab it acts on, or "" for all of them
 * @property {string} text what it does, for the sheet
 * @property {string} [written] the keys as the sheet writes them, if otherwise
 * @property {(key: string) => void} act
 */

/**
 * Acts for a key pressed anywhere on the page, but not while typing or in a dialog. A key
 * acts only on the tab it belongs to.
 * @param {Shortcut[]} shortcuts
 * @param {() => string} page the name of the tab that is shown
 */
export function listenForShortcuts(shortcuts, page) {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || !isFree(event)) return;
    const key = pressed(event);
    const shortcut = shortcuts.find((one) => one.keys.includes(key) && (!one.page || one.page === page()));
    if (!shortcut || (event.repeat && !goesOn(key))) return;
    event.preventDefault();
    shortcut.act(key);
  });
}

/** @param {KeyboardEvent} event */
function pressed({ key, ctrlKey, metaKey, shiftKey }) {
  const name = key.toLowerCase();
  return ctrlKey || metaKey ? `ctrl+${shiftKey ? "shift+" : ""}${name}` : name;
}

/**
 * Whether a key that is held down acts again and again.
 * @param {string} key
 */
function goesOn(key) {
  return key.startsWith("arrow") || key.startsWith("ctrl+");
}

/**
 * Whether the focused element has no use for the key itself.
 * @param {KeyboardEvent} event
 */
function isFree({ target, key }) {
  if (!(target instanceof Element)) return true;
  if (document.querySelector("dialog[open]")) return false;
  if (target.matches("input:not([type=range], [type=file], [type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return false;
  if (key.startsWith("Arrow")) return target.matches("body, a, button:not([role])");
  return key !== " " || !target.matches("button, summary, input");
}
