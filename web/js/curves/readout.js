import { byId, element } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { language, t } from "../texts/texts.js";
import { metricWord, roleWord } from "../core/words.js";

/** @import {Run} from "../core/mirror.js" */

/** The figures of the epoch that is pointed at in the charts, as text over the scrubber. */
export class CurvesReadout {
  #root = element("p", { id: "curves-readout", class: "curves-readout on-train", hidden: true });
  #shown = "";

  constructor() {
    byId("scrubber", HTMLElement).append(this.#root);
  }

  /**
   * @param {Run} run
   * @param {number | null} epoch that is pointed at
   */
  update({ history }, epoch) {
    const point = epoch === null ? undefined : history.find((point) => point.epoch === epoch);
    this.#root.hidden = !point;
    if (!point) return;
    const shown = JSON.stringify([point, language()]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const parts = /** @type {const} */ (["cost", "loss", "accuracy"]).map((metric) => {
      const write = metric === "accuracy" ? formats.percent : formats.cost;
      const splits = /** @type {const} */ (["train", "validation"]).map(
        (split) => `${roleWord(split)} ${write(point[split][metric])}`,
      );
      return element("span", {}, element("b", {}, metricWord(metric)), ` ${splits.join(", ")}`);
    });
    this.#root.replaceChildren(element("b", {}, t("epoch {n}", { n: point.epoch })), ...parts);
  }
}
