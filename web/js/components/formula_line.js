import { costParts, pointAt } from "../formulas.js";
import { byId, element, setText } from "../dom.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../mirror.js" */
/** @import {Metrics} from "../protocol.js" */

const splits = /** @type {const} */ (["train", "validation"]);

/** What the cost is made of, under the charts: cost 2.267 = cross-entropy 1.961 + λ‖W‖² 0.306. */
export class FormulaLine {
  #root = byId("formula-line", HTMLElement);
  #lines = splits.map((split) => new Line(split));

  constructor() {
    this.#root.append(...this.#lines.map(({ root }) => root));
  }

  /**
   * @param {Run} run
   * @param {number | null} epoch that is looked at, or null for the latest
   */
  update(run, epoch) {
    const point = pointAt(run, epoch);
    splits.forEach((split, i) => this.#lines[i]?.update(point && point[split]));
  }
}

class Line {
  root;
  #figures = [0, 0, 0].map(() => element("span", { class: "formula-figure" }));

  /** @param {"train" | "validation"} split */
  constructor(split) {
    const [cost, loss, penalty] = this.#figures;
    this.root = element(
      "p",
      { class: `formula formula-${split}`, hidden: true },
      element("b", {}, t(split)),
      element("span", {}, t("cost"), " ", cost ?? ""),
      element("span", {}, "= ", element("abbr", { title: t("The loss: the mean of −ln p(true class)") }, t("cross-entropy")), " ", loss ?? ""),
      element("span", {}, "+ ", element("abbr", { title: t("The penalty: λ times the sum of all squared weights") }, "λ‖W‖²"), " ", penalty ?? ""),
    );
  }

  /** @param {Metrics | null} metrics */
  update(metrics) {
    this.root.hidden = metrics === null || Number.isNaN(metrics.accuracy);
    if (!metrics) return;
    const { cost, loss, penalty } = costParts(metrics);
    [cost, loss, penalty].forEach((text, i) => {
      const figure = this.#figures[i];
      if (figure) setText(figure, text);
    });
  }
}
