import { byId, element, find, setText } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { presets } from "../core/settings.js";
import { language, t } from "../texts/texts.js";
import { metricWord } from "../core/words.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Figure} from "./scene.js" */

/** The report's charts as numbers: the chosen figure of all four settings by epoch, the last first. */
export class ReportHistory {
  #root = byId("report-history", HTMLElement);
  #caption = find(this.#root, "caption", HTMLElement);
  #body = find(this.#root, "tbody", HTMLTableSectionElement);
  #shown = "";

  /** @param {boolean} visible */
  show(visible) {
    this.#root.hidden = !visible;
  }

  /**
   * @param {Run[]} runs of the four, those that there are
   * @param {Figure} figure
   */
  update(runs, figure) {
    if (this.#root.hidden) return;
    const metric = figure === "weights" ? "accuracy" : figure;
    const shown = JSON.stringify([language(), metric, runs.map(({ id, history }) => [id, history.length])]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    setText(this.#caption, t("{figure} of the four settings after each epoch", { figure: metricWord(metric) }));
    const columns = presets.map(({ name }) => runs.find(({ report }) => report?.setting === name)?.history ?? []);
    const epochs = [...new Set(columns.flatMap((history) => history.map(({ epoch }) => epoch)))].sort((a, b) => b - a);
    const write = metric === "accuracy" ? formats.percent : formats.cost;
    this.#body.replaceChildren(
      ...epochs.map((epoch) => {
        const points = columns.map((history) => history.find((point) => point.epoch === epoch));
        const figures = points.flatMap((point) => [point?.train[metric], point?.validation[metric]]);
        return element(
          "tr",
          {},
          element("th", { scope: "row" }, formats.count(epoch)),
          ...figures.map((figure) => element("td", {}, figure === undefined ? formats.none : write(figure))),
        );
      }),
    );
  }
}
