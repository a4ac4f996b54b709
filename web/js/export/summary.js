/**
 * The summary: one self-contained HTML page, without scripts.
 * @module
 */

import { runColour } from "../core/colours.js";
import * as formats from "../core/formats.js";
import { optionWords } from "../core/options.js";
import { publishedAccuracy, whyNotComparable } from "../core/published.js";
import { changeWords, presetWords } from "../core/record.js";
import { changeMarks } from "../core/scene.js";
import { language, t } from "../texts/texts.js";
import { english, told } from "../texts/told.js";
import { metricWord, roleWord, statusWord } from "../core/words.js";
import { captionOf } from "./caption.js";
import { chartSvg } from "./chart.js";
import { escape } from "./markup.js";
import { style } from "./summary_style.js";

/** @import {Check} from "../core/checker.js" */
/** @import {OpenedFile} from "../core/file_digests.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Data, Metrics} from "../core/protocol.js" */

/**
 * What the file is about: runs with their weight pictures as data URIs, and gradient checks.
 * @typedef {{runs: {run: Run, picture: string}[], checks: Check[], files: OpenedFile[], date: Date}} Contents
 */

/** @param {Contents} contents */
export function summaryHtml({ runs, checks, files, date }) {
  const list = runs.map(({ run }) => run);
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${t("One Layer: summary")}</title>
<style>${style}</style>
</head>
<body>
<h1>${t("A one-layer softmax network on CIFAR-10")}</h1>
<p class="muted">${t("Written by One Layer on {date}. cost = loss + λ Σ W², loss = mean cross-entropy.", { date: date.toISOString().slice(0, 10) })}</p>
<h2>${t("Runs")}</h2>
${runsTable(list)}
<h2>${t("Figures")}</h2>
${figuresTable(list)}
${notes(list)}
<h2>${t("Curves")}</h2>
<div class="charts">${charts(list)}</div>
<p class="keys">${list.map(key).join(" ")}</p>
<p class="muted">${t("Train solid, validation dashed.")}</p>
<h2>${t("Data")}</h2>
${dataTable(list)}
${filesTable(files)}
${checks.length > 0 ? `<h2>${t("Gradient check")}</h2>\n${checksTable(checks)}` : ""}
<h2>${t("Every epoch")}</h2>
${list.map((run) => `<details open><summary>${escape(captionOf(run))}</summary>${epochsTable(run)}</details>`).join("\n")}
<h2>${t("Weights")}</h2>
${runs.map(weights).join("\n")}
</body>
</html>
`;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows the first cell names the row
 */
function table(head, rows) {
  const body = rows.map(
    ([name = "", ...cells]) =>
      `<tr><th scope="row">${escape(name)}</th>${cells.map((cell) => `<td>${escape(cell)}</td>`).join("")}</tr>`,
  );
  const columns = head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join("");
  return `<div class="wide"><table><thead><tr>${columns}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}

/** What was trained. @param {Run[]} runs */
function runsTable(runs) {
  const head = [
    t("run"),
    t("setting"),
    "λ",
    "η",
    t("batch"),
    t("seed"),
    t("epochs"),
    t("status"),
    t("changed on the way"),
  ];
  return table(
    head,
    runs.map((run) => {
      const { settings } = run;
      return [
        told(run.name),
        [presetWords(run), optionWords(settings)].filter(Boolean).join(", "),
        formats.setting(settings.l2),
        formats.setting(settings.learningRate),
        formats.count(settings.batchSize),
        formats.setting(settings.seed),
        `${formats.count(run.epoch)} / ${formats.count(settings.epochs)}`,
        statusWord(run.status),
        changesOf(run),
      ];
    }),
  );
}

/** @param {Run} run */
function changesOf({ changes }) {
  const told = changes.map((change) =>
    t("{change} after step {step} (epoch {epoch})", {
      change: changeWords(change),
      step: formats.count(change.step),
      epoch: formats.setting(Number(change.epoch.toFixed(2))),
    }),
  );
  return told.length > 6
    ? `${told.slice(0, 5).join("; ")}; ${t("and {n} more, in the JSON file", { n: told.length - 5 })}`
    : told.join("; ");
}

const splitNames = /** @type {const} */ (["train", "validation", "test"]);
const metricNames = /** @type {const} */ (["loss", "cost", "accuracy"]);

/** The results, next to the report's figure where a run has repeated the report. @param {Run[]} runs */
function figuresTable(runs) {
  const columns = splitNames.flatMap((split) =>
    metricNames.map((metric) => `${roleWord(split)} ${metricWord(metric)}`),
  );
  const published = runs.map(publishedAccuracy);
  const some = published.some((figure) => figure !== null);
  return table(
    [t("run"), t("epoch"), ...columns, ...(some ? [t("report, test accuracy")] : [])],
    runs.map((run, i) => {
      const last = run.history.at(-1);
      const figure = published[i] ?? null;
      return [
        told(run.name),
        formats.count(last?.epoch ?? 0),
        ...figures(last?.train),
        ...figures(last?.validation),
        ...figures(run.test),
        ...(some ? [figure === null ? "" : formats.hundredths(figure)] : []),
      ];
    }),
  );
}

