import { element, setText } from "../ui/dom.js";
import { signed } from "../core/formats.js";
import { t } from "../texts/texts.js";

/** @import {Diverging} from "../core/pictures.js" */

/** What the two colours of signed numbers mean, from least over 0 to greatest. */
export class SignedLegend {
  #least = element("span", {});
  #greatest = element("span", {});
  #bar = element("div", { class: "legend-bar", "aria-hidden": "true" });

  /** The element to place. */
  root = element(
    "div",
    { class: "signed-legend", role: "group", "aria-label": t("Colours of signed numbers") },
    this.#bar,
    element("p", {}, this.#least, element("span", {}, "0"), this.#greatest),
  );

  /**
   * @param {number} limit the size that has the full colour
   * @param {number} decimals
   * @param {Diverging} colours
   */
  update(limit, decimals, { negative, zero, positive }) {
    setText(this.#least, signed(-limit, decimals));
    setText(this.#greatest, signed(limit, decimals));
    const stops = [negative, zero, positive].map((colour) => `rgb(${colour.join(" ")})`);
    this.#bar.style.background = `linear-gradient(to right, ${stops.join()})`;
  }
}
