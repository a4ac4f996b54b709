/**
 * The composition root: the only module that knows them all. Components emit, the
 * worker's events come back, and render shows the mirror.
 * @module
 */

import { Commands } from "./commands.js";
import { Announcer } from "./components/announcer.js";
import { DataChip } from "./components/data_chip.js";
import { DataPanel } from "./components/data_panel.js";
import { openedBy, placeSettings } from "./components/dialogs.js";
import { FileDrop } from "./components/file_drop.js";
import { HistoryTable } from "./components/history_table.js";
import { KeptData } from "./components/kept_data.js";
import { Notices } from "./components/notices.js";
import { Pages } from "./components/pages.js";
import { RunMenu } from "./components/run_menu.js";
import { RunStatus } from "./components/run_status.js";
import { RunsTable } from "./components/runs_table.js";
import { Scrubber } from "./components/scrubber.js";
import { SettingsForm } from "./components/settings_form.js";
import { listenForShortcuts } from "./components/shortcuts.js";
import { showInTitle } from "./components/tab_title.js";
import { TakeAwayPanel } from "./components/take_away_panel.js";
import { ThemeSwitch } from "./components/theme.js";
import { TrainingControls } from "./components/training_controls.js";
import { ViewFrame } from "./components/view_frame.js";
import { WhyPanel } from "./components/why_panel.js";
import { runColour } from "./colours.js";
import { Team } from "./crew.js";
import { DataSource } from "./data_source.js";
import { byId } from "./dom.js";
import { Packer } from "./export/packer.js";
import { namedFiles } from "./files.js";
import { GradientPage } from "./gradient_page.js";
import { latest } from "./latest.js";
import { LoaderClient } from "./loader_client.js";
import { normOfWeights } from "./norm.js";
import { Report } from "./report.js";
import { ReportPage } from "./report_page.js";
import { RunList, sameData } from "./run_list.js";
import { RunMemory } from "./run_memory.js";
import { RunStore } from "./run_store.js";
import { sceneOf } from "./scene.js";
import { scriptingInterface } from "./scripting.js";
import { presets } from "./settings.js";
import { Snapshots } from "./snapshots.js";
import { DataStorage } from "./storage.js";
import { TakeAway } from "./take_away.js";
import { ViewFeed } from "./view_feed.js";
import { Viewing } from "./viewing.js";
import { WorkerClient } from "./worker_client.js";

/** @import {NamedFile} from "./loader_client.js" */
/** @import {Settings, StateEvent} from "./protocol.js" */

const startWorker = (/** @type {string} */ name) => new Worker(new URL("worker.js", import.meta.url), { name });
const worker = startWorker("trainer");
const client = new WorkerClient(worker);
const commands = new Commands(client);
const { mirror } = client;
const snapshots = new Snapshots();
const memory = new RunMemory(new RunStore(), mirror, snapshots);
const list = new RunList(client, snapshots, memory);
const viewing = new Viewing();
const team = new Team(client, () => startWorker("crew"), navigator.hardwareConcurrency || 1);
const paper = new Report(team, mirror);

