/** @import {GradientChecker, Point} from "./gradient.js" */
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
  const of = last ? `, batch size ${last.options.batchSize}` : "";
  return {
    classes,
    theme: theme.scene,
    layout: { columns: 2 },
    panels: [
      { kind: "errors", key: errorsKey, title: `relative error of each weight${of}`, empty: "Check the gradient to see where it errs." },
      {
        kind: "curve",
        title: `relative error over h${curve ? `, batch size ${curve.options.batchSize}` : ""}`,
        xLog: true,
        yLog: true,
        xLabel: "h",
        yLabel: "ε",
        markX: h,
        series: [
          ...lines("centred", curve?.central ?? [], theme.series.train),
          ...lines("forward", curve?.forward ?? [], theme.series.validation),
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
