// Medians, ratios and tables.

/** @typedef {import("./contest.js").Clock} Clock */
/** @typedef {import("./contest.js").Times} Times */

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How many times as long one took as another: the median over the rounds of each round's ratio, so that a slow spell of
 * the machine, which hits both, counts little.
 * @param {number[]} times
 * @param {number[]} base  of the same rounds
 */
export function ratio(times, base) {
  return median(times.map((time, round) => time / base[round]));
}

/**
 * A line of the table, in ms for 10,000 images, and in ratios to the base.
 * @typedef {object} Row
 * @property {string} name
 * @property {string} group
 * @property {string} note
 * @property {number} images
 * @property {Figure} epoch
 * @property {Figure} evaluation
 * @property {Figure} both
 */

/** @typedef {{median: number, fastest: number, ratio: number, fastestRatio: number}} Figure */

/**
 * Sums up the rounds, the base's group first, and within a group the fastest first.
 * @param {Times[]} times
 * @param {Times} base
 * @returns {Row[]}
 */
export function summary(times, base) {
  const rows = times.map(({ name, group, note, images, epoch, evaluation, both }) => ({
    name,
    group,
    note,
    images,
    epoch: figure(epoch, base.epoch),
    evaluation: figure(evaluation, base.evaluation),
    both: figure(both, base.both),
  }));
  const groups = [base.group, ...times.map(({ group }) => group)];
  return rows.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.both.median - b.both.median);
}

/**
 * @param {Clock} clock
 * @param {Clock} base
 * @returns {Figure}
 */
export function figure(clock, base) {
  return {
    median: median(clock.rounds),
    fastest: clock.fastest,
    ratio: ratio(clock.rounds, base.rounds),
    fastestRatio: clock.fastest / base.fastest,
  };
}

/**
 * A Markdown table; all columns but the first hold figures.
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function markdown(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    `|---|${head
      .slice(1)
      .map(() => "---:|")
      .join("")}`,
    ...rows.map(line),
  ].join("\n");
}

/** @param {Row[]} rows */
export function contestTable(rows) {
  const head = [
    "10,000 images, ms: median (fastest)",
    "epoch of updates",
    "ratio",
    "evaluation, 2 × 10,000",
    "ratio",
    "both",
    "ratio",
  ];
  const cells = rows.map(({ group, name, images, epoch, evaluation, both }) => [
    `${group}: ${name}${images < 10_000 ? ` ¹⁄${10_000 / images}` : ""}`,
    ...[epoch, evaluation, both].flatMap(cellsOf),
  ]);
  return markdown(head, cells);
}

/** @param {Figure} figure */
function cellsOf({ median, fastest, ratio }) {
  return Number.isNaN(median) ? ["", ""] : [`${ms(median)} (${ms(fastest)})`, times(ratio)];
}

/** @param {number} value */
export function ms(value) {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** @param {number} value */
export function times(value) {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)}×`;
}
