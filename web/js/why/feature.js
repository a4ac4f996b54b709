import { wordsPart } from "../core/link.js";
import { bestSettings } from "../core/settings.js";
import { WhyPanel } from "./panel.js";

/** @import {App} from "../core/app.js" */

/**
 * The report's conclusions, beside the charts that show them.
 * @param {App} app
 */
export function why(app) {
  const { commands, viewing } = app;
  const panel = new WhyPanel();

  app.link.addPanel(
    "why",
    () => panel.open,
    (open) => (panel.open = open),
  );
  app.link.add(
    wordsPart(
      "draw",
      ["gap", "stack", "2d"],
      () => [...Object.entries(panel.extras).flatMap(([name, on]) => (on ? [name] : [])), app.view.flat ? "2d" : ""],
      (words) => {
        panel.extras = { gap: words.has("gap"), stack: words.has("stack") };
        app.view.flat = words.has("2d");
      },
    ),
  );
  panel.on("drawn", (extras) => viewing.draw(extras));
  panel.on("wanted", ({ settings }) =>
    app.attempt(
      (settings === bestSettings ? commands.useBest() : commands.setUp(settings)).then(() => commands.play()),
    ),
  );
  app.on("frame", () => app.viewed && panel.update(app.norm));
}
