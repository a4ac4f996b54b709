/**
 * What a gradient check means, in words, and the report's own figures.
 * @module
 */

import { t } from "../texts/texts.js";

/** @import {Check} from "../core/checker.js" */
/** @import {ParameterPlace} from "../core/protocol.js" */

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

/**
 * Whose gradient was checked: a run and its place.
 * @param {Pick<Check, "options" | "of">} made
 */
export function whose({ options, of }) {
  return options.initial ? t("initial weights of {run}", { run: of() }) : of();
}

const channels = [() => t("red"), () => t("green"), () => t("blue")];

/**
 * Where a parameter is: "cat, green, row 3, column 17", counted from 0 as in the arrays.
 * @param {ParameterPlace} position
 * @param {string[]} classes
 */
export function placeOf({ class: index, bias, channel, row, column }, classes) {
  const name = classes[index] ?? t("class {n}", { n: index });
  return bias
    ? `${name}`
    : t("{class}, {channel}, row {row}, column {column}", {
        class: name,
        channel: channels[channel]?.() ?? "",
        row,
        column,
      });
}
