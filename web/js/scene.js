import { canvasWords } from "./canvas_words.js";
import { runColour } from "./colours.js";
import { t } from "./texts/texts.js";
import { told } from "./texts/told.js";
import { pastKey } from "./view_feed.js";
import { classWords } from "./words.js";

/** @import {ChartLook} from "./chart_look.js" */
/** @import {Mirror, Run} from "./mirror.js" */
/** @import {Viewing} from "./viewing.js" */
/** @import {Theme} from "./components/theme.js" */

/**
 * What the view draws. It lays the panels out by itself. A chart may have a switch for its logarithmic axis, the
 * losses of a run's minibatches, and the best validation epoch of a run marked.
 * @typedef {{run: number, split: "train" | "validation", label: string, color: string, dashed: boolean}} Series
 * @typedef {{kind: "templates", run: number | string, title?: string}
 *   | {kind: "chart", metric: "cost" | "loss" | "accuracy", title: string, series: Series[], log?: boolean, logSwitch?: boolean, minibatch?: number, best?: number, commonRange?: boolean, gap?: boolean, at?: number, empty?: string, epochs?: number}
 *   | {kind: "stack", run: number, title: string, at?: number}
 *   | {kind: "errors", key: string, title: string, empty: string}
 *   | {kind: "curve", title: string, series: CurveSeries[], xLog: boolean, yLog: boolean, xLabel: string, yLabel: string, markX?: number}} Panel
 * @typedef {{label: string, color: string, dashed: boolean, points: [number, number][]}} CurveSeries
 * @typedef {{classes: string[], theme: Theme["scene"], words: Record<string, string>, panels: Panel[], layout?: {columns: number}}} Scene
 */

/**
 * The weight pictures of the run that is looked at, and three charts with it and the runs over it.
 * @param {Mirror} mirror
 * @param {Viewing} viewing
 * @param {ChartLook} look
 * @param {Theme} theme
 * @returns {Scene | null} null before there are data and a run
 */
export function sceneOf(mirror, viewing, look, theme) {
  const run = viewing.run(mirror);
  if (!run || !mirror.data) return null;
  const overlays = viewing.overlays(mirror);
  const series = overlays.length > 0 ? [run, ...overlays].flatMap((run) => linesOf(run, theme)) : onlyLines(run, theme);
  const past = viewing.epoch === null ? {} : { at: viewing.epoch };
  const alone = overlays.length === 0 ? { best: run.id } : {};
  const log = { log: look.log, logSwitch: true };
  const axis = { epochs: run.settings.epochs, empty: t("Press Train to draw the curves.") };
  return {
    classes: classWords((run.data ?? mirror.data).classes),
    theme: theme.scene,
    words: canvasWords(),
    panels: [
      viewing.epoch === null ? { kind: "templates", run: run.id } : { kind: "templates", run: pastKey },
      { kind: "chart", metric: "cost", title: t("cost"), series, ...axis, ...log, ...past, gap: viewing.extras.gap },
      viewing.extras.stack
        ? { kind: "stack", run: run.id, title: t("train cost: loss + λ Σ W²"), ...past }
        : { kind: "chart", metric: "loss", title: t("loss"), series, ...axis, ...log, ...past, ...alone, ...(overlays.length === 0 ? { minibatch: run.id } : {}) },
      { kind: "chart", metric: "accuracy", title: t("accuracy"), series, ...axis, ...past, ...alone },
    ],
  };
}

/**
 * A run alone: a colour for each split.
 * @param {Run} run
 * @param {Theme} theme
 * @returns {Series[]}
 */
function onlyLines({ id }, theme) {
  return [
    { run: id, split: "train", label: t("train"), color: theme.series.train, dashed: false },
    { run: id, split: "validation", label: t("validation"), color: theme.series.validation, dashed: true },
  ];
}

/**
 * A run among others: a colour for the run, its train line solid, its validation line dashed.
 * @param {Run} run
 * @param {Theme} theme
 * @returns {Series[]}
 */
function linesOf({ id, name, colour }, theme) {
  const color = runColour(colour, theme.scene.ink);
  return [
    { run: id, split: "train", label: told(name), color, dashed: false },
    { run: id, split: "validation", label: t("validation"), color, dashed: true },
  ];
}
