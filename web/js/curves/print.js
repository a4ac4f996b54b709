import { trustedDrawing } from "../core/trusted.js";
import { element } from "../ui/dom.js";

/** @import {ViewClient} from "../core/view_client.js" */

/**
 * Puts what the view shows on paper: a frame prints as the pixels of the screen, stretched, so lines and letters
 * that can be drawn at any size take its place.
 * @param {ViewClient} view
 * @param {HTMLElement} frame
 */
export function printView(view, frame) {
  const paper = element("div", { class: "view-on-paper", "aria-hidden": "true" });
  frame.after(paper);
  addEventListener("beforeprint", () => paper.replaceChildren(...drawing(view, frame)));
  addEventListener("afterprint", () => paper.replaceChildren());
  addEventListener("keydown", (event) => printNow(view, event), { capture: true });
}

/**
 * Gives Ctrl+P what the view shows at this moment, which a print from the browser's menu can't wait for.
 * @param {ViewClient} view
 * @param {KeyboardEvent} event
 */
function printNow(view, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "p") return;
  event.preventDefault();
  const fresh = view.exportSvg().catch(() => {}); // the frame is printed as it is
  Promise.race([fresh, new Promise((resolve) => setTimeout(resolve, longest))]).then(() => print());
}

/** How long a print waits for the picture of this moment, ms: then the latest one is printed. */
const longest = 2000;

/**
 * @param {ViewClient} view
 * @param {HTMLElement} frame
 */
function drawing(view, frame) {
  if (!frame.checkVisibility({ visibilityProperty: true })) return [];
  if (!view.picture) return []; // the frame is printed as it is
  // The page allows no style of an element's own; the style sheet has it.
  const plain = trustedDrawing(view.picture.replaceAll(/ style="[^"]*"/g, ""));
  const drawn = new DOMParser().parseFromString(plain, "image/svg+xml");
  return [document.adoptNode(drawn.documentElement)];
}
