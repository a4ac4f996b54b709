import { setting } from "../core/formats.js";
import { fields, positionOf } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { element } from "../ui/dom.js";

/** A mark on the η slider at 2/L. */
export class RateMark {
  #root = element("span", { class: "rate-mark", role: "img", hidden: true }, element("span", {}, "2/L"));

  /** @param {HTMLElement} field η's */
  constructor(field) {
    field.append(this.#root);
  }

  hide() {
    this.#root.hidden = true;
  }

  /** @param {number} rate 2/L */
  show(rate) {
    const field = fields.find(({ name }) => name === "learningRate");
    if (!field) return;
    const share = positionOf(field, rate) / (field.stops.length - 1);
    this.#root.style.setProperty("--at", String(share));
    this.#root.ariaLabel = t("2/L = {rate}", { rate: setting(Number(rate.toPrecision(3))) });
    this.#root.title = this.#root.ariaLabel;
    this.#root.hidden = false;
  }
}
