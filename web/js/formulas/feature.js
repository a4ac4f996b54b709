import { FormulaLine } from "./formula_line.js";
import { FormulasNow } from "./formulas_now.js";

/** @import {App} from "../core/app.js" */

/**
 * The formulas, and their current values.
 * @param {App} app
 */
export function formulas(app) {
  const line = new FormulaLine();
  const now = new FormulasNow();
  app.on("frame", () => {
    const { viewed, viewing, state } = app;
    if (!viewed) return;
    line.update(viewed, state.hovered ?? viewing.epoch);
    now.update(viewed, viewing.epoch, app.norm);
  });
}
