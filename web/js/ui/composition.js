/**
 * While an input method composes a word, its keys belong to it: Enter accepts a word, and the page does not react.
 * The browser's default action is not prevented.
 */
export function leaveComposition() {
  const leave = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
  };
  addEventListener("keydown", leave, { capture: true });
}
