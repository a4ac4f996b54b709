// What the project promises of its speed, and whether a run of the bench keeps it. All are ratios within one run.

import { median, times as written } from "./table.js";

/** @typedef {import("./table.js").Row} Row */

/**
 * @typedef {object} Target
 * @property {string} text
 * @property {number} limit
 * @property {"at most" | "at least"} sense
 * @property {number | null} measured  by medians; null if it was not measured
 * @property {number | null} fastest  by the fastest rounds
 * @property {number | null} [ceiling]  what the C ceiling reaches by medians in the same rounds, where it says what is
 *   in reach
 * @property {string} [unit]
 */

/**
 * @typedef {object} Measured
 * @property {Row[]} rows
 * @property {string} base  the group that ours is measured in
 * @property {string} ours  names of rows
 * @property {string} ceiling
 * @property {string} unfolded  ours without the pass over the finished binary
 * @property {string} processor  its name: Intel's gain by the pass, AMD's don't lose
 * @property {Record<"together" | "oneByOne" | "float32" | "float64", number[]> | null} fourRuns  ms
 * @property {{ratio: number} | null} growth
 * @property {{megabytes: number, allowed: number} | null} memory
 * @property {{ratio: number} | null} drawing
 * @property {{megabytes: {trainer: number, all: number}} | null} opening
 */

/**
 * @param {Measured} measured
 * @returns {Target[]}
 */
export function targets({
  rows,
  base,
  ours,
  ceiling,
  unfolded,
  processor,
  fourRuns,
  growth,
  memory,
  drawing,
  opening,
}) {
  const here = rows.filter(({ group }) => group === base);
  const native = rows.filter(({ group }) => group !== base);
  const row = (/** @type {Row[]} */ among, /** @type {string} */ start) =>
    quickest(among.filter(({ name }) => name.startsWith(start)));
  const limit = row(here, ceiling);
  const own = here.find(({ name }) => name === ours);
  const tensorflow = here.filter(({ name }) => /^TensorFlow\.js (?!wasm threads)/.test(name));
  const operations = quickest(tensorflow.filter(({ name }) => name.includes("operations")));
  const fit = quickest(tensorflow.filter(({ name }) => name.includes("model.fit")));
  /** Ours over theirs. */
  const over = (/** @type {Row | undefined} */ theirs, /** @type {"epoch" | "evaluation" | "both"} */ work) =>
    theirs && own ? { measured: 1 / theirs[work].ratio, fastest: 1 / theirs[work].fastestRatio } : nothing;
  /** How many times as long they take. */
  const under = (/** @type {Row | undefined} */ theirs) =>
    theirs
      ? {
          measured: theirs.epoch.ratio,
          fastest: theirs.epoch.fastestRatio,
          ceiling: limit ? theirs.epoch.ratio / limit.epoch.ratio : null,
        }
      : nothing;
  const four = (/** @type {"oneByOne" | "float32" | "float64"} */ way) =>
    fourRuns ? quotient(fourRuns[way], fourRuns.together) : nothing;
  return [
    {
      text: "an epoch of updates, against the C ceiling’s time",
      limit: 1.25,
      sense: "at most",
      ...over(limit, "epoch"),
    },
    { text: "evaluation, against the C ceiling’s time", limit: 1.25, sense: "at most", ...over(limit, "evaluation") },
    {
      text: "an epoch and its evaluation with the kernels’ offsets folded, against without",
      limit: /Intel/.test(processor) ? 0.94 : 1.01,
      sense: "at most",
      ...over(row(here, unfolded), "both"),
    },
    {
      text: `faster than TensorFlow.js’ best operations on one thread${named(operations)}`,
      limit: 2,
      sense: "at least",
      ...under(operations),
    },
    { text: `faster than TensorFlow.js’ best model.fit${named(fit)}`, limit: 40, sense: "at least", ...under(fit) },
    { text: "faster than ConvNetJS", limit: 20, sense: "at least", ...under(row(here, "ConvNetJS")) },
    {
      text: "faster than register-blocked plain JavaScript",
      limit: 6,
      sense: "at least",
      ...under(row(here, "plain JavaScript, register-blocked")),
    },
    {
      text: "faster than native numpy in float32 on one thread",
      limit: 1,
      sense: "at least",
      ...under(row(native, "numpy float32, 1")),
    },
    {
      text: "faster than native numpy in float64 on one thread",
      limit: 2,
      sense: "at least",
      ...under(row(native, "numpy float64, 1")),
    },
    {
      text: "the four runs: faster on two cores than one after the other",
      limit: 1.8,
      sense: "at least",
      ...four("oneByOne"),
    },
    {
      text: "the four runs: faster than numpy in float32 with two threads",
      limit: 1,
      sense: "at least",
      ...four("float32"),
    },
    {
      text: "the four runs: faster than numpy in float64 with two threads",
      limit: 1,
      sense: "at least",
      ...four("float64"),
    },
    {
      text: "an epoch of 50,000 images, against one of 10,000",
      limit: 5.2,
      sense: "at most",
      measured: growth?.ratio ?? null,
      fastest: null,
    },
    {
      text: "memory of two workers with four runs: bytes of images × workers + 64 MB",
      limit: memory?.allowed ?? NaN,
      sense: "at most",
      measured: memory?.megabytes ?? null,
      fastest: null,
      unit: " MB",
    },
    {
      text: "an epoch in the page with live drawing by software, against the page without its view",
      limit: 1.1,
      sense: "at most",
      measured: drawing?.ratio ?? null,
      fastest: null,
    },
    {
      text: "compressed files to the first training step: page and trainer",
      limit: 1,
      sense: "at most",
      measured: opening?.megabytes.trainer ?? null,
      fastest: null,
      unit: " MB",
    },
    {
      text: "compressed files to the first training step and the first drawn weights",
      limit: 3.2,
      sense: "at most",
      measured: opening?.megabytes.all ?? null,
      fastest: null,
      unit: " MB",
    },
  ];
}

const nothing = { measured: null, fastest: null };

/**
 * How many times as long one takes as another, round by round.
 * @param {number[]} theirs
 * @param {number[]} ours
 */
function quotient(theirs, ours) {
  return {
    measured: median(theirs.map((time, i) => time / (ours[i] ?? NaN))),
    fastest: Math.min(...theirs) / Math.min(...ours),
  };
}

/** The row with the shortest epoch. */
function quickest(/** @type {Row[]} */ rows) {
  return rows.reduce(
    (/** @type {Row | undefined} */ best, row) => (best && best.epoch.median <= row.epoch.median ? best : row),
    undefined,
  );
}

/** @param {Row | undefined} row */
function named(row) {
  return row ? ` (${row.name.replace("TensorFlow.js ", "")})` : "";
}

/**
 * "met", "missed", or why neither.
 * @param {Target} target
 */
export function verdict({ limit, sense, measured }) {
  if (measured === null) return "not measured";
  return (sense === "at most" ? measured <= limit : measured >= limit) ? "met" : "missed";
}

/**
 * Rows of a table.
 * @param {Target[]} targets
 */
export function targetCells(targets) {
  return targets.map((target) => {
    const { text, limit, sense, measured, fastest, ceiling = null, unit } = target;
    const write = (/** @type {number | null} */ value) =>
      value === null ? "" : unit ? `${value.toFixed(value < 10 ? 2 : 0)}${unit}` : written(value);
    return [text, `${sense} ${write(limit)}`, write(measured), write(fastest), write(ceiling), verdict(target)];
  });
}
