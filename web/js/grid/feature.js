import { preference, remember } from "../core/preferences.js";
import { classWords } from "../core/words.js";
import { t } from "../texts/texts.js";
import { byId } from "../ui/dom.js";
import { LineChart } from "../ui/line_chart.js";
import { percent, setting } from "../core/formats.js";
import { cellsCsv, finer } from "./cells.js";
import { GridForm } from "./form.js";
import { Grid } from "./grid.js";
import { GridMap } from "./map.js";
import { gridScene, mapsOf } from "./scene.js";
import { GridTable } from "./table.js";

/** @import {App} from "../core/app.js" */
/** @import {PanelBox} from "../core/protocol.js" */
/** @import {Cell} from "./cells.js" */

const keepEvery = 2000; // ms

/**
 * The Grid tab: a search over settings.
 * @param {App} app
 */
export function grid(app) {
  const search = new Grid(app.client, app.crew());
  const form = new GridForm(byId("grid-controls", HTMLElement));
  const table = new GridTable(byId("grid-results", HTMLElement));
  const curves = new LineChart();
  byId("grid-controls", HTMLElement).append(curves.root);
  /** @type {GridMap[]} */
  const maps = [];
  /** @type {PanelBox[]} */
  let boxes = [];
  let pointed = NaN;
  let drawn = "";
  let kept = 0;

  /** @type {Record<import("./form.js").GridAction, () => unknown>} */
  const actions = {
    search: () => app.attempt(search.search(form.plan)),
    pause: () => app.attempt(search.pause()),
    resume: () => app.attempt(search.resume()),
    stop: () => search.stop(),
    finer: () => search.best && range([search.best]),
    csv: () => save(cellsCsv(search.cells)),
  };

  form.on("pressed", (action) => actions[action]());
  form.on("filled", app.schedule);
  table.on("opened", (cell) => app.attempt(search.open(cell)));
  search.on("changed", () => {
    keep();
    app.schedule();
  });
  app.busy.push(() => search.state === "starting" || search.state === "running");
  app.scenes.set("grid", () => gridScene(search, classWords(app.mirror.data?.classes ?? []), app.state.palette));
  app.view.on("cells", (cells) => {
    boxes = cells;
    app.schedule();
  });
  app.on("frame", () => {
    overlay();
    if (app.tabs.current !== "grid") return;
    form.update(search);
    table.update(search.cells);
    drawCurves();
  });
  app.client.ready.then(restore).catch(() => {}); // a dead engine has its own notice

  /** Fills in a finer search among cells, or around a single one: Search begins it. @param {Cell[]} cells */
  function range(cells) {
    const { plan } = search;
    if (!plan) return;
    const values = (/** @type {"l2" | "learningRate"} */ name) => finer(cells.map(({ settings }) => settings[name]));
    const batchSize = [...new Set(cells.map(({ settings }) => settings.batchSize))];
    form.plan = { ...plan, search: "grid", l2: values("l2"), learningRate: values("learningRate"), batchSize };
    form.offerFiner();
  }

  /** A map for each batch size, over the view's. */
  function overlay() {
    const shown = app.tabs.current === "grid" ? mapsOf(search.cells) : [];
    while (maps.length < shown.length) maps.push(newMap());
    if (maps.length === 0) return; // to ask where the view is costs a layout
    const view = byId("view", HTMLElement);
    const [left, top] = [view.offsetLeft, view.offsetTop];
    maps.forEach((map, i) => {
      const box = boxes[i];
      map.update(shown[i]?.cells ?? [], box && { ...box, x: box.x + left, y: box.y + top });
    });
  }

  function newMap() {
    const map = new GridMap();
    byId("view", HTMLElement).after(map.root);
    map.on("pointed", (cell) => {
      if (cell) pointed = cell.id;
      app.schedule();
    });
    map.on("opened", ({ id }) => app.attempt(search.open(id)));
    map.on("ranged", range);
    return map;
  }

  /** The curves of the cell that was pointed at last. */
  function drawCurves() {
    const cell = search.cells.find(({ id }) => id === pointed);
    const key = cell ? `${cell.id} ${cell.history.length} ${document.documentElement.lang}` : "";
    if (key === drawn) return;
    drawn = key;
    curves.root.hidden = !cell || cell.history.length === 0;
    if (!cell || curves.root.hidden) return;
    const { history, settings } = cell;
    const line = (/** @type {"train" | "validation"} */ split, /** @type {"first" | "second"} */ kind) => ({
      label: t(split),
      kind,
      points: history.map((point) => /** @type {[number, number]} */ ([point.epoch, point[split].accuracy])),
    });
    curves.draw({
      title: t("λ {l2}, η {rate}", { l2: setting(settings.l2), rate: setting(settings.learningRate) }),
      xLabel: t("epoch"),
      yLabel: t("accuracy"),
      lines: [line("train", "first"), line("validation", "second")],
      write: String,
      writeY: percent,
    });
  }

  /** The search survives a reload: its figures are kept, and unfinished cells start again. */
  function keep() {
    const now = performance.now();
    if (search.state === "running" && now - kept < keepEvery) return;
    kept = now;
    const what = search.kept;
    if (what) remember("onelayer.grid", JSON.stringify(what));
  }

  function restore() {
    const text = preference("onelayer.grid");
    if (!text) return;
    try {
      const what = JSON.parse(text);
      search.restore(what);
      form.plan = what.plan;
    } catch {
      remember("onelayer.grid", ""); // of another version
    }
  }

  return search;
}

/** @param {string} text */
function save(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${t("grid")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
