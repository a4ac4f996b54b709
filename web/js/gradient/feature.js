import { classWords } from "../core/words.js";
import { GradientPage } from "./page.js";

/** @import {App} from "../core/app.js" */

/**
 * The Gradient tab: analytic against numeric gradients.
 * @param {App} app
 */
export function gradient(app) {
  const page = new GradientPage(app.checker);

  app.scenes.set("gradient", (classes) => page.scene(classes, app.state.palette));
  page.on("changed", app.schedule);
  page.on("frame", (frame) => app.view.send(frame));
  page.on("failed", (message) => app.notices.error("gradient", message));
  app.view.on("ready", () => page.sendFrame());
  app.on("frame", () => {
    const { data } = app.mirror;
    if (data && app.tabs.current === "gradient") page.update(classWords(data.classes));
  });
}
