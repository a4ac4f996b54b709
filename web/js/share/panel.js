import { byId, element, icon } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import { LinkCode } from "./link_code.js";

/** @import {ShareChoice} from "../core/link.js" */

/** What a link has otherwise than the page: values of its parts. @typedef {Record<string, string>} Otherwise */

/**
 * The panel with a link to the page as it is, its QR code for a class, and what the
 * link is to hide or to cover.
 * @extends {Emitter<{changed: void}>}
 */
export class SharePanel extends Emitter {
  #root = byId("share-panel", HTMLElement);
  #field = element("input", {
    id: "share-link",
    type: "text",
    readonly: true,
    "aria-label": t("Link"),
    spellcheck: "false",
  });
  #copy = element("button", { type: "button", id: "share-copy", class: "primary" }, t("Copy link"));
  #told = element("p", { class: "share-told muted", role: "status" });
  #code = new LinkCode(byId("share-large", HTMLDialogElement));
  #choices;

  /** @param {ShareChoice[]} choices */
  constructor(choices) {
    super();
    this.#choices = choices;
    const close = element(
      "button",
      {
        type: "button",
        class: "tool",
        popovertarget: "share-panel",
        popovertargetaction: "hide",
        "aria-label": t("Close"),
      },
      icon("close"),
    );
    this.#root.append(
      element("header", { role: "none" }, element("h2", { id: "share-title" }, t("Share")), close),
      element(
        "p",
        { class: "muted" },
        t(
          "The link opens this experiment: its settings, seed, tab and open panels. It carries no data; it warns where other data are loaded.",
        ),
      ),
      element("div", { class: "share-link" }, this.#field, this.#copy),
      this.#told,
      element(
        "div",
        { class: "share-columns" },
        this.#code.root,
        this.#code.instead,
        element("div", { class: "share-choices" }, ...choices.map(({ root }) => root)),
      ),
    );
    this.#root.addEventListener("toggle", () => this.emit("changed", undefined));
    this.#root.addEventListener("change", () => this.emit("changed", undefined));
    this.#field.addEventListener("focus", () => this.#field.select());
    this.#copy.addEventListener("click", () => this.#copyLink());
  }

  get open() {
    return this.#root.matches(":popover-open");
  }

  /**
   * Takes over the state of the page, as its own link had it.
   * @param {Otherwise} parts
   */
  begin(parts) {
    for (const { name, show } of this.#choices) show(parts[name] ?? "");
  }

  /** @returns {Otherwise} */
  get otherwise() {
    return Object.fromEntries(this.#choices.map(({ name, read }) => [name, read()]));
  }

  /** @param {URL} link */
  update({ href }) {
    if (!this.open || this.#field.value === href) return;
    this.#field.value = href;
    this.#told.textContent = "";
    this.#code.show(href).catch(() => {}); // it has its notice, and the link is there
  }

  async #copyLink() {
    try {
      await navigator.clipboard.writeText(this.#field.value);
      this.#told.textContent = t("Copied.");
    } catch {
      this.#field.focus(); // and it is selected
      this.#told.textContent = t("This browser doesn’t let the page copy: the link is selected, copy it with Ctrl+C.");
    }
  }
}
