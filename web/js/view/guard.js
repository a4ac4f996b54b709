/**
 * Keeps Ebitengine from taking the visitor's input: it swallows keys, the wheel
 * and touches on its canvas, and takes the focus. The view itself listens to
 * pointer events, which Ebitengine doesn't know.
 * @module
 */

/** Events that stop here but keep the browser's default action, such as scrolling. */
const STOPPED = ["touchmove", "touchend", "touchcancel", "mousemove", "mouseup", "blur"];

/** Events that the page around the view answers. */
const KEYS = /** @type {const} */ (["keydown", "keyup"]);
const DRAGS = /** @type {const} */ (["dragenter", "dragover", "dragleave", "drop"]);

/** @param {Window} window */
export function installGuard(window) {
  for (const type of STOPPED) {
    window.addEventListener(type, stop, { capture: true, passive: true });
  }
  window.addEventListener("wheel", (event) => offerWheel(window, event), { capture: true, passive: false });
  window.addEventListener("touchstart", (event) => offerFingers(window, event), { capture: true, passive: false });
  // Pressing a weight picture must not move the focus into the view.
  window.addEventListener(
    "mousedown",
    (event) => {
      stop(event);
      event.preventDefault();
    },
    { capture: true },
  );
  const page = /** @type {Window & typeof globalThis} */ (window.parent);
  for (const type of KEYS) {
    window.addEventListener(type, (event) => relay(window, event, new page.KeyboardEvent(type, event)), {
      capture: true,
    });
  }
  for (const type of DRAGS) {
    window.addEventListener(type, (event) => relay(window, event, new page.DragEvent(type, event)), { capture: true });
  }
  leaveTabOrder(window.document);
}

/** Pixels of a line and of a page, by a wheel event's mode. */
const MODES = [1, 16, 400];

/**
 * Lets the view have a wheel where the page has no use for it: it doesn't scroll, or Ctrl is held, which is
 * also how a pinch on a touchpad arrives.
 * @param {Window} window
 * @param {WheelEvent} event
 */
function offerWheel(window, event) {
  stop(event);
  const { scrollHeight, clientHeight } = window.parent.document.documentElement;
  if (!event.ctrlKey && scrollHeight > clientHeight) return;
  const { clientX, clientY, ctrlKey } = event;
  const deltaY = event.deltaY * (MODES[event.deltaMode] ?? 1);
  offer(window, event, new WheelEvent("zoomwheel", { clientX, clientY, ctrlKey, deltaY, cancelable: true }));
}

/**
 * Lets the view have two fingers that come down on a chart; one finger scrolls the page.
 * @param {Window} window
 * @param {TouchEvent} event
 */
function offerFingers(window, event) {
  stop(event);
  const [finger] = event.touches;
  if (!finger || event.touches.length < 2) return;
  const { clientX, clientY } = finger;
  offer(window, event, new MouseEvent("fingers", { clientX, clientY, cancelable: true }));
}

/**
 * @param {Window} window
 * @param {Event} event
 * @param {Event} copy for the view, which cancels it to take it
 */
function offer(window, event, copy) {
  const free = window.document.documentElement.dispatchEvent(copy);
  if (!free && event.cancelable) event.preventDefault();
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