const pages = new Pages(byId("pages", HTMLElement));
const theme = new ThemeSwitch(byId("theme-switch", HTMLButtonElement));
const form = new SettingsForm(byId("presets", HTMLElement), byId("fields", HTMLElement));
const controls = new TrainingControls();
const status = new RunStatus();
const chip = new DataChip(byId("data-chip", HTMLElement));
const panel = new DataPanel((shard, from, count) => commands.images(shard, from, count));
const drop = new FileDrop(byId("drop-overlay", HTMLElement));
const loader = new LoaderClient(client, () => startWorker("loader"));
const storage = new DataStorage((shard, from, count) => commands.images(shard, from, count));
const kept = new KeptData(storage.available);
const source = new DataSource(commands, loader, mirror, storage, () => kept.wanted);
const notices = new Notices(byId("notices", HTMLElement));
const view = new ViewFrame(byId("view", HTMLIFrameElement), new URL("../view.html", import.meta.url));
const history = new HistoryTable();
const runs = new RunsTable(byId("runs", HTMLElement));
const menu = new RunMenu();
const scrubber = new Scrubber();
const gradient = new GradientPage(commands, () => startWorker("checker"));
const reportPage = new ReportPage(paper);
const takeAway = new TakeAway({
  mirror, commands, viewing, list, snapshots, view,
  checker: gradient.checker,
  packer: new Packer(commands, () => startWorker("packer")),
  theme: () => palette,
});
const takeAwayPanel = new TakeAwayPanel();
const why = new WhyPanel();
const feed = new ViewFeed((frame) => view.send(frame), mirror, snapshots);
const announcer = new Announcer(byId("announcer", HTMLElement));

// From the workers.

worker.addEventListener("error", (event) => client.fail(`The training engine could not be loaded. ${event.message ?? ""}`));

client.on("changed", (event) => {
  changed(event);
  if (event.event === "FilesRefused") notices.error("files", event.messages.join("\n"));
  if (event.event === "Failed") fail(event.message);
  if (event.event === "DataOpened") gradient.checker.forget();
});

team.on("event", ({ event, home }) => {
  mirror.apply(event, home);
  changed(event);
});
team.on("changed", scheduleRender);
team.on("joined", ({ name, client }) => {
  crew.set(name, client);
  view.addWorker(name);
});
team.on("left", (name) => {
  crew.delete(name);
  view.removeWorker(name);
  for (const run of mirror.runs) if (run.home === name) mirror.update(run.id, { home: "page" });
});

/** @type {Map<string, WorkerClient>} the workers that train the report with the first one */
const crew = new Map();

/** @param {StateEvent} event that the mirror has taken in */
function changed(event) {
  snapshots.apply(event, mirror);
  if (event.event === "RunArchived" && mirror.current) memory.archived(mirror.current.id, event.run.id);
  if (event.event === "RunStarted" || event.event === "RunReset") viewing.lookAtCurrent();
  if (event.event === "RunChanged") memory.note(event.run.id);
  if (event.event === "EpochFinished") memory.note(event.run);
  if (mirror.current) showInTitle(mirror.current); // also in a hidden tab, where nothing is rendered
  scheduleRender();
}

/** @param {string} message */
function fail(message) {
  notices.error("engine", message);
  status.fail();
  if (!mirror.data) chip.fail();
  controls.update(null, null);
}

// From the visitor.

/** @param {Promise<unknown>} command */
function report(command) {
  notices.clear("command");
  command.catch((error) => complain("command", error)).finally(scheduleRender);
}

/**
 * @param {string} topic
 * @param {Error} error
 */
function complain(topic, error) {
  if (!client.failed) notices.error(topic, error.message); // a dead engine has its own notice
}

/** @param {() => Promise<unknown>} load */
async function loadData(load) {
  for (const topic of ["data", "files", "room"]) notices.clear(topic);
  try {
    return await load();
  } catch (error) {
    complain("data", /** @type {Error} */ (error));
    throw error;
  } finally {
    notices.clear("loading");
  }
}

/** @param {NamedFile[]} files */
const open = (files) => loadData(() => source.open(files));

/** @param {NamedFile[]} files shards, or weights that were taken away */
function openQuietly(files) {
  panel.close();
  const [file] = files;
  if (file && files.length === 1 && /\.npz$/i.test(file.name)) {
    report(takeAway.load(file.file));
    return;
  }
  open(files).catch(() => {}); // the notice says it
}

loader.on("progressed", (progress) => notices.loading(progress, () => loader.cancel()));
loader.on("warned", (message) => notices.error("room", message));

const configure = latest((/** @type {Partial<Settings>} */ settings) => commands.set(settings));

