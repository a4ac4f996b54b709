import { element, find, icon, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { publishedAccuracy } from "../core/published.js";
import { optionWords } from "../core/options.js";
import { presetWords } from "../core/record.js";
import { language, t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { statusWord } from "../core/words.js";
import { RunName } from "./run_name.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Metrics} from "../core/protocol.js" */

/**
 * The state of the list on the page.
 * @typedef {object} ListView
 * @property {Run | null} viewed the run that the figures show
 * @property {(run: Run) => boolean} isOverlaid
 * @property {(run: Run) => string} colour
 * @property {(run: Run) => boolean} resumable whether it was interrupted and can continue
 */

/**
 * A run's row, and what it shows now.
 * @typedef {{row: HTMLTableRowElement, name: RunName, resume: HTMLButtonElement, run?: Run, history?: Run["history"],
 *   shown?: string}} Row
 */

/**
 * All runs, the newest first, with their settings and the final figures of each split.
 * @extends {Emitter<{resumed: number, looked: number, overlaid: {run: number, on: boolean}, renamed: {run: number,
 *   name: string}, menu: {run: number, button: HTMLElement}}>}
 */
export class RunsTable extends Emitter {
  #table;
  #body;
  /** @type {Map<number, Row>} */
  #rows = new Map();

  /** @param {HTMLElement} root */
  constructor(root) {
    super();
    this.#table = find(root, "table", HTMLTableElement);
    this.#body = find(root, "tbody", HTMLTableSectionElement);
  }

  /**
   * @param {Run[]} runs newest last
   * @param {ListView} view
   */
  update(runs, view) {
    this.#table.classList.toggle(
      "no-report",
      runs.every((run) => publishedAccuracy(run) === null),
    );
    this.#table.classList.toggle(
      "with-options",
      runs.some((run) => optionWords(run.settings) !== ""),
    );
    const rows = runs.map((run) => this.#row(run, run === runs.at(-1), view)).reverse();
    rows.forEach((row, i) => {
      if (this.#body.rows[i] !== row) this.#body.insertBefore(row, this.#body.rows[i] ?? null);
    });
    while (this.#body.rows.length > rows.length) this.#body.deleteRow(-1);
    if (this.#rows.size === runs.length) return;
    const ids = new Set(runs.map(({ id }) => id));
    for (const id of this.#rows.keys()) if (!ids.has(id)) this.#rows.delete(id);
  }

  /**
   * Lets the visitor type the name of a run in place.
   * @param {number} run
   */
  edit(run) {
    this.#rows.get(run)?.name.edit();
  }

  /**
   * @param {Run} run
   * @param {boolean} current
   * @param {ListView} view
   */
  #row(run, current, view) {
    /** @type {Row} */
    const shown = this.#rows.get(run.id) ?? this.#newRow(run.id);
    const { row, name, resume } = shown;
    const [colour, overlaid, viewed, resumable] = [
      view.colour(run),
      view.isOverlaid(run),
      run === view.viewed,
      view.resumable(run),
    ];
    const now = [language(), current, colour, overlaid, viewed, resumable, run.epoch].join();
    if (shown.run === run && shown.history === run.history && shown.shown === now) return row; // as most, of hundreds
    Object.assign(shown, { run, history: run.history, shown: now });
    if (current) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
    row.dataset["status"] = run.status;
    row.dataset["run"] = String(run.id);
    name.update(run, colour, overlaid, viewed);
    const texts = rowTexts(run);
    texts.forEach((text, i) => setText(row.cells[i + 1] ?? row, text));
    for (const kind of ["of-options", "of-data"]) {
      const cell = find(row, `.${kind}`, HTMLElement);
      cell.title = cell.textContent ?? ""; // it may end with dots
    }
    resume.hidden = !resumable;
    setText(resume, t("Continue from epoch {n}", { n: run.epoch }));
    return row;
  }

  /** @param {number} run */
  #newRow(run) {
    const name = new RunName();
    name.on("looked", () => this.emit("looked", run));
    name.on("overlaid", (on) => this.emit("overlaid", { run, on }));
    name.on("renamed", (text) => this.emit("renamed", { run, name: text }));
    const button = element(
      "button",
      { type: "button", class: "tool", "aria-haspopup": "dialog", "aria-label": t("What can be done with this run") },
      icon("more"),
    );
    button.addEventListener("click", () => this.emit("menu", { run, button }));
    const metrics = ["of-loss", "of-cost", "of-accuracy"];
    const classes = [
      "text of-preset",
      "text of-options",
      "text of-data",
      "of-l2",
      "of-lr",
      "of-batch",
      "of-seed",
      "of-epochs",
      "text state",
      ...metrics,
      ...metrics,
      ...metrics,
      "report",
    ];
    const cells = classes.map((kind) => element("td", { class: kind }));
    const resume = element("button", { type: "button", class: "resume" });
    resume.addEventListener("click", () => this.emit("resumed", run));
    const row = element("tr", {}, name.root, ...cells, element("td", { class: "menu" }, resume, button));
    const made = { row, name, resume };
    this.#rows.set(run, made);
    return made;
  }
}

/**
 * The texts of a run's row.
 * @param {Run} run
 * @returns {string[]} in the order of the columns after the name
 */
export function rowTexts(run) {
  const { settings } = run;
  const last = run.history.at(-1);
  const published = publishedAccuracy(run);
  return [
    presetWords(run),
    optionWords(settings),
    told(run.data?.name ?? ""),
    formats.setting(settings.l2),
    formats.setting(settings.learningRate),
    formats.count(settings.batchSize),
    formats.setting(settings.seed),
    run.epoch < settings.epochs ? `${run.epoch} / ${settings.epochs}` : `${run.epoch}`,
    run.savedAt && run.home === "page"
      ? t("{status}, stored", { status: statusWord(run.status) })
      : statusWord(run.status),
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
