import { byId, element, find, setText } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { publishedAccuracy, whyNotComparable } from "../core/published.js";
import { presets } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { statusWord } from "../core/words.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Data, Metrics} from "../core/protocol.js" */

/** Results of the four settings, next to the report's figures. */
export class ReportTable {
  #table = byId("report-table", HTMLTableElement);
  #note = byId("report-note", HTMLElement);
  #facts = byId("report-facts", HTMLElement);
  #why = element("p", { id: "report-why", class: "report-why", hidden: true });
  #rows = presets.map(newRow);

  constructor() {
    this.#note.before(this.#why);
    find(this.#table, "tbody", HTMLTableSectionElement).append(...this.#rows);
  }

  /**
   * @param {Run[]} runs
   * @param {number} seconds that they took
   * @param {Data | null} data that are loaded
   */
  update(runs, seconds, data) {
    const why = whyNotComparable(runs[0]?.data ?? data);
    this.#why.hidden = why === "";
    setText(this.#why, why);
    const published = runs.some((run) => publishedAccuracy(run) !== null);
    this.#table.classList.toggle("no-report", !published);
    this.#note.hidden = !published;
    presets.forEach(({ name }, i) => {
      const run = runs.find(({ report }) => report?.setting === name);
      const texts = run ? figures(run) : [];
      [...(this.#rows[i]?.cells ?? [])]
        .slice(3)
        .forEach((cell, column) => setText(cell, texts[column] ?? formats.none));
    });
    setText(this.#facts, facts(runs, seconds));
  }
}

/** @param {typeof presets[number]} preset */
function newRow({ name, l2, learningRate }) {
  const cells = ["state", "", "", "", "", "", "", "", "", "", "report", "report"];
  return element(
    "tr",
    {},
    element("th", { scope: "row", class: "text" }, name),
    element("td", {}, formats.setting(l2)),
    element("td", {}, formats.setting(learningRate)),
    ...cells.map((kind) => element("td", { class: kind === "state" ? "text state" : kind })),
  );
}

/** @param {Run} run */
function figures(run) {
  const last = run.history.at(-1);
  const published = publishedAccuracy(run);
  const difference = published !== null && run.test ? run.test.accuracy - published : null;
  return [
    run.status === "finished" || run.epoch === 0
      ? statusWord(run.status)
      : `${statusWord(run.status)}, ${t("epoch {n}", { n: run.epoch })}`,
    ...metricsTexts(last?.train),
    ...metricsTexts(last?.validation),
    ...metricsTexts(run.test),
    published === null ? formats.none : formats.hundredths(published),
    difference === null ? formats.none : formats.difference(difference),
  ];
}

/** @param {Metrics | null | undefined} metrics */
function metricsTexts(metrics) {
  if (!metrics) return [formats.none, formats.none, formats.none];
  return [formats.cost(metrics.loss), formats.cost(metrics.cost), formats.hundredths(metrics.accuracy)];
}

/**
 * @param {Run[]} runs
 * @param {number} seconds
 */
function facts(runs, seconds) {
  const [run] = runs;
  if (!run) return t("The four settings of the report, {epochs} epochs each, from the same seed.", { epochs: 40 });
  const { data, settings } = run;
  const name = data
    ? `${told(data.name)}${data.drawn ? ` (${t("drawn by this page")})` : ""}, ${formats.splits(data.splits)}`
    : "";
  const parts = [
    name,
    data?.fingerprint ? t("fingerprint {fingerprint}", { fingerprint: data.fingerprint }) : "",
    t("seed {seed}", { seed: settings.seed }),
    t("{epochs} epochs, batches of {size}", { epochs: settings.epochs, size: settings.batchSize }),
  ];
  if (seconds > 0) parts.push(t("trained for {time}", { time: formats.duration(seconds) }));
  return parts.filter(Boolean).join(" · ");
}
