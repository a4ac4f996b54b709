import { element, find, setText } from "../dom.js";
import * as formats from "../formats.js";
import { presetOf } from "../settings.js";

/** @import {Run} from "../mirror.js" */
/** @import {Metrics} from "../protocol.js" */

const reportSplits = { train: 10_000, validation: 10_000, test: 10_000 };

/** All runs, the newest first, with their settings and the final figures of each split. */
export class RunsTable {
  #body;
  #reportHead;
  /** @type {Map<number, HTMLTableRowElement>} */
  #rows = new Map();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#body = find(root, "tbody", HTMLTableSectionElement);
    this.#reportHead = find(root, "th.report", HTMLTableCellElement);
  }

  /** @param {Run[]} runs newest last */
  update(runs) {
    this.#reportHead.hidden = !runs.some((run) => publishedAccuracy(run) !== null);
    const rows = runs.map((run) => this.#row(run, run === runs.at(-1))).reverse();
    rows.forEach((row, i) => {
      if (this.#body.rows[i] !== row) this.#body.insertBefore(row, this.#body.rows[i] ?? null);
    });
    while (this.#body.rows.length > rows.length) this.#body.deleteRow(-1);
  }

  /**
   * @param {Run} run
   * @param {boolean} current
   */
  #row(run, current) {
    const row = this.#rows.get(run.id) ?? newRow();
    this.#rows.set(run.id, row);
    if (current) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
    const texts = rowTexts(run);
    for (const [i, cell] of [...row.cells].entries()) setText(cell, texts[i] ?? "");
    const last = row.cells[row.cells.length - 1];
    if (last) last.hidden = this.#reportHead.hidden;
    return row;
  }
}

function newRow() {
  const cells = Array.from({ length: 16 }, (_, i) => element("td", { class: i === 0 || i === 6 ? "text" : "" }));
  return element("tr", {}, element("th", { scope: "row", class: "text" }), ...cells, element("td", { class: "report" }));
}

/**
 * @param {Run} run
 * @returns {string[]}
 */
function rowTexts(run) {
  const { settings } = run;
  const last = run.history.at(-1);
  const preset = presetOf(settings);
  const published = publishedAccuracy(run);
  return [
    preset ? `${run.name} · ${preset.name}` : run.name,
    run.data?.name ?? "",
    formats.setting(settings.l2),
    formats.setting(settings.learningRate),
    formats.count(settings.batchSize),
    formats.setting(settings.seed),
    run.epoch < settings.epochs ? `${run.epoch} / ${settings.epochs}` : `${run.epoch}`,
    run.status,
    ...metricsTexts(last?.train),
    ...metricsTexts(last?.validation),
    ...metricsTexts(run.test),
    published === null ? "" : formats.percent(published),
  ];
}

/** @param {Metrics | null | undefined} metrics */
function metricsTexts(metrics) {
  if (!metrics) return [formats.none, formats.none, formats.none];
  return [formats.cost(metrics.loss), formats.cost(metrics.cost), formats.percent(metrics.accuracy)];
}

/**
 * What the report published for a run like this: one of its four settings, on its
 * three shards.
 * @param {Run} run
 * @returns {number | null}
 */
function publishedAccuracy({ settings, data }) {
  if (!data || data.drawn) return null;
  const { train, validation, test } = data.splits;
  const same = train === reportSplits.train && validation === reportSplits.validation && test === reportSplits.test;
  return same ? (presetOf(settings)?.published ?? null) : null;
}
