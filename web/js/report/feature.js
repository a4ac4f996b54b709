import { wordPart, wordsPart } from "../core/link.js";
import { t } from "../texts/texts.js";
import { byId } from "../ui/dom.js";
import { ReportPage } from "./page.js";
import { Report } from "./report.js";

/** @import {App} from "../core/app.js" */
/** @import {Figure} from "./scene.js" */

const figures = ["cost", "loss", "accuracy", "weights"];

/**
 * The Report tab: the report's four settings, trained together.
 * @param {App} app
 */
export function report(app) {
  const four = new Report(app.team, app.mirror);
  const page = new ReportPage(four);

  app.scenes.set("report", (classes) => page.scene(classes, app.state.palette));
  app.link.add(
    wordPart(
      "figure",
      figures,
      () => (page.view.figure === "cost" ? "" : page.view.figure),
      (word) => (page.view = { ...page.view, figure: /** @type {Figure} */ (word) }),
    ),
    wordPart(
      "only",
      ["A", "B", "C", "D"],
      () => page.view.only,
      (word) => (page.view = { ...page.view, only: word }),
    ),
    wordsPart(
      "axes",
      ["common", "log"],
      () => [page.view.commonRange ? "common" : "", page.view.log ? "log" : ""],
      (words) => (page.view = { ...page.view, commonRange: words.has("common"), log: words.has("log") }),
    ),
  );

  four.on("changed", app.schedule);
  page.on("changed", app.schedule);
  page.on("wanted", (command) => app.attempt(command));
  app.state.on("changed", ({ hovered, table }) => {
    if (hovered !== undefined) page.hover(hovered);
    if (table !== undefined) page.showTable(table);
  });
  app.on("frame", () => app.tabs.current === "report" && page.update(!app.client.failed, app.mirror.data));
  app.shortcuts.push({
    keys: [" "],
    page: "report",
    text: t("Train the four settings, pause, go on"),
    act: () => byId("reproduce", HTMLButtonElement).click(),
  });

  return four;
}
