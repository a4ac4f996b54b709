/** @import {Shortcut} from "../core/shortcut.js" */

/**
 * Acts for a key pressed anywhere on the page, but not while typing or in a dialog. A key
 * acts only on the tab it belongs to.
 * @param {Shortcut[]} shortcuts
 * @param {() => string} page the name of the tab that is shown
 */
export function listenForShortcuts(shortcuts, page) {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || !isFree(event)) return;
    for (const key of pressed(event)) {
      const shortcut = shortcuts.find((one) => one.keys.includes(key) && (!one.page || one.page === page()));
      if (!shortcut) continue;
      if (event.repeat && !goesOn(key)) return;
      event.preventDefault();
      return shortcut.act(key);
    }
  });
}

/**
 * The name of a key; then, if it has no Latin letter, or a digit only with Shift, its name on a layout that has.
 * @param {KeyboardEvent} event
 */
function pressed({ key, code, ctrlKey, metaKey, shiftKey }) {
  const [, letter] = (/[^ -~]/.test(key) && code.match(/^Key(.)$/)) || [];
  const [, digit] = (!shiftKey && code.match(/^Digit(.)$/)) || [];
  const names = [key, letter ?? digit ?? key].map((name) => name.toLowerCase());
  return ctrlKey || metaKey ? names.map((name) => `ctrl+${shiftKey ? "shift+" : ""}${name}`) : names;
}

/**
 * Whether a key that is held down repeats.
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
  if (
    target.matches(
      "input:not([type=range], [type=file], [type=checkbox], [type=radio]), textarea, select, [contenteditable]",
    )
  )
    return false;
  if (key.startsWith("Arrow")) return target.matches("body, a, button:not([role])");
  return key !== " " || !target.matches("button, summary, input:not([type=range])"); // a slider has no use for space
}
