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
}

/**
 * @param {ViewClient} view
 * @param {HTMLElement} frame
 */
function drawing(view, frame) {
  if (!frame.checkVisibility({ visibilityProperty: true })) return [];
  try {
    const { svg } = view.exportSvg();
    // The page allows no style of an element's own; the style sheet has it.
    const plain = trustedDrawing(svg.replaceAll(/ style="[^"]*"/g, ""));
    const drawn = new DOMParser().parseFromString(plain, "image/svg+xml");
    return [document.adoptNode(drawn.documentElement)];
  } catch {
    return []; // the frame is printed as it is
  }
}
