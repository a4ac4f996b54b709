/**
 * Hands the visitor's input to the view's program. Keys and drags are for the page; a wheel and two fingers are the
 * program's where it can use them and the page can't.
 * @module
 */

/** A part of the frame, CSS pixels. @typedef {{x: number, y: number, width: number, height: number}} Box */

/**
 * What a mouse, a pen or a finger did, for wasm/canvas/stage/pointer.go.
 * @typedef {object} Pointer
 * @property {string} kind
 * @property {number} x
 * @property {number} y
 * @property {number} milliseconds
 * @property {number} [pointer]
 * @property {boolean} [touch]
 * @property {number} [turn]
 * @property {boolean} [pinch]
 */

/** Events that the page around the view answers. */
const KEYS = /** @type {const} */ (["keydown", "keyup"]);
const DRAGS = /** @type {const} */ (["dragenter", "dragover", "dragleave", "drop"]);

const POINTERS = /** @type {const} */ (["pointermove", "pointerleave", "pointerdown", "pointerup", "pointercancel"]);

/**
 * @param {Window} window
 * @param {(pointer: Pointer) => void} tell the program
 * @returns {{plots: Box[]}} to be set: where the program takes a wheel and two fingers
 */
export function relayInput(window, tell) {
  /** @type {{plots: Box[]}} */
  const areas = { plots: [] };
  const root = window.document.documentElement;
  for (const type of POINTERS) root.addEventListener(type, (event) => relayPointer(event, tell));
  window.addEventListener("wheel", (event) => offerWheel(window, event, areas.plots, tell), { passive: false });
  window.addEventListener("touchstart", (event) => offerFingers(event, areas.plots), { passive: false });
  // Pressing a weight picture must not move the focus into the view.
  window.addEventListener("mousedown", (event) => event.preventDefault());

  const page = /** @type {Window & typeof globalThis} */ (window.parent);
  for (const type of KEYS) {
    window.addEventListener(type, (event) => relay(window, event, new page.KeyboardEvent(type, event)));
  }
  for (const type of DRAGS) {
    window.addEventListener(type, (event) => relay(window, event, new page.DragEvent(type, event)));
  }
  return areas;
}

/**
 * A pressed mouse stays captured when it leaves the view.
 * @param {PointerEvent} event
 * @param {(pointer: Pointer) => void} tell
 */
function relayPointer(event, tell) {
  const { type: kind, button, target, pointerId, pointerType, clientX: x, clientY: y, timeStamp } = event;
  if (kind === "pointerdown") {
    if (button > 0) return;
    if (target instanceof Element) target.setPointerCapture(pointerId);
  }
  tell({ kind, x, y, milliseconds: timeStamp, pointer: pointerId, touch: pointerType === "touch" });
}

/** Pixels of a line and of a page, by a wheel event's mode. */
const MODES = [1, 16, 400];

/**
 * Lets the view have a wheel over a chart where the page has no use for it: it doesn't scroll, or Ctrl is held, which
 * is also how a pinch on a touchpad arrives.
 * @param {Window} window
 * @param {WheelEvent} event
 * @param {Box[]} plots
 * @param {(pointer: Pointer) => void} tell
 */
function offerWheel(window, event, plots, tell) {
  const { scrollHeight, clientHeight } = window.parent.document.documentElement;
  if (!event.ctrlKey && scrollHeight > clientHeight) return;
  const { clientX: x, clientY: y, timeStamp: milliseconds, ctrlKey: pinch } = event;
  if (!plots.some((plot) => contains(plot, x, y))) return;
  event.preventDefault();
  tell({ kind: "wheel", x, y, milliseconds, turn: event.deltaY * (MODES[event.deltaMode] ?? 1), pinch });
}

/**
 * Keeps the page from scrolling by two fingers that come down on a chart, which zooms by them; one finger scrolls.
 * @param {TouchEvent} event
 * @param {Box[]} plots
 */
function offerFingers(event, plots) {
  const [finger] = event.touches;
  if (!finger || event.touches.length < 2 || !event.cancelable) return;
  if (plots.some((plot) => contains(plot, finger.clientX, finger.clientY))) event.preventDefault();
}

/**
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 */
function contains(box, x, y) {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

/**
 * Lets the page answer an event as if it had come to the view's frame.
 * @param {Window} window
 * @param {Event} event
 * @param {Event} copy of the parent's realm
 */
function relay(window, event, copy) {
  const wanted = window.frameElement?.dispatchEvent(copy) ?? true;
  if (!wanted) event.preventDefault();
}
