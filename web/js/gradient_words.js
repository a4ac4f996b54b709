/**
 * What a gradient check means, in words, and the report's own figures.
 * @module
 */

import { count, scientific } from "./formats.js";
import { t } from "./texts/texts.js";

/** @import {Check, Options, Position} from "./gradient.js" */

/**
 * What the report's table says for its two batch sizes; its sums only in size. Its two
 * labels are swapped: the gradients of a softmax sum to zero over the classes, so the
 * small sums are those of the analytic gradient.
 * @type {ReadonlyMap<number, {weights: number, bias: number}>}
 */
export const reportErrors = new Map([
  [10, { weights: 8.2e-11, bias: 1.6e-10 }],
  [100, { weights: 2.0e-10, bias: 1.2e-10 }],
]);

export const reportSums = { calledAnalytic: 1e-8, calledNumeric: 1e-14 };

const channels = [t("red"), t("green"), t("blue")];

/** Relative errors up to this are rounding. */
const right = 1e-7;

/** Relative errors from this on are no matter of the step. */
const wrong = 1e-3;

/**
 * @param {Check} check
 * @returns {{word: "right" | "wrong" | "unclear", title: string, text: string}}
 */
export function verdict({ options, result }) {
  const { weights, bias } = result.relativeError;
  const most = Math.max(weights, bias);
  const found = t("ε is {weights} for W, {bias} for b", { weights: scientific(weights), bias: scientific(bias) });
  if (options.break && options.l2 === 0) {
    return { word: "unclear", title: t("Nothing to catch"), text: t("Where λ is 0, λW and 2λW are the same. Choose a λ above 0.") };
  }
  if (most <= right) {
    return { word: "right", title: t("The gradient is right"), text: t("All {n} parameters agree: {found}, on {images} images.", { n: count(result.parameters), found, images: options.batchSize }) };
  }
  if (options.break) {
    const rest = bias <= right ? ` ${t("The bias, which has no penalty, still agrees.")}` : "";
    return { word: "wrong", title: t("Caught"), text: `${t("λW in place of 2λW does not pass: {found}.", { found })}${rest}` };
  }
  if (most < wrong) return { word: "unclear", title: t("Not exact enough to tell"), text: `${found}. ${remedy(options)}` };
  return { word: "wrong", title: t("The gradients differ"), text: `${found}. ${remedy(options)}` };
}

/** @param {Options} options */
function remedy({ formula, h }) {
  if (formula === "forward") return t("Forward differences err by about h: take centred ones.");
  return h > 1e-5 ? t("The step h is too long: centred differences err by h².") : t("The step h is too short: rounding is divided by it.");
}

/**
 * Where a parameter is: "cat, green, row 3, column 17", counted from 0 as in the arrays.
 * @param {Position} position
 * @param {string[]} classes
 */
export function placeOf({ class: index, bias, channel, row, column }, classes) {
  const name = classes[index] ?? t("class {n}", { n: index });
  return bias ? `${name}` : t("{class}, {channel}, row {row}, column {column}", { class: name, channel: channels[channel] ?? "", row, column });
}
