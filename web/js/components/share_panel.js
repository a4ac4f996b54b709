import { curtainChoices } from "../curtain.js";
import { byId, element, icon } from "../dom.js";
import { Emitter } from "../emitter.js";
import { hideable } from "../link/hideable.js";
import { t } from "../texts/texts.js";
import { CurtainSelect } from "./curtain_choice.js";
import { LinkCode } from "./link_code.js";

/** What a link has otherwise than the page: values of its parts. @typedef {Record<string, string>} Otherwise */

/**
 * The panel with a link to the page as it is, its picture code for a class, and what the
 * link is to hide or to cover.
 * @extends {Emitter<{changed: void}>}
 */
export class SharePanel extends Emitter {
  #root = byId("share-panel", HTMLElement);
  #field = element("input", { id: "share-link", type: "text", readonly: true, "aria-label": t("Link"), spellcheck: "false" });
  #copy = element("button", { type: "button", id: "share-copy", class: "primary" }, t("Copy link"));
  #told = element("p", { class: "share-told muted", role: "status" });
  #code = new LinkCode(byId("share-large", HTMLDialogElement));
  #curtain = new CurtainSelect();
  #lecture = element("input", { type: "checkbox" });
  /** @type {[string, HTMLInputElement][]} */
  #hidden = hideable.map(([name]) => [name, element("input", { type: "checkbox", value: name })]);

  constructor() {
    super();
    const close = element("button", { type: "button", class: "tool", popovertarget: "share-panel", popovertargetaction: "hide", "aria-label": t("Close") }, icon("close"));
    const boxes = this.#hidden.map(([, input], i) => element("label", { class: "toggle" }, input, element("span", {}, hideable[i]?.[1] ?? "")));
    this.#root.append(
      element("header", { role: "none" }, element("h2", { id: "share-title" }, t("Share")), close),
      element("p", { class: "muted" }, t("The link opens this experiment: its settings, seed, tab and open panels. Data stay where they are; it says where they differ.")),
      element("div", { class: "share-link" }, this.#field, this.#copy),
      this.#told,
      element(
        "div",
        { class: "share-columns" },
        this.#code.root,
        element(
          "div",
          { class: "share-choices" },
          element("label", { class: "toggle" }, this.#lecture, element("span", {}, t("Lecture mode"))),
          element("label", { class: "share-curtain" }, element("span", {}, t("Predict first")), this.#curtain.root),
          element("fieldset", { class: "share-hide" }, element("legend", {}, t("Hide, for an exercise")), ...boxes),
        ),
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
   * Takes over how the page itself stands, as its own link had it.
   * @param {Otherwise} parts
   */
  begin(parts) {
    const hidden = new Set(parts["hide"]?.split(","));
    for (const [name, input] of this.#hidden) input.checked = hidden.has(name);
    this.#curtain.value = curtainChoices.find((choice) => choice === parts["curtain"]) ?? null;
    this.#lecture.checked = parts["lecture"] === "1";
  }

  /** @returns {Otherwise} */
  get otherwise() {
    return {
      hide: this.#hidden.flatMap(([name, { checked }]) => (checked ? [name] : [])).join(","),
      curtain: this.#curtain.value ?? "",
      lecture: this.#lecture.checked ? "1" : "",
    };
  }

  /** @param {URL} link */
  update({ href }) {
    if (!this.open || this.#field.value === href) return;
    this.#field.value = href;
    this.#told.textContent = "";
    this.#code.show(href);
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
