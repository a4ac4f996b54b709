import { part } from "../core/part.js";
import { element, find } from "../ui/dom.js";
import { t } from "../texts/texts.js";
import { openedBy } from "../ui/dialogs.js";
import { drawCode } from "../ui/qr.js";

/** A link as a QR code, small and as large as the screen. */
export class LinkCode {
  /** The element to place: the small code, which opens the large one. */
  root = element(
    "button",
    { type: "button", class: "link-code", "aria-haspopup": "dialog" },
    element("canvas"),
    element("span", {}, t("Show it large")),
  );

  #large;
  #tooLong = element(
    "p",
    { class: "muted", role: "status" },
    t("The link is too long for a QR code: copy it instead."),
  );

  /** @param {HTMLDialogElement} large */
  constructor(large) {
    this.#large = large;
    openedBy(large, this.root);
    this.#tooLong.hidden = true;
  }

  /** Shown in place of the code if there can be none. */
  get instead() {
    return this.#tooLong;
  }

  /** Resolves when it is drawn. @param {string} href */
  async show(href) {
    for (const canvas of [
      find(this.root, "canvas", HTMLCanvasElement),
      find(this.#large, "canvas", HTMLCanvasElement),
    ]) {
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", t("QR code of the link"));
      this.#tooLong.hidden = await part(t("The QR code"), () => drawCode(canvas, href));
    }
    this.root.hidden = !this.#tooLong.hidden;
    find(this.#large, "p", HTMLElement).textContent = `${location.host}${location.pathname}`;
  }
}