form.on("changed", (settings) => report(configure(settings)));
form.on("preset", (preset) => report(commands.usePreset(preset)));
controls.on("pressed", (action) => report(commands[action]()));
panel.on("opened", openQuietly);
drop.on("opened", openQuietly);
panel.on("sampleWanted", () => loadData(() => source.useSample()).catch(() => {}));
panel.on("rolesChosen", ({ roles, holdOut }) => loadData(() => source.assignRoles(roles, holdOut)).catch(() => panel.restore()));
kept.on("forget", () => report(source.forget()));
kept.on("keepChanged", (wanted) => wanted && source.keep());
source.on("kept", (index) => kept.update(index));
source.on("keeping", () => kept.saving());
source.on("trouble", (message) => notices.error("kept", message));
source.on("streamed", () => notices.clear("loading"));
source.on("progressed", (progress) => notices.loading(progress, () => loader.cancel()));
menu.on("chosen", ({ action, run }) => report(runActions[action](run)));
runs.on("menu", openMenu);
runs.on("renamed", ({ run, name }) => report(list.rename(run, name)));
runs.on("overlaid", ({ run, on }) => viewing.overlay(run, on));
runs.on("looked", (run) => {
  viewing.look(run, mirror);
  report(memory.load(run));
});
scrubber.on("scrubbed", (epoch) => viewing.scrub(epoch));
viewing.on("changed", scheduleRender);
memory.on("changed", scheduleRender);
memory.on("failed", (message) => notices.error("memory", message));
pages.on("changed", scheduleRender);
paper.on("changed", scheduleRender);
reportPage.on("changed", scheduleRender);
reportPage.on("wanted", report);
gradient.on("changed", scheduleRender);
gradient.on("frame", (frame) => view.send(frame));
gradient.on("failed", (message) => notices.error("gradient", message));
takeAwayPanel.on("wanted", (taking) => report(takeAway[taking]()));
takeAwayPanel.on("loaded", (file) => report(takeAway.load(file)));
why.on("drawn", (extras) => viewing.draw(extras));
why.on("wanted", ({ settings }) => report(commands.setUp(settings).then(() => commands.play())));
theme.on("changed", () => {
  palette = theme.read();
  scheduleRender();
});
view.on("ready", () => {
  showFigures();
  gradient.sendFrame();
  feed.forget();
});
view.on("connected", ({ worker, port }) => report(commands.attachView(port, crew.get(worker))));
view.on("hovered", (epoch) => reportPage.hover(epoch));
view.on("failed", (message) => showFigures(`${message} Training goes on; its figures stand here.`));

/** @type {Record<import("./components/run_menu.js").RunAction, (run: number) => Promise<unknown>>} */
const runActions = {
  rename: async (run) => runs.edit(run),
  rerun: (run) => list.rerun(run),
  fork: (run) => list.fork(run, run === viewing.run(mirror)?.id ? viewing.epoch : null),
  remove: async (run) => {
    const name = mirror.find(run)?.name;
    const undo = await list.remove(run);
    notices.offerUndo("removed", `${name} is removed.`, () => {
      undo();
      scheduleRender();
    });
  },
  forgetAll: () => list.forgetAll(),
};

/** @param {{run: number, button: HTMLElement}} wanted */
async function openMenu({ run: id, button }) {
  await memory.load(id);
  const run = mirror.find(id);
  if (!run) return;
  const scrubbed = run === viewing.run(mirror) ? viewing.epoch : null;
  menu.open(
    {
      id,
      forkEpoch: scrubbed ?? snapshots.last(id)?.epoch ?? null,
      sameData: sameData(run.data, mirror.data),
      removable: (run.home === "main" || run.home === "page") && !(team.active && team.ids.includes(id)) && !(run === mirror.current && run.step === 0),
    },
    button,
  );
}

