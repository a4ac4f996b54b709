/**
 * Numbers rounded as engine/figures rounds them; both are held to its testdata/figures.json.
 * A figure is rounded half up in its decimal digits: 0.2935 is 29.4 %, whichever float64
 * stands for it. A share is a count of a whole; its exact halves are distinguished from all others, so
 * that the result is that of whole counts.
 * @module
 */

/** How far below a half a float64 may be, in units of the last digit. */
const slack = 1e-9;

/**
 * A number with some decimals, half up, without the sign of zero.
 * @param {number} value finite
 * @param {number} decimals
 */
export function rounded(value, decimals) {
  const power = 10 ** decimals;
  const digits = Math.floor(Math.abs(value) * power + 0.5 + slack);
  const text = (digits / power).toFixed(decimals);
  return value < 0 && digits > 0 ? `-${text}` : text;
}

/**
 * A share in per cent: 38.9 %, with a no-break space.
 * @param {number} share
 * @param {number} decimals
 */
export function percentage(share, decimals) {
  return `${rounded(100 * share, decimals)}\u00a0%`;
}

/**
 * Figures as they are written in a table, with these decimals each, so that they add up as written: the one
 * that comes nearest to it is rounded the other way.
 * @param {number[]} parts
 * @param {number} sum
 * @param {number} decimals
 */
export function addingUp(parts, sum, decimals) {
  const power = 10 ** decimals;
  const whole = (/** @type {number} */ value) => Math.round(Number(rounded(value, decimals)) * power);
  const units = parts.map(whole);
  const missing = whole(sum) - units.reduce((total, unit) => total + unit, 0);
  if (Math.abs(missing) === 1) {
    const short = parts.map((part, i) => missing * (part * power - (units[i] ?? 0)));
    const nearest = short.indexOf(Math.max(...short));
    units[nearest] = (units[nearest] ?? 0) + missing;
  }
  return units.map((unit) => unit / power);
}

/**
 * The decimals with which some figures and their sum are written so that they add up as
 * written: the fewest that do, from `least` on.
 * @param {number[]} parts
 * @param {number} sum
 * @param {number} least
 * @returns {number}
 */
export function decimalsThatAddUp(parts, sum, least) {
  for (let decimals = least; decimals < least + 5; decimals++) {
    const whole = (/** @type {number} */ value) => Math.round(Number(rounded(value, decimals)) * 10 ** decimals);
    if (parts.reduce((total, part) => total + whole(part), 0) === whole(sum)) return decimals;
  }
  return least + 5;
}
