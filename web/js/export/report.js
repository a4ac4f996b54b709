/**
 * The report file: one HTML page that stands alone, without scripts.
 * @module
 */

import { runColour } from "../colours.js";
import * as formats from "../formats.js";
import { presetOf } from "../settings.js";
import { language, t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { metricWord, roleWord, statusWord } from "../words.js";
import { chartSvg } from "./chart.js";
import { escape } from "./markup.js";

/** @import {Check} from "../gradient.js" */
/** @import {Run} from "../mirror.js" */
/** @import {Data, Metrics} from "../protocol.js" */

/**
 * What the file is about: runs with their weight pictures as data URIs, and gradient checks.
 * @typedef {{runs: {run: Run, picture: string}[], checks: Check[], date: Date}} Contents
 */

const style = `
body { max-width: 1200px; margin: 32px auto; padding: 0 16px; font: 15px/22px system-ui, sans-serif; color: #1a1d21; font-variant-numeric: tabular-nums; }
h1 { font-size: 24px; line-height: 32px; } h2 { font-size: 18px; margin-top: 32px; } h3 { font-size: 15px; margin: 24px 0 4px; }
table { border-collapse: collapse; font-size: 13px; } th, td { padding: 4px 10px; text-align: right; font-weight: 400; border-bottom: 1px solid #dcdcd6; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; } thead th { color: #5b626b; }
.charts { display: flex; flex-wrap: wrap; gap: 16px; } svg { width: 380px; max-width: 100%; font-size: 12px; }
svg .rule { stroke: #dcdcd6; } svg .muted { fill: #5b626b; } svg polyline { fill: none; stroke-width: 1.5; } img { max-width: 100%; } p.muted { color: #5b626b; }
.wide { overflow-x: auto; }`;

/** @param {Contents} contents */
export function reportHtml({ runs, checks, date }) {
  const list = runs.map(({ run }) => run);
  return `<!doctype html>
<html lang="${language()}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t("One Layer: report")}</title><style>${style}</style></head>
<body>
<h1>${t("A one-layer softmax network on CIFAR-10")}</h1>
<p class="muted">${t("Written by One Layer on {date}. cost = loss + λ Σ W², loss = mean cross-entropy.", { date: date.toISOString().slice(0, 10) })}</p>
<h2>${t("Runs")}</h2>
${runsTable(list)}
<h2>${t("Curves")}</h2>
<div class="charts">${charts(list)}</div>
<p class="muted">${t("Train solid, validation dashed.")}</p>
<h2>${t("Data")}</h2>
${dataTable(list)}
${checks.length > 0 ? `<h2>${t("Gradient check")}</h2>\n${checksTable(checks)}` : ""}
<h2>${t("Weights")}</h2>
${runs.map(({ run, picture }) => `<h3>${escape(title(run))}</h3>${picture ? `<img src="${picture}" alt="${escape(t("The weights of {run}, a picture for each class", { run: told(run.name) }))}">` : `<p>${t("No weights are kept of this run.")}</p>`}`).join("\n")}
</body>
</html>
`;
}

/** @param {Run} run */
function title({ name, settings }) {
  const preset = presetOf(settings);
  return `${told(name)}${preset ? `, ${t("setting {name}", { name: preset.name })}` : ""}: λ ${formats.setting(settings.l2)}, η ${formats.setting(settings.learningRate)}`;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells, /** @type {string} */ tag) => `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;
  return `<div class="wide"><table><thead>${line(head, "th")}</thead><tbody>${rows.map((row) => line(row, "td")).join("\n")}</tbody></table></div>`;
}

/** @param {Run[]} runs */
function runsTable(runs) {
  const splits = /** @type {const} */ (["train", "validation", "test"]).flatMap((split) => /** @type {const} */ (["loss", "cost", "accuracy"]).map((metric) => `${roleWord(split)} ${metricWord(metric)}`));
  const head = [t("run"), t("setting"), "λ", "η", t("batch"), t("seed"), t("epochs"), t("status"), ...splits, t("report")];
  return table(head, runs.map((run) => {
    const { settings } = run;
    const last = run.history.at(-1);
    const preset = presetOf(settings);
    const published = preset && run.data && !run.data.drawn ? formats.hundredths(preset.published) : "";
    return [
      told(run.name), preset?.name ?? "", formats.setting(settings.l2), formats.setting(settings.learningRate), formats.count(settings.batchSize),
      formats.setting(settings.seed), `${run.epoch} / ${settings.epochs}`, statusWord(run.status),
      ...figures(last?.train), ...figures(last?.validation), ...figures(run.test), published,
    ];
  }));
}

/** @param {Metrics | null | undefined} metrics */
function figures(metrics) {
  return metrics ? [formats.cost(metrics.loss), formats.cost(metrics.cost), formats.percent(metrics.accuracy)] : ["", "", ""];
}

/** @param {Run[]} runs */
function charts(runs) {
  return /** @type {const} */ (["cost", "loss", "accuracy"]).map((metric) => {
    const lines = runs.flatMap((run) =>
      /** @type {const} */ (["train", "validation"]).map((split) => ({
        label: split === "train" ? told(run.name) : "",
        color: runColour(run.colour, "#1a1d21"),
        dashed: split === "validation",
        points: run.history.map((point) => /** @type {[number, number]} */ ([point.epoch, point[split][metric]])),
      })),
    );
    return chartSvg(metricWord(metric), lines, metric === "accuracy" ? formats.percent : formats.setting);
  }).join("\n");
}

/** @param {Run[]} runs */
function dataTable(runs) {
  /** @type {Map<string, Data>} */
  const all = new Map();
  for (const { data } of runs) if (data) all.set(JSON.stringify([data.name, data.fingerprint, data.splits]), data);
  const rows = [...all.values()].map((data) => [
    `${told(data.name)}${data.drawn ? `, ${t("drawn by this page, not CIFAR-10")}` : ""}`, ...Object.values(data.splits).map(formats.count), data.fingerprint ?? "",
  ]);
  return table([t("data"), t("train"), t("validation"), t("test"), t("fingerprint")], rows);
}

/** @param {Check[]} checks */
function checksTable(checks) {
  const head = [t("images"), "λ", "h", t("differences"), t("ε of W"), t("ε of b"), t("Σ W analytic"), t("Σ W numeric"), t("Σ b analytic"), t("Σ b numeric")];
  return table(head, checks.map(({ options, result: { relativeError, sums } }) => [
    formats.count(options.batchSize), formats.setting(options.l2), formats.exponent(options.h), `${options.formula === "central" ? t("centred") : t("forward")}${options.break ? `, ${t("gradient broken on purpose")}` : ""}`,
    ...[relativeError.weights, relativeError.bias, sums.weights.analytic, sums.weights.numeric, sums.bias.analytic, sums.bias.numeric].map(formats.scientific),
  ]));
}
