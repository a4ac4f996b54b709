import { ConfusionMode } from "./mode.js";

/** @import {App} from "../core/app.js" */

/**
 * The confusion matrix: a mode of the Inspect tab, which shows it.
 * @param {App} app
 */
export function confusion(app) {
  const mode = new ConfusionMode(app.predictions, app.pictures, ({ id }) => app.snapshots.last(id)?.weights ?? null);
  mode.on("wanted", (settings) => app.attempt(app.commands.setUp(settings).then(() => app.commands.play())));
  mode.on("changed", app.schedule);
  return mode;
}
