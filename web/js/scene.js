/** @import {Mirror} from "./mirror.js" */
/** @import {Theme} from "./components/theme.js" */

/**
 * What the view draws. It lays the panels out by itself.
 * @typedef {{run: number, split: "train" | "validation", label: string, color: string, dashed: boolean}} Series
 * @typedef {{kind: "templates", run: number | string, title?: string}
 *   | {kind: "chart", metric: "cost" | "loss" | "accuracy", title: string, series: Series[], log?: boolean, commonRange?: boolean, at?: number, empty?: string, epochs?: number}
 *   | {kind: "errors", key: string, title: string, empty: string}
 *   | {kind: "curve", title: string, series: CurveSeries[], xLog: boolean, yLog: boolean, xLabel: string, yLabel: string, markX?: number}} Panel
 * @typedef {{label: string, color: string, dashed: boolean, points: [number, number][]}} CurveSeries
 * @typedef {{classes: string[], theme: Theme["scene"], panels: Panel[], layout?: {columns: number}}} Scene
 */

/**
 * The weight pictures of the current run and its three charts.
 * @param {Mirror} mirror
 * @param {Theme} theme
 * @returns {Scene | null} null before there are data and a run
 */
export function sceneOf(mirror, theme) {
  const run = mirror.current?.id;
  if (run === undefined || !mirror.data) return null;
  /** @type {Series[]} */
  const series = [
    { run, split: "train", label: "train", color: theme.series.train, dashed: false },
    { run, split: "validation", label: "validation", color: theme.series.validation, dashed: true },
  ];
  return {
    classes: mirror.data.classes,
    theme: theme.scene,
    panels: [
      { kind: "templates", run },
      { kind: "chart", metric: "cost", title: "cost", series },
      { kind: "chart", metric: "loss", title: "loss", series },
      { kind: "chart", metric: "accuracy", title: "accuracy", series },
    ],
  };
}
