// The results of a run as Markdown: in full, as the ratios in web/bench/README.md, and as the two lines in the README.

import { ways } from "./four_runs.js";
import { loadingTable } from "./loading.js";
import { contestTable, markdown, median, ms, ratio, times as written } from "./table.js";
import { targetCells } from "./targets.js";

/**
 * @typedef {object} Results
 * @property {string} when
 * @property {string} machine
 * @property {string} versions
 * @property {string} data
 * @property {number} rounds
 * @property {import("./table.js").Row[]} rows
 * @property {import("./contest.js").Absent[]} absent
 * @property {import("./targets.js").Target[]} targets
 * @property {{epochs: number, times: Record<keyof typeof ways, number[]>} | null} fourRuns
 * @property {import("./growth.js").Growth | null} growth
 * @property {{megabytes: number, allowed: number} | null} memory
 * @property {{drawn: number, bare: number} | null} drawing
 * @property {import("./opening.js").Opening | null} opening
 * @property {import("./waits.js").Waits | null} waits
 */

const TARGETS = ["target", "limit", "by medians", "by fastest rounds", "the C ceiling", ""];

/** @param {import("./targets.js").Target[]} targets */
export function targetTable(targets) {
  return markdown(TARGETS, targetCells(targets));
}

/** @param {Results} results */
export function fullReport(results) {
  const { machine, versions, data, rounds, rows, absent, targets, fourRuns, growth, memory, drawing, opening, waits } =
    results;
  return [
    "## The bench",
    `${machine}. ${versions}.`,
    `${data}. ${work} Medians of ${rounds} interleaved rounds, the fastest in brackets; a ratio is the median of the rounds’ ratios to One Layer in Chromium. ${portions}`,
    contestTable(rows),
    notMeasured(absent),
    fourRuns
      ? `### The report’s four runs, ${fourRuns.epochs} epochs each with both evaluations\n\n${fourTable(fourRuns.times)}`
      : "",
    growth
      ? `An epoch with the evaluation of the training images takes ${ms(growth.small)} ms on 10,000 and ${ms(growth.large)} ms on 50,000.`
      : "",
    memory
      ? `Two workers that train four runs take ${memory.megabytes.toFixed(0)} MB of the page’s process, beyond an empty page.`
      : "",
    drawing
      ? `In the page an epoch with both evaluations takes ${ms(drawing.drawn)} ms with live drawing, and ${ms(drawing.bare)} ms without the view.`
      : "",
    opening ? openingText(opening) : "",
    waits ? waitsText(waits) : "",
    `### Targets\n\n${targetTable(targets)}`,
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

const work =
  "Each does the same work from the same weights: an epoch of updates on 10,000 images of 3072 bytes, 10 classes, batches of 100, λ = 0.1, η = 0.001; then loss, cost and accuracy of 10,000 training and 10,000 validation images. All must match the losses of a float64 epoch within 10⁻⁵, and are float32 unless float64 is stated; peers get their images standardized in advance, ours and the ceiling take bytes.";
const portions = "¹⁄n: measured on an nth of the images and scaled up.";

/** @param {import("./contest.js").Absent[]} absent */
function notMeasured(absent) {
  return absent.length
    ? `Not measured: ${absent.map(({ group, name, reason }) => `${group}, ${name} (${reason})`).join("; ")}.`
    : "";
}

/** @param {import("./opening.js").Opening} opening */
function openingText({ cold, warm, megabytes }) {
  const row = (/** @type {string} */ visit, /** @type {import("./opening.js").Moments} */ { step, drawn }) => [
    visit,
    ms(step),
    ms(drawn),
  ];
  const table = markdown(
    ["ms after the navigation", "first training step", "first drawn weights"],
    [row("first visit", cold), row("second visit", warm)],
  );
  return `### Opening the page\n\n${table}\n\nHeaders add ${megabytes.headers.toFixed(2)} MB to the compressed files.`;
}

/** @param {import("./waits.js").Waits} waits */
function waitsText({ beside, tasks, loading, audits: { desktop, mobile } }) {
  const sentences = [
    beside
      ? `Beside another worker an epoch of C with both evaluations takes ${ms(beside.beside)} ms, alone ${ms(beside.alone)} ms.`
      : "",
    tasks
      ? `Tasks of over 50 ms: ${listed(tasks.opening)} while the page opens, ${listed(tasks.training)} in 10 s of training.`
      : "",
    `Lighthouse: the main thread is blocked for ${ms(desktop.blocking)} ms (mobile: ${ms(mobile.blocking)}), interactive after ${ms(desktop.interactive)} ms (mobile: ${ms(mobile.interactive)}).`,
  ];
  return `${sentences.filter(Boolean).join(" ")}\n\n${loadingTable(loading)}`;
}

/** @param {number[]} tasks */
const listed = (tasks) => (tasks.length ? `${tasks.map((task) => task.toFixed(0)).join(", ")} ms` : "none");

/** @param {Record<keyof typeof ways, number[]>} times */
function fourTable(times) {
  const names = /** @type {(keyof typeof ways)[]} */ (Object.keys(ways));
  const rows = names.map((way) => [
    ways[way],
    (median(times[way]) / 1000).toFixed(2),
    (Math.min(...times[way]) / 1000).toFixed(2),
    written(ratio(times[way], times.together)),
  ]);
  return markdown(["", "median s", "fastest s", "ratio"], rows);
}

/**
 * web/bench/README.md: all ratios.
 * @param {Results} results
 */
export function benchReadme({ when, machine, versions, rounds, rows, absent, targets, fourRuns }) {
  const cell = (/** @type {number} */ value) => (Number.isNaN(value) ? "" : written(value));
  const contest = rows.map(({ group, name, epoch, evaluation, both }) => [
    `${group}: ${name}`,
    cell(epoch.ratio),
    cell(evaluation.ratio),
    cell(both.ratio),
  ]);
  return [
    "# Speed",
    "Written by `./build.sh bench --readme`.",
    `Times as ratios to One Layer in Chromium in one run of \`./build.sh bench\`, ${when}: ${machine}. ${versions}.\n${work}\nMedians of ${rounds} interleaved rounds on a shared machine: differences of a few per cent are noise.`,
    markdown(["", "epoch", "evaluation", "both"], contest),
    notMeasured(absent),
    fourRuns
      ? `The report’s four settings, ${fourRuns.epochs} epochs each with both evaluations:\n\n${fourRatios(fourRuns.times)}`
      : "",
    `Targets and results, next to what the hand-written C reaches in the same rounds, which no SIMD128 kernel is expected to beat:\n\n${targetTable(targets)}`,
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

/**
 * The README's two lines.
 * @param {Pick<Results, "targets">} results
 */
export function speedLines({ targets }) {
  const times = (/** @type {string} */ start) =>
    written(targets.find(({ text }) => text.startsWith(start))?.measured ?? NaN);
  const [c, tensorflow] = [
    times("an epoch of updates, against the C"),
    times("faster than TensorFlow.js’ best operations"),
  ];
  const [convnet, numpy] = [times("faster than ConvNetJS"), times("faster than native numpy in float32")];
  return (
    `An epoch takes ${c} the time of hand-written C for the same SIMD. ` +
    `TensorFlow.js’s best operations take ${tensorflow} our time,\n` +
    `ConvNetJS ${convnet}, native numpy in float32 ${numpy}, each on one thread. ` +
    "All ratios and missed targets: [web/bench](web/bench/README.md)."
  );
}

/** @param {Record<keyof typeof ways, number[]>} times */
function fourRatios(times) {
  const names = /** @type {(keyof typeof ways)[]} */ (Object.keys(ways));
  return markdown(
    ["", "ratio"],
    names.map((way) => [ways[way], written(ratio(times[way], times.together))]),
  );
}

/**
 * A README with the text of its section on speed replaced.
 * @param {string} readme
 * @param {string} lines
 */
export function withSpeed(readme, lines) {
  const section = /(?<=^## Speed\n\n)[\s\S]*?(?=\n\n## )/m;
  if (!section.test(readme)) throw new Error("README.md has no section on speed");
  return readme.replace(section, () => lines);
}
