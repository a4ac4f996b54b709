import { byId, element, find, setText } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { presets } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { metricWord } from "../core/words.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Figure} from "./scene.js" */

/** All four settings at one epoch: the one under the pointer, else the last that all have. */
export class ReportReadout {
  #caption;
  #rows;

  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.#caption = byId("report-readout-title", HTMLElement);
    this.#rows = presets.map(({ name }) =>
      element("tr", {}, element("th", { scope: "row", class: "text" }, name), ...figureCells()),
    );
    find(table, "tbody", HTMLTableSectionElement).append(...this.#rows);
  }

  /**
   * @param {Run[]} runs
   * @param {Figure} figure
   * @param {number | null} hovered
   */
  update(runs, figure, hovered) {
    const metric = figure === "weights" ? "accuracy" : figure;
    const write = metric === "accuracy" ? formats.percent : formats.cost;
    const common = runs.length > 0 ? Math.min(...runs.map((run) => run.history.at(-1)?.epoch ?? 0)) : 0;
    const epoch = hovered ?? common; // that all four have
    setText(this.#caption, t("{figure} at epoch {epoch}", { figure: metricWord(metric), epoch }));
    presets.forEach(({ name }, i) => {
      const point = runs.find(({ report }) => report?.setting === name)?.history.find((point) => point.epoch === epoch);
      const texts = point
        ? [write(point.train[metric]), write(point.validation[metric])]
        : [formats.none, formats.none];
      texts.forEach((text, column) => setText(this.#rows[i]?.cells[column + 1] ?? this.#caption, text));
    });
  }
}

function figureCells() {
  return [element("td"), element("td")];
}
