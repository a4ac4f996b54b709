import { canvasWords } from "../core/canvas_words.js";
import { t } from "../texts/texts.js";
import { whose } from "./words.js";

/** @import {Check, GradientChecker} from "../core/checker.js" */
/** @import {Frame, SweepPoint} from "../core/protocol.js" */
/** @import {Theme} from "../ui/theme.js" */
/** @import {Scene} from "../core/scene.js" */

/** The key of the errors' frame. */
const errorsKey = "gradient";

/**
 * The errors over the ten weight pictures, and the errors over h.
 * @param {GradientChecker} checker
 * @param {number} h marked on the curve
 * @param {string[]} classes
 * @param {Theme} theme
 * @returns {Scene}
 */
export function gradientScene({ last, curve }, h, classes, theme) {
  const of = (/** @type {Pick<Check, "options" | "of"> | null} */ made) =>
    made ? `, ${t("{n} images", { n: made.options.batchSize })}, ${whose(made)}` : "";
  return {
    classes,
    theme: theme.scene,
    words: canvasWords(),
    layout: { columns: 2 },
    panels: [
      {
        kind: "errors",
        key: errorsKey,
        title: `${t("relative error of each weight")}${of(last)}`,
        empty: t("Check the gradient to see its errors."),
      },
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
 * @param {SweepPoint[]} points
 * @param {string} color
 * @returns {import("../core/scene.js").CurveSeries[]}
 */
function lines(name, points, color) {
  const line = (
    /** @type {"weights" | "bias"} */ part,
    /** @type {string} */ symbol,
    /** @type {boolean} */ dashed,
  ) => ({
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
 * @returns {Frame}
 */
export function errorsFrame({ last }) {
  return { frame: "errors", key: errorsKey, errors: last ? last.result.errors.slice() : new Float64Array(0) };
}
