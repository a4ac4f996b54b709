import { generate } from "lean-qr";

import { element, find } from "../dom.js";
import { t } from "../texts/texts.js";
import { openedBy } from "./dialogs.js";

const quiet = 4; // modules of white around a code, by its standard

/** A link as a QR code, small and as large as the screen. */
export class LinkCode {
  /** The element to place: the small code, which opens the large one. */
  root = element("button", { type: "button", class: "link-code", "aria-haspopup": "dialog" }, element("canvas"), element("span", {}, t("Show it large")));

  #large;

  /** @param {HTMLDialogElement} large */
  constructor(large) {
    this.#large = large;
    openedBy(large, this.root);
  }

  /** @param {string} href */
  show(href) {
    const code = generate(href);
    for (const canvas of [find(this.root, "canvas", HTMLCanvasElement), find(this.#large, "canvas", HTMLCanvasElement)]) {
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", t("QR code of the link"));
      draw(canvas, code);
    }
    find(this.#large, "p", HTMLElement).textContent = `${location.host}${location.pathname}`;
  }
}

/**
 * Draws a code black on white, a pixel a module: style sheets enlarge it.
 * @param {HTMLCanvasElement} canvas
 * @param {import("lean-qr").Bitmap2D} code
 */
function draw(canvas, code) {
  canvas.width = canvas.height = code.size + 2 * quiet;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000000";
  for (let y = 0; y < code.size; y++) for (let x = 0; x < code.size; x++) if (code.get(x, y)) context.fillRect(x + quiet, y + quiet, 1, 1);
}
