import { element, find, setText } from "../dom.js";
import * as formats from "../formats.js";
import { publishedAccuracy } from "../report.js";
import { presetOf } from "../settings.js";

/** @import {Run} from "../mirror.js" */
/** @import {Metrics} from "../protocol.js" */

/** All runs, the newest first, with their settings and the final figures of each split. */
export class RunsTable {
  #table;
  #body;
  /** @type {Map<number, HTMLTableRowElement>} */
  #rows = new Map();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#table = find(root, "table", HTMLTableElement);
    this.#body = find(root, "tbody", HTMLTableSectionElement);
  }

  /** @param {Run[]} runs newest last */
  update(runs) {
    this.#table.classList.toggle("no-report", runs.every((run) => publishedAccuracy(run) === null));
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
    row.dataset["status"] = run.status;
    const texts = rowTexts(run);
    for (const [i, cell] of [...row.cells].entries()) setText(cell, texts[i] ?? "");
    row.cells[0]?.setAttribute("title", run.name);
    return row;
  }
}

function newRow() {
  const classes = ["text", "text", "", "", "", "", "", "text state", "", "", "", "", "", "", "", "", "", "report"];
  const cells = classes.map((name) => element("td", { class: name }));
  return element("tr", {}, element("th", { scope: "row", class: "text" }), ...cells);
}

/**
 * @param {Run} run
 * @returns {string[]} in the order of the head's columns
 */
function rowTexts(run) {
  const { settings } = run;
  const last = run.history.at(-1);
  const published = publishedAccuracy(run);
  return [
    run.name,
    presetOf(settings)?.name ?? "",
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
