import * as formats from "../core/formats.js";
import { sceneOf } from "../core/scene.js";
import { t } from "../texts/texts.js";
import { byId } from "../ui/dom.js";
import { FiguresSwitch } from "./figures_switch.js";
import { HistoryTable } from "./history_table.js";
import { CurvesMenu } from "./menu.js";
import { CurvesReadout } from "./readout.js";
import { printView } from "./print.js";
import { Scrubber } from "./scrubber.js";

/** @import {App} from "../core/app.js" */
/** @import {EpochWindow} from "../core/chart_options.js" */

/**
 * The figures of the Train tab: pictures and charts, how they are viewed, the figures as a table, and the scrubber.
 * @param {App} app
 */
export function curves(app) {
  const { charts, snapshots, view, viewing } = app;
  const history = new HistoryTable();
  const figures = new FiguresSwitch(history);
  const scrubber = new Scrubber();
  const readout = new CurvesReadout();
  const menu = new CurvesMenu();
  printView(view, byId("view", HTMLIFrameElement));

  app.scenes.set("train", () => sceneOf(app.mirror, viewing, charts, app.state.palette));
  app.link.addPanel(
    "table",
    () => figures.table,
    (open) => (figures.table = open),
  );

  figures.on("changed", (table) => app.state.set({ table }));
  let scrubbed = false; // and not told yet
  scrubber.on("scrubbed", (epoch) => {
    viewing.scrub(epoch);
    scrubbed = scrubber.rests;
  });
  menu.on("log", (on) => (charts.log = on));
  menu.on("zoom", (wanted) => view.zoom(wanted));
  menu.on("enlarge", (title) => view.enlarge(title));
  view.on("ready", () => {
    figures.fail("");
    app.notices.clear("view");
    view.zoom(charts.window);
    view.enlarge(charts.enlarged);
  });
  view.on("failed", (message) => {
    figures.fail(`${message} ${t("Training continues; its figures are shown here.")}`);
    app.notices.offer(
      "view",
      t("The pictures and charts have stopped; training goes on."),
      t("Open them again"),
      () => {
        app.notices.clear("view");
        view.again();
      },
    );
  });
  view.on("zoomed", (window) => {
    if (window?.from !== charts.window?.from || window?.to !== charts.window?.to) app.voice.say(windowWords(window));
    charts.zoomed(window);
  });
  view.on("enlarged", (title) => charts.enlargedTo(title));
  view.on("logWanted", (on) => (charts.log = on));

  app.on("frame", () => {
    const { viewed } = app;
    if (!viewed) return;
    scrubber.update(viewed, snapshots.epochs(viewed.id), viewing.epoch);
    if (scrubbed) app.voice.say(scrubber.saying);
    scrubbed = false;
    history.update(viewed);
    readout.update(viewed, app.state.secret ? null : app.state.hovered);
  });
  app.on("drawn", (scene) => menu.update(charts, scene));

  const zoom = {
    keys: ["+", "=", "-", "0"],
    written: "+ − 0",
    text: t("Fewer, more, all epochs in the charts"),
    act: (/** @type {string} */ key) => menu.press(key),
  };
  app.shortcuts.push(
    { keys: ["t"], page: "", text: t("Figures as a table, and back"), act: () => figures.toggle() },
    { ...zoom, page: "train" },
    { ...zoom, page: "report" },
    {
      keys: ["arrowleft", "arrowright"],
      page: "train",
      text: t("The previous epoch, the next epoch"),
      act: (key) => scrubber.step(key === "arrowleft" ? -1 : 1),
    },
  );
}

/** The part of the epochs that the charts show, as their axes have it. @param {EpochWindow | null} window */
function windowWords(window) {
  if (!window) return t("Charts of all epochs.");
  const [from, to] = [window.from, window.to].map((epoch) => formats.count(Math.round(epoch)));
  return t("Charts of epochs {from} to {to}.", { from: from ?? "", to: to ?? "" });
}
