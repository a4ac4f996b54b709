import { canvasWords } from "../core/canvas_words.js";
import { percent, setting } from "../core/formats.js";
import { t } from "../texts/texts.js";
import { placesOf, worth } from "./cells.js";

/** @import {Panel, Scene} from "../core/scene.js" */
/** @import {Theme} from "../ui/theme.js" */
/** @import {Cell} from "./cells.js" */
/** @import {Grid} from "./grid.js" */

/**
 * The heat map: validation accuracy at the current epoch over λ and η, one panel per batch size.
 * @param {Grid} grid
 * @param {string[]} classes
 * @param {Theme} theme
 * @returns {Scene}
 */
export function gridScene(grid, classes, theme) {
  const maps = mapsOf(grid.cells);
  const panels =
    maps.length > 0 ? maps.map(({ size, cells }) => heat(cells, size, maps.length > 1)) : [heat([], NaN, false)];
  return { classes, theme: theme.scene, words: canvasWords(), panels, layout: { columns: Math.min(2, panels.length) } };
}

/**
 * @param {Cell[]} cells
 * @param {number} size
 * @param {boolean} several
 * @returns {Panel}
 */
function heat(cells, size, several) {
  const { rows, columns, places } = placesOf(cells);
  const values = places.map((cell) => (cell?.validation && cell.status !== "diverged" ? worth(cell) : null));
  const best = values.reduce(
    (/** @type {number} */ best, value, i) => (value !== null && value > (values[best] ?? -1) ? i : best),
    -1,
  );
  return {
    kind: "heat",
    title: several ? t("validation accuracy, batch size {size}", { size }) : t("validation accuracy"),
    rows: rows.map(setting),
    columns: columns.map(setting),
    rowTitle: "λ",
    columnTitle: t("learning rate η"),
    values,
    texts: places.map((cell, i) =>
      cell?.status === "diverged" ? "×" : values[i] === null ? "" : percent(values[i] ?? NaN),
    ),
    best,
    empty: t("Press Search: each cell is a run."),
  };
}

/**
 * The cells by batch size, ascending: one map each.
 * @param {Cell[]} cells
 */
export function mapsOf(cells) {
  const sizes = [...new Set(cells.map(({ settings }) => settings.batchSize))].sort((a, b) => a - b);
  return sizes.map((size) => ({ size, cells: cells.filter(({ settings }) => settings.batchSize === size) }));
}
