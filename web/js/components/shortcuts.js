/**
 * Runs an action for a key pressed anywhere on the page, but not while typing, in a
 * dialog, or with Ctrl, Alt or Meta.
 * @param {Record<string, () => void>} actions by KeyboardEvent.key
 */
export function listenForShortcuts(actions) {
  addEventListener("keydown", (event) => {
    const action = actions[event.key.toLowerCase()];
    if (!action || event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!isFree(event)) return;
    event.preventDefault();
    action();
  });
}

/**
 * Whether the focused element has no use for the key itself.
 * @param {KeyboardEvent} event
 */
function isFree({ target, key }) {
  if (!(target instanceof Element)) return true;
  if (document.querySelector("dialog[open]")) return false;
  if (target.matches("input:not([type=range], [type=file]), textarea, select, [contenteditable]")) return false;
  return key !== " " || !target.matches("button, a, summary, input");
}
