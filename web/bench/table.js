// Tables of times.

/**
 * The times of one contender.
 * @typedef {object} Row
 * @property {string} name
 * @property {number} median  ms
 * @property {number} fastest  ms
 * @property {number} ratio  of the median to the best median of the table
 */

/**
 * Sums up the rounds of each contender, the fastest first.
 * @param {Record<string, number[]>} times
 * @returns {Row[]}
 */
export function summary(times) {
  const rows = Object.entries(times).map(([name, rounds]) => ({ name, median: median(rounds), fastest: Math.min(...rounds) }));
  const best = Math.min(...rows.map((each) => each.median));
  return rows.map((each) => ({ ...each, ratio: each.median / best })).sort((a, b) => a.median - b.median);
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @param {{title: string, rows: Row[]}} table
 */
export function markdown({ title, rows }) {
  const lines = [`### ${title}`, "", "| | median ms | fastest ms | ratio |", "|---|---:|---:|---:|"];
  for (const { name, median, fastest, ratio } of rows) {
    lines.push(`| ${name} | ${median.toFixed(1)} | ${fastest.toFixed(1)} | ${ratio.toFixed(2)}× |`);
  }
  return `${lines.join("\n")}\n`;
}
