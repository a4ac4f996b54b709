/**
 * While an input method composes a word, its keys are its own: Enter takes a word up, and nothing of the page hears it.
 * What the browser does with the key is not touched.
 */
export function leaveComposition() {
  const leave = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
  };
  addEventListener("keydown", leave, { capture: true });
}
