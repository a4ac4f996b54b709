/**
 * How numbers are written on the page.
 * @module
 */

const locale = "en";
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const threeDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
const exponential = new Intl.NumberFormat(locale, { notation: "scientific", maximumFractionDigits: 2 });

/** What stands where there is no figure yet. */
export const none = "–";

/** 12,345 @param {number} value */
export function count(value) {
  return whole.format(value);
}

/**
 * A loss or a cost: 1.760. A run that diverged shows NaN or ∞ as such.
 * @param {number} value
 */
export function cost(value) {
  if (Number.isNaN(value)) return "NaN";
  return Math.abs(value) >= 1e6 && Number.isFinite(value) ? exponential.format(value) : threeDecimals.format(value);
}

/** A share as a percentage: 38.9 % @param {number} share */
export function percent(share) {
  return Number.isNaN(share) ? "NaN" : `${oneDecimal.format(100 * share)}\u00a0%`;
}

/** A small figure in two digits, as the course writes it: 5.7e-10, 0 @param {number} value */
export function scientific(value) {
  if (!Number.isFinite(value) || value === 0) return String(value);
  return value.toExponential(1).replace("e+", "e");
}

const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A share with the report's four digits: 38.97 % @param {number} share */
export function hundredths(share) {
  return Number.isNaN(share) ? "NaN" : `${twoDecimals.format(100 * share)}\u00a0%`;
}

/** A difference of shares in percentage points: +0.12, −0.30 @param {number} share */
export function difference(share) {
  return `${share < 0 ? "−" : "+"}${twoDecimals.format(Math.abs(100 * share))}`;
}

/** A setting as it is typed: 0.001 @param {number} value */
export function setting(value) {
  return String(value);
}

/** Images a second, rounded so that it can be read: 52,000 @param {number} value */
export function rate(value) {
  return twoDigits.format(value);
}

/** A time to wait: 4 s, 2 min 5 s @param {number} seconds */
export function duration(seconds) {
  const rounded = Math.ceil(seconds);
  if (rounded < 60) return `${rounded}\u00a0s`;
  const minutes = Math.floor(rounded / 60);
  if (minutes < 60) return `${minutes}\u00a0min ${rounded % 60}\u00a0s`;
  return `${Math.floor(minutes / 60)}\u00a0h ${minutes % 60}\u00a0min`;
}

/** 12.3 MB @param {number} bytes */
export function megabytes(bytes) {
  return `${oneDecimal.format(bytes / 1e6)}\u00a0MB`;
}

/** The sizes of the splits: 10,000 train · 10,000 validation · 10,000 test @param {{train: number, validation: number, test: number}} splits */
export function splits({ train, validation, test }) {
  return `${count(train)} train · ${count(validation)} validation · ${count(test)} test`;
}
