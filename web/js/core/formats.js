/**
 * How numbers are written on the page.
 * @module
 */

import { percentage, rounded } from "./figures.js";
import { language, onLanguage, t } from "../texts/texts.js";

/** @import {Language} from "../texts/texts.js" */

/** How a language writes numbers; point stands between the whole and the parts of it. @param {Language} locale */
const writing = (locale) => ({
  point: locale === "sv" ? "," : ".",
  whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
  oneDecimal: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  twoDigits: new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }),
  dateAndTime: new Intl.DateTimeFormat(locale === "en" ? undefined : locale, {
    dateStyle: "medium",
    timeStyle: "short",
  }),
});

let { point, whole, oneDecimal, twoDigits, dateAndTime } = writing(language());
onLanguage(() => ({ point, whole, oneDecimal, twoDigits, dateAndTime } = writing(language())));

/** Shown while there is no figure. */
export const none = "–";

/** 12,345 @param {number} value */
export function count(value) {
  return whole.format(value);
}

/** With the page's decimal sign and a true minus, in an exponent too. @param {string} figure */
const local = (figure) => figure.replace(".", point).replaceAll("-", "−");

/**
 * A loss or a cost: 1.760, a very large one as 1.3×10¹², as on the charts. A run that diverged
 * shows NaN or ∞ as such.
 * @param {number} value
 * @param {number} decimals
 */
export function cost(value, decimals = 3) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  return local(Math.abs(value) >= 10_000 ? power(value) : rounded(value, decimals));
}

/** @param {number} value */
function power(value) {
  const [mantissa, exponent = ""] = value.toExponential(1).split("e");
  return `${mantissa}×10${exponent.replace("+", "").replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)))}`;
}

/** A share as a percentage: 38.9 % @param {number} share */
export function percent(share) {
  return Number.isNaN(share) ? "NaN" : local(percentage(share, 1));
}

/** A share without decimals: 39 % @param {number} share */
export function wholePercent(share) {
  return percentage(share, 0);
}

/** A small figure in two digits, as the course writes it: 5.7e−10, 0 @param {number} value */
export function scientific(value) {
  if (!Number.isFinite(value) || value === 0) return local(String(value));
  return local(value.toExponential(1).replace("e+", "e"));
}

/** A share with the report's four digits: 38.97 % @param {number} share */
export function hundredths(share) {
  return Number.isNaN(share) ? "NaN" : local(percentage(share, 2));
}

/** A probability on an axis: 0.35 @param {number} p */
export function probability(p) {
  return local(rounded(p, 2));
}

/** A difference of shares in percentage points: +0.12, −0.30 @param {number} share */
export function difference(share) {
  return `${share < 0 ? "−" : "+"}${local(rounded(Math.abs(100 * share), 2))}`;
}

/**
 * A number of either sign, always with its sign: +0.0123, −1.50
 * @param {number} value
 * @param {number} decimals
 */
export function signed(value, decimals) {
  if (!Number.isFinite(value)) return local(String(value));
  const figure = local(rounded(value, decimals));
  return /^(−|[0.,]+$)/.test(figure) ? figure : `+${figure}`;
}

/** A setting as it is typed: 0.001 @param {number} value */
export function setting(value) {
  return local(String(value));
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

/**
 * The sizes of the splits: 10,000 train · 10,000 validation · 10,000 test
 * @param {{train: number, validation: number, test: number}} splits
 */
export function splits({ train, validation, test }) {
  return t("{train} train · {validation} validation · {test} test", {
    train: count(train),
    validation: count(validation),
    test: count(test),
  });
}

/** A power of ten as the course writes it: 1e−6, 2.5e−6 @param {number} value */
export function exponent(value) {
  return local(value.toExponential());
}

/** A short time: 0.4 s @param {number} value */
export function seconds(value) {
  return `${oneDecimal.format(value)}\u00a0s`;
}

/** A moment @param {number} time in ms */
export function date(time) {
  return dateAndTime.format(time);
}
