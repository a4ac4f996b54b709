import { runColour } from "./colours.js";
import { pastKey } from "./view_feed.js";

/** @import {Mirror, Run} from "./mirror.js" */
/** @import {Viewing} from "./viewing.js" */
/** @import {Theme} from "./components/theme.js" */

/**
 * What the view draws. It lays the panels out by itself.
 * @typedef {{run: number, split: "train" | "validation", label: string, color: string, dashed: boolean}} Series
 * @typedef {{kind: "templates", run: number | string, title?: string}
 *   | {kind: "chart", metric: "cost" | "loss" | "accuracy", title: string, series: Series[], log?: boolean, commonRange?: boolean, gap?: boolean, at?: number, empty?: string, epochs?: number}
 *   | {kind: "stack", run: number, title: string, at?: number}
 *   | {kind: "errors", key: string, title: string, empty: string}
 *   | {kind: "curve", title: string, series: CurveSeries[], xLog: boolean, yLog: boolean, xLabel: string, yLabel: string, markX?: number}} Panel
 * @typedef {{label: string, color: string, dashed: boolean, points: [number, number][]}} CurveSeries
 * @typedef {{classes: string[], theme: Theme["scene"], panels: Panel[], layout?: {columns: number}}} Scene
 */

/**
 * The weight pictures of the run that is looked at, and three charts with it and the runs over it.
 * @param {Mirror} mirror
 * @param {Viewing} viewing
 * @param {Theme} theme
 * @returns {Scene | null} null before there are data and a run
 */
export function sceneOf(mirror, viewing, theme) {
  const run = viewing.run(mirror);
  if (!run || !mirror.data) return null;
  const overlays = viewing.overlays(mirror);
  const series = overlays.length > 0 ? [run, ...overlays].flatMap((run) => linesOf(run, theme)) : onlyLines(run, theme);
  const past = viewing.epoch === null ? {} : { at: viewing.epoch };
  const axis = { epochs: run.settings.epochs, empty: "Press Train to draw the curves." };
  return {
    classes: (run.data ?? mirror.data).classes,
    theme: theme.scene,
    panels: [
      viewing.epoch === null ? { kind: "templates", run: run.id } : { kind: "templates", run: pastKey },
      { kind: "chart", metric: "cost", title: "cost", series, ...axis, ...past, gap: viewing.extras.gap },
      viewing.extras.stack
        ? { kind: "stack", run: run.id, title: "train cost: loss + λ Σ W²", ...past }
        : { kind: "chart", metric: "loss", title: "loss", series, ...axis, ...past },
      { kind: "chart", metric: "accuracy", title: "accuracy", series, ...axis, ...past },
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
    { run: id, split: "train", label: "train", color: theme.series.train, dashed: false },
    { run: id, split: "validation", label: "validation", color: theme.series.validation, dashed: true },
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
    { run: id, split: "train", label: name, color, dashed: false },
    { run: id, split: "validation", label: "validation", color, dashed: true },
  ];
}