/** A run's epochs, each with the λ and the η that it had. @param {Run} run */
function epochsTable({ history }) {
  const columns = /** @type {const} */ (["train", "validation"]).flatMap((split) =>
    metricNames.map((metric) => `${roleWord(split)} ${metricWord(metric)}`),
  );
  return table(
    [t("epoch"), "λ", "η", ...columns],
    history.map(({ epoch, l2, learningRate, train, validation }) => [
      formats.count(epoch),
      formats.setting(l2),
      epoch === 0 ? "" : formats.setting(learningRate),
      ...figures(train),
      ...figures(validation),
    ]),
  );
}

/** @param {Metrics | null | undefined} metrics */
function figures(metrics) {
  return metrics
    ? [formats.cost(metrics.loss), formats.cost(metrics.cost), formats.percent(metrics.accuracy)]
    : ["", "", ""];
}

/** Why the report's figures can't be compared with the runs' data. @param {Run[]} runs */
function notes(runs) {
  const why = new Set(runs.map(({ data }) => whyNotComparable(data)).filter(Boolean));
  return [...why].map((text) => `<p class="muted">${escape(text)}</p>`).join("\n");
}

/** A run's line and its whole name, which the charts may have no room for. @param {Run} run */
function key({ name, colour }) {
  const line = `<line x1="0" x2="24" y1="5" y2="5" stroke="${runColour(colour, "#1a1d21")}" stroke-width="2"/>`;
  return `<span><svg class="key" viewBox="0 0 24 10" aria-hidden="true">${line}</svg>${escape(told(name))}</span>`;
}

/** @param {Run[]} runs */
function charts(runs) {
  const changes = runs.flatMap((run) =>
    changeMarks(run).map((mark) => ({ ...mark, color: runColour(run.colour, "#1a1d21") })),
  );
  return /** @type {const} */ (["cost", "loss", "accuracy"])
    .map((metric) => {
      const lines = runs.flatMap((run) =>
        /** @type {const} */ (["train", "validation"]).map((split) => ({
          label: split === "train" ? told(run.name) : "",
          color: runColour(run.colour, "#1a1d21"),
          dashed: split === "validation",
          points: run.history.map((point) => /** @type {[number, number]} */ ([point.epoch, point[split][metric]])),
        })),
      );
      return chartSvg(metricWord(metric), lines, metric === "accuracy" ? formats.percent : formats.setting, changes);
    })
    .join("\n");
}

/** @param {Run[]} runs */
function dataTable(runs) {
  /** @type {Map<string, Data>} */
  const all = new Map();
  for (const { data } of runs)
    if (data) all.set(JSON.stringify([english(data.name), data.fingerprint, data.splits]), data);
  const rows = [...all.values()].map((data) => [
    `${told(data.name)}${data.drawn ? `, ${t("drawn by this page")}` : ""}`,
    ...Object.values(data.splits).map(formats.count),
    data.fingerprint ?? "",
  ]);
  return table([t("data"), t("train"), t("validation"), t("test"), t("fingerprint")], rows);
}

/** The source files of the data, with the output of sha256sum. @param {OpenedFile[]} files */
function filesTable(files) {
  const known = files.filter(({ sha256 }) => sha256);
  if (known.length === 0) return "";
  const rows = known.map(({ name, bytes, sha256 }) => [name, formats.megabytes(bytes), sha256]);
  return `<h3>${t("Files that the data came from, and their SHA-256")}</h3>${table([t("file"), t("size"), "SHA-256"], rows)}`;
}

/** @param {Check[]} checks */
function checksTable(checks) {
  const head = [
    t("run"),
    t("images"),
    "λ",
    "h",
    t("differences"),
    t("ε of W"),
    t("ε of b"),
    t("Σ W analytic"),
    t("Σ W numeric"),
    t("Σ b analytic"),
    t("Σ b numeric"),
  ];
  return table(
    head,
    checks.map(({ options, of, result: { relativeError, sums } }) => [
      of(),
      formats.count(options.batchSize),
      formats.setting(options.l2),
      formats.exponent(options.h),
      `${options.formula === "central" ? t("centred") : t("forward")}${options.break ? `, ${t("gradient broken on purpose")}` : ""}`,
      ...[
        relativeError.weights,
        relativeError.bias,
        sums.weights.analytic,
        sums.weights.numeric,
        sums.bias.analytic,
        sums.bias.numeric,
      ].map(formats.scientific),
    ]),
  );
}

/** A run's weight pictures. @param {Contents["runs"][number]} ofRun */
function weights({ run, picture }) {
  const alt = t("The weights of {run}, a picture for each class", { run: told(run.name) });
  const shown = picture
    ? `<img src="${picture}" alt="${escape(alt)}">`
    : `<p>${t("No weights are kept of this run.")}</p>`;
  return `<h3>${escape(captionOf(run))}</h3>${shown}`;
}
