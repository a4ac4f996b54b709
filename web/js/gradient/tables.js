import { element, find } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { placeOf, reportErrors, reportSums, whose } from "./words.js";
import { language, t } from "../texts/texts.js";

/** @import {Check, Curve, GradientChecker} from "../core/checker.js" */

const parts = /** @type {const} */ (["weights", "bias"]);
const symbols = { weights: "W", bias: "b" };

/** The figures of the checks beside the report's, and what the two pictures show. */
export class GradientTables {
  #checks;
  #classes;
  #curve;
  #shown = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#checks = find(root, "#gradient-checks tbody", HTMLTableSectionElement);
    this.#classes = find(root, "#gradient-classes tbody", HTMLTableSectionElement);
    this.#curve = find(root, "#gradient-curve tbody", HTMLTableSectionElement);
  }

  /**
   * @param {GradientChecker} checker
   * @param {string[]} classes
   */
  update({ checks, last, curve }, classes) {
    const shown = JSON.stringify([language(), [...checks.values()].map(summary), curve, classes]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const sizes = [...new Set([...reportErrors.keys(), ...checks.keys()])].sort((a, b) => a - b);
    this.#checks.replaceChildren(
      ...sizes.flatMap((size) => parts.map((part) => checkRow(size, part, checks.get(size), classes))),
    );
    this.#classes.replaceChildren(...classes.map((name, i) => classRow(name, i, last)));
    this.#curve.replaceChildren(...curveRows(curve));
  }
}

/** A check without its 30,730 errors. @param {Check} check */
function summary({ options, result, seconds }) {
  return [options, result.relativeError, result.sums, seconds];
}

/**
 * @param {number} batchSize
 * @param {"weights" | "bias"} part
 * @param {Check | undefined} check
 * @param {string[]} classes
 */
function checkRow(batchSize, part, check, classes) {
  const first = part === "weights";
  const published = reportErrors.get(batchSize);
  const own = check ? ownTexts(check, part, classes) : Array.from({ length: 6 }, () => formats.none);
  const report = published
    ? [
        `≈ ${formats.exponent(reportSums.calledAnalytic)}`,
        `≈ ${formats.exponent(reportSums.calledNumeric)}`,
        formats.scientific(published[part]),
      ]
    : ["", "", ""];
  return element(
    "tr",
    { class: first ? "" : "second" },
    element(
      "th",
      { scope: "row", class: "text" },
      element("span", first ? {} : { class: "visually-hidden" }, formats.count(batchSize)),
    ),
    element("td", { class: "text", title: check ? how(check) : "" }, first && check ? how(check) : ""),
    element("td", { class: "text symbol" }, symbols[part]),
    ...own.map((text, i) => element("td", { class: i === 4 ? "text place" : "", title: i === 4 ? text : "" }, text)),
    ...report.map((text) => element("td", { class: "muted" }, text)),
  );
}

/**
 * @param {Check} check
 * @param {"weights" | "bias"} part
 * @param {string[]} classes
 */
function ownTexts({ result }, part, classes) {
  const { sums, relativeError, elementwise, kernel } = result;
  const { median, largest, at } = elementwise[part];
  return [
    formats.scientific(sums[part].analytic),
    formats.scientific(sums[part].numeric),
    formats.scientific(relativeError[part]),
    formats.scientific(median),
    `${formats.scientific(largest)} · ${placeOf(at, classes)}`,
    kernel ? formats.scientific(kernel[part]) : formats.none,
  ];
}

/** The options of a check. @param {Check} check */
function how(check) {
  const { options, seconds } = check;
  const { l2, h, formula } = options;
  const extras = [options.wholeCost && t("whole cost"), (options.break || options.mistake) && t("broken")].filter(
    Boolean,
  );
  const words = [
    `λ ${formats.setting(l2)}`,
    `h ${formats.exponent(h)}`,
    formula === "central" ? t("centred") : t("forward"),
    whose(check),
  ];
  return [...words.filter(Boolean), ...extras, formats.seconds(seconds)].join(" · ");
}

/**
 * @param {string} name
 * @param {number} index
 * @param {Check | null} last
 */
function classRow(name, index, last) {
  const length = ((last?.result.errors.length ?? 0) - 10) / 10;
  const errors = last?.result.errors.subarray(index * length, (index + 1) * length);
  const figures = errors ? [median(errors), Math.max(...errors)].map(formats.scientific) : [formats.none, formats.none];
  return element(
    "tr",
    {},
    element("th", { scope: "row", class: "text" }, name),
    ...figures.map((text) => element("td", {}, text)),
  );
}

/** @param {Curve | null} curve */
function curveRows(curve) {
  return (curve?.central ?? []).map((centred, i) => {
    const forward = curve?.forward[i];
    const figures = [centred.weights, centred.bias, forward?.weights, forward?.bias];
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, formats.scientific(centred.h)),
      ...figures.map((figure) => element("td", {}, figure === undefined ? formats.none : formats.scientific(figure))),
    );
  });
}

/** @param {Float64Array} values */
function median(values) {
  const sorted = values.toSorted();
  const n = sorted.length;
  return ((sorted[(n - 1) >> 1] ?? NaN) + (sorted[n >> 1] ?? NaN)) / 2;
}
