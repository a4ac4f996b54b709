import { canvasWords } from "./canvas_words.js";
import { t } from "./texts/texts.js";

/** @import {GradientChecker, Options, Point} from "./gradient.js" */
/** @import {Theme} from "./components/theme.js" */
/** @import {Scene} from "./scene.js" */

/** The key of the errors' frame. */
export const errorsKey = "gradient";

/**
 * The errors over the ten weight pictures, and the errors over h.
 * @param {GradientChecker} checker
 * @param {number} h marked on the curve
 * @param {string[]} classes
 * @param {Theme} theme
 * @returns {Scene}
 */
export function gradientScene({ last, curve }, h, classes, theme) {
  const of = (/** @type {{options: Options} | null} */ made) => (made ? `, ${t("batch size {n}", { n: made.options.batchSize })}` : "");
  return {
    classes,
    theme: theme.scene,
    words: canvasWords(),
    layout: { columns: 2 },
    panels: [
      { kind: "errors", key: errorsKey, title: `${t("relative error of each weight")}${of(last)}`, empty: t("Check the gradient to see where it errs.") },
      {
        kind: "curve",
        title: `${t("relative error over h")}${of(curve)}`,
        xLog: true,
        yLog: true,
        xLabel: "h",
        yLabel: "ε",
        markX: h,
        series: [
          ...lines(t("centred"), curve?.central ?? [], theme.series.train),
          ...lines(t("forward"), curve?.forward ?? [], theme.series.validation),
        ],
      },
    ],
  };
}

/**
 * @param {string} name
 * @param {Point[]} points
 * @param {string} color
 * @returns {import("./scene.js").CurveSeries[]}
 */
function lines(name, points, color) {
  const line = (/** @type {"weights" | "bias"} */ part, /** @type {string} */ symbol, /** @type {boolean} */ dashed) => ({
    label: `${name} ${symbol}`,
    color,
    dashed,
    points: points.map((point) => /** @type {[number, number]} */ ([point.h, point[part]])),
  });
  return [line("weights", "W", false), line("bias", "b", true)];
}

/**
 * The frame of the errors, for the view.
 * @param {GradientChecker} checker
 */
export function errorsFrame({ last }) {
  return { frame: "errors", key: errorsKey, errors: last ? last.result.errors.slice() : new Float64Array(0) };
}
