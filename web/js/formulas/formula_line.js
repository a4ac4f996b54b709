import { costParts } from "./formulas.js";
import { pointAt } from "../core/record.js";
import { byId, element, setText } from "../ui/dom.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Settings} from "../core/protocol.js" */

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
   * @param {number | null} epoch that is viewed, or null for the latest
   */
  update(run, epoch) {
    const point = pointAt(run, epoch);
    const shown = point ? splits.filter((split) => !Number.isNaN(point[split].accuracy)) : [];
    const parts = point
      ? costParts(
          point,
          shown.map((split) => point[split]),
        )
      : [];
    splits.forEach((split, i) => this.#lines[i]?.update(parts[shown.indexOf(split)] ?? null, run.settings.loss));
  }
}

/**
 * The name of a loss in the line, and what it is the mean of.
 * @param {Settings["loss"]} kind
 */
function lossWords(kind) {
  if (kind === "bce")
    return {
      name: t("binary cross-entropy"),
      means: t(
        "The loss: the mean over images and classes of −ln q, q = σ(s) for the true class and 1 − σ(s) for the others",
      ),
    };
  if (kind === "svm")
    return { name: t("hinge"), means: t("The loss: the mean over images of Σ max(0, s − s(true class) + 1)") };
  return { name: t("cross-entropy"), means: t("The loss: the mean of −ln p(true class)") };
}

class Line {
  root;
  #figures = [0, 0, 0].map(() => element("span", { class: "formula-figure" }));
  #loss = element("abbr", {});

  /** @param {"train" | "validation"} split */
  constructor(split) {
    const [cost, loss, penalty] = this.#figures;
    this.root = element(
      "p",
      { class: `formula formula-${split}`, hidden: true },
      element("b", {}, t(split)),
      element("span", {}, t("cost"), " ", cost ?? ""),
      element("span", {}, "= ", this.#loss, " ", loss ?? ""),
      element(
        "span",
        {},
        "+ ",
        element("abbr", { title: t("The penalty: λ times the sum of all squared weights") }, "λ‖W‖²"),
        " ",
        penalty ?? "",
      ),
    );
  }

  /**
   * @param {{cost: string, loss: string, penalty: string} | null} parts
   * @param {Settings["loss"]} kind
   */
  update(parts, kind) {
    const { name, means } = lossWords(kind);
    setText(this.#loss, name);
    this.#loss.title = means;
    this.root.hidden = parts === null;
    if (!parts) return;
    const { cost, loss, penalty } = parts;
    [cost, loss, penalty].forEach((text, i) => {
      const figure = this.#figures[i];
      if (figure) setText(figure, text);
    });
  }
}
