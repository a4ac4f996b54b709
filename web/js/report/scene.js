import { canvasWords } from "../core/canvas_words.js";
import { setting } from "../core/formats.js";
import { presets } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { metricWord } from "../core/words.js";

/** @import {Theme} from "../ui/theme.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Panel, Scene} from "../core/scene.js" */

/** @typedef {"cost" | "loss" | "accuracy" | "weights"} Figure */

/**
 * How the report's figures are shown.
 * @typedef {object} ReportView
 * @property {Figure} figure
 * @property {string} only the one setting that is shown large, or empty for all four
 * @property {boolean} commonRange whether all charts have the same axes, and all weights the same shades
 * @property {boolean} log
 */

/**
 * One panel for each of the four settings, two by two, or a single one.
 * @param {Run[]} runs of the four, those that there are
 * @param {ReportView} view
 * @param {string[]} classes
 * @param {Theme} theme
 * @param {boolean} narrow where two would not fit beside one another
 * @returns {Scene}
 */
export function reportScene(runs, view, classes, theme, narrow) {
  const shown = presets.filter(({ name }) => !view.only || name === view.only);
  return {
    classes,
    theme: theme.scene,
    words: canvasWords(),
    layout: { columns: shown.length > 1 && !narrow ? 2 : 1 },
    panels: shown.map((preset) =>
      panel(
        preset,
        runs.find(({ report }) => report?.setting === preset.name),
        view,
        theme,
      ),
    ),
  };
}

/**
 * @param {{name: string, l2: number, learningRate: number}} preset
 * @param {Run | undefined} run
 * @param {ReportView} view
 * @param {Theme} theme
 * @returns {Panel}
 */
function panel({ name, l2, learningRate }, run, { figure, commonRange, log }, theme) {
  const title = `${name}  λ=${setting(l2)} η=${setting(learningRate)}`;
  if (figure === "weights") return { kind: "templates", run: run?.id ?? `report-${name}`, title, commonRange };
  return {
    kind: "chart",
    metric: figure,
    title: `${title}: ${metricWord(figure)}`,
    log: log && figure !== "accuracy",
    commonRange,
    empty: t("not trained yet"),
    epochs: 40,
    ...(run && figure !== "cost" ? { best: run.id } : {}),
    ...(run && figure === "loss" ? { minibatch: run.id } : {}),
    series: run
      ? [
          { run: run.id, split: "train", label: t("train"), color: theme.series.train, dashed: false },
          { run: run.id, split: "validation", label: t("validation"), color: theme.series.validation, dashed: true },
        ]
      : [],
  };
}
