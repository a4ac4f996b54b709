/**
 * Keeps Ebitengine from taking the visitor's input: it swallows keys, the wheel
 * and touches on its canvas, and takes the focus. The view itself listens to
 * pointer events, which Ebitengine doesn't know.
 * @module
 */

/** Events that stop here and keep what the browser does with them: scrolling, for one. */
const STOPPED = ["wheel", "touchstart", "touchmove", "touchend", "touchcancel", "mousemove", "mouseup", "blur"];

/** Events that the page around the view answers. */
const KEYS = /** @type {const} */ (["keydown", "keyup"]);
const DRAGS = /** @type {const} */ (["dragenter", "dragover", "dragleave", "drop"]);

/** @param {Window} window */
export function installGuard(window) {
  for (const type of STOPPED) {
    window.addEventListener(type, stop, { capture: true, passive: true });
  }
  // Pressing a weight picture must not move the focus into the view.
  window.addEventListener("mousedown", (event) => {
    stop(event);
    event.preventDefault();
  }, { capture: true });
  const page = /** @type {Window & typeof globalThis} */ (window.parent);
  for (const type of KEYS) {
    window.addEventListener(type, (event) => relay(window, event, new page.KeyboardEvent(type, event)), { capture: true });
  }
  for (const type of DRAGS) {
    window.addEventListener(type, (event) => relay(window, event, new page.DragEvent(type, event)), { capture: true });
  }
  leaveTabOrder(window.document);
}

/** @param {Event} event */
function stop(event) {
  event.stopImmediatePropagation();
}

/**
 * Lets the page answer an event as if it had come to the view's frame.
 * @param {Window} window
 * @param {Event} event
 * @param {Event} copy of the parent's realm
 */
function relay(window, event, copy) {
  stop(event);
  const wanted = window.frameElement?.dispatchEvent(copy) ?? true;
  if (!wanted) event.preventDefault();
}

/**
 * Takes the canvas out of the order of the Tab key as soon as Ebitengine adds it.
 * @param {Document} document
 */
function leaveTabOrder(document) {
  new MutationObserver((_, observer) => {
    const canvas = document.querySelector("canvas");
    if (!canvas?.hasAttribute("tabindex")) return;
    canvas.tabIndex = -1;
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["tabindex"] });
}