const help = byId("help", HTMLDialogElement);
openedBy(help, byId("help-open", HTMLButtonElement));
const sheet = byId("settings-sheet", HTMLDialogElement);
openedBy(sheet, byId("settings-open", HTMLButtonElement));
placeSettings(sheet, byId("settings", HTMLElement), byId("settings-place", HTMLElement));

listenForShortcuts({
  " ": () => controls.toggle(),
  s: () => controls.press("step"),
  e: () => controls.press("finishEpoch"),
  r: () => controls.press("reset"),
  t: () => historySwitch.click(),
  "?": () => help.showModal(),
  ...Object.fromEntries(presets.map((preset, i) => [String(i + 1), () => report(commands.usePreset(preset))])),
});

// Figures as pictures, or as a table where they can't be drawn or aren't wanted.

const historySwitch = byId("history-switch", HTMLButtonElement);
let tableWanted = false;
let viewTrouble = "";

historySwitch.addEventListener("click", () => {
  tableWanted = !tableWanted;
  showFigures(viewTrouble);
});

function showFigures(trouble = "") {
  viewTrouble = trouble;
  const table = tableWanted || trouble !== "";
  historySwitch.setAttribute("aria-pressed", String(table));
  historySwitch.setAttribute("aria-disabled", String(trouble !== ""));
  byId("view", HTMLIFrameElement).classList.toggle("covered", table);
  history.show(table, trouble);
  scheduleRender();
}

// To the page.

let scheduled = false;
let palette = theme.read();

function scheduleRender() {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(render);
}

function render() {
  scheduled = false;
  const { current, data, settings, deferred } = mirror;
  if (data) {
    chip.update(data);
    panel.update(data);
  }
  if (settings && !configure.busy) form.update(settings, deferred);
  if (current) {
    if (!client.failed) {
      controls.update(current, settings);
      status.update(current);
    }
    announcer.update(current);
    if (current.status === "diverged") notices.error("run", current.message);
    else notices.clear("run");
  }
  const viewed = viewing.run(mirror);
  runs.update(mirror.runs, {
    viewed,
    isOverlaid: (run) => viewing.isOverlaid(run.id),
    colour: (run) => runColour(run.colour, palette.scene.ink),
  });
  if (viewed) scrubber.update(viewed, snapshots.epochs(viewed.id), viewing.epoch);
  if (viewed) history.update(viewed);
  takeAwayPanel.update(viewed, viewing.epoch);
  if (viewed) why.update(normOf(viewed.id));
  memory.makeRoom(new Set([viewed?.id ?? 0, current?.id ?? 0, ...team.ids, ...viewing.overlays(mirror).map(({ id }) => id)]));
  if (pages.current === "report") reportPage.update(!client.failed);
  if (data && pages.current === "gradient") gradient.update(data.classes);
  const scene = data && sceneOfPage(data.classes);
  if (!scene) return;
  view.update(scene);
  feed.feed(scene);
  if (viewed && viewing.epoch !== null) feed.feedPast(viewed.id, viewing.epoch);
}

/**
 * ‖W‖ of a run as it is looked at.
 * @param {number} run
 */
function normOf(run) {
  const weights = viewing.epoch === null ? snapshots.last(run)?.weights : snapshots.at(run, viewing.epoch);
  return weights ? normOfWeights(weights) : null;
}

/** @param {string[]} classes */
function sceneOfPage(classes) {
  if (pages.current === "report") return reportPage.scene(classes, palette);
  if (pages.current === "gradient") return gradient.scene(classes, palette);
  return sceneOf(mirror, viewing, palette);
}

const ready = client.ready.then(() => source.begin());
ready.catch(() => {}); // a dead engine has its own notice

Object.assign(window, { onelayer: scriptingInterface(commands, mirror, ready, (files) => open(namedFiles(files)), gradient.checker, paper, list) });

client.ready
  .then(() => memory.restore(async (count) => (await client.send("reserveRuns", { count })).ids))
  .catch(() => {}); // a dead engine has its own notice
