/**
 * The composition root: the only module that knows them all. Components emit, the
 * worker's events come back, and render shows the mirror.
 * @module
 */

import { Classroom } from "./classroom.js";
import { Commands } from "./commands.js";
import { Announcer } from "./components/announcer.js";
import { ConfusionMode } from "./components/confusion_mode.js";
import { CurvesMenu } from "./components/curves_menu.js";
import { CurvesReadout } from "./components/curves_readout.js";
import { DataChip } from "./components/data_chip.js";
import { DataPanel } from "./components/data_panel.js";
import { openedBy, placeSettings } from "./components/dialogs.js";
import { FiguresSwitch } from "./components/figures_switch.js";
import { FileDrop } from "./components/file_drop.js";
import { FormulaLine } from "./components/formula_line.js";
import { FormulasNow } from "./components/formulas_now.js";
import { Glossary } from "./components/glossary.js";
import { headerRow } from "./components/header_row.js";
import { HistoryTable } from "./components/history_table.js";
import { KeptData } from "./components/kept_data.js";
import { LanguageChoice } from "./components/language_choice.js";
import { Notices } from "./components/notices.js";
import { Pages } from "./components/pages.js";
import { RunMenu } from "./components/run_menu.js";
import { RunStatus } from "./components/run_status.js";
import { RunsTable } from "./components/runs_table.js";
import { Scrubber } from "./components/scrubber.js";
import { SettingsForm } from "./components/settings_form.js";
import { listenForShortcuts } from "./components/shortcuts.js";
import { showShortcuts } from "./components/shortcuts_sheet.js";
import { showInTitle } from "./components/tab_title.js";
import { SoundSwitch } from "./components/sound_switch.js";
import { TakeAwayPanel } from "./components/take_away_panel.js";
import { ThemeSwitch } from "./components/theme.js";
import { Tour } from "./components/tour.js";
import { TrainingControls } from "./components/training_controls.js";
import { countGestures, UndoButtons } from "./components/undo_buttons.js";
import { ViewFrame } from "./components/view_frame.js";
import { WhyPanel } from "./components/why_panel.js";
import { SplitPictures } from "./confusion/split_pictures.js";
import { ChartLook } from "./chart_look.js";
import { runColour } from "./colours.js";
import { Team } from "./crew.js";
import { DataSource } from "./data_source.js";
import { byId } from "./dom.js";
import { Packer } from "./export/packer.js";
import { namedFiles } from "./files.js";
import { GradientPage } from "./gradient_page.js";
import { LiveWeights } from "./inspect/live_weights.js";
import { InspectPage } from "./inspect_page.js";
import { latest } from "./latest.js";
import { LoaderClient } from "./loader_client.js";
import { normOfWeights } from "./norm.js";
import { Offline } from "./offline.js";
import { Predictions } from "./predictions.js";
import { Report } from "./report.js";
import { ReportPage } from "./report_page.js";
import { RunList, sameData } from "./run_list.js";
import { RunMemory } from "./run_memory.js";
import { RunStore } from "./run_store.js";
import { sceneOf } from "./scene.js";
import { scriptingInterface } from "./scripting.js";
import { presets } from "./settings.js";
import { SettingsUndo } from "./settings_undo.js";
import { Snapshots } from "./snapshots.js";
import { LossSound } from "./sound/loss_sound.js";
import { DataStorage } from "./storage.js";
import { TakeAway } from "./take_away.js";
import { translate } from "./texts/static.js";
import { Stage } from "./tour/stage.js";
import { t } from "./texts/texts.js";
import { told } from "./texts/told.js";
import { ViewFeed } from "./view_feed.js";
import { Viewing } from "./viewing.js";
import { classWords } from "./words.js";
import { WorkerClient } from "./worker_client.js";

/** @import {NamedFile} from "./loader_client.js" */
/** @import {Run} from "./mirror.js" */
/** @import {Data, Settings, StateEvent} from "./protocol.js" */

translate(document.body);

const startWorker = (/** @type {string} */ name) => new Worker(new URL("worker.js", import.meta.url), { name });
const worker = startWorker(DataSource.expected ? "trainer, empty" : "trainer");
const client = new WorkerClient(worker);
const commands = new Commands(client);
const { mirror } = client;
const snapshots = new Snapshots();
const memory = new RunMemory(new RunStore(), mirror, snapshots);
const list = new RunList(client, snapshots, memory);
const viewing = new Viewing();
const look = new ChartLook();
const team = new Team(client, () => startWorker("crew"), navigator.hardwareConcurrency || 1);
const paper = new Report(team, mirror);

const pages = new Pages(byId("pages", HTMLElement));
const theme = new ThemeSwitch(byId("theme-switch", HTMLButtonElement));
const form = new SettingsForm(byId("presets", HTMLElement), byId("fields", HTMLElement));
const undo = new SettingsUndo();
const undoButtons = new UndoButtons();
const gesture = countGestures();
const controls = new TrainingControls();
const status = new RunStatus();
const chip = new DataChip(byId("data-chip", HTMLElement));
const panel = new DataPanel((shard, from, count) => commands.images(shard, from, count));
const drop = new FileDrop(byId("drop-overlay", HTMLElement));
const loader = new LoaderClient(client, () => startWorker("loader"));
const storage = new DataStorage((shard, from, count) => commands.images(shard, from, count));
const kept = new KeptData(storage.available);
const source = new DataSource(commands, loader, mirror, storage, () => kept.wanted);
const notices = new Notices(byId("notices", HTMLElement), byId("passing", HTMLElement));
const view = new ViewFrame(byId("view", HTMLIFrameElement), new URL("../view.html", import.meta.url));
const history = new HistoryTable();
const figures = new FiguresSwitch(history);
const runs = new RunsTable(byId("runs", HTMLElement));
const menu = new RunMenu();
const scrubber = new Scrubber();
const readout = new CurvesReadout();
const curves = new CurvesMenu();
const gradient = new GradientPage(commands, () => startWorker("checker"));
const reportPage = new ReportPage(paper);
const predictions = new Predictions((split, weights) => commands.predict(split, weights));
const splitPictures = new SplitPictures((split, indices) => commands.splitImages(split, indices));
const confusion = new ConfusionMode(predictions, splitPictures);
const inspect = new InspectPage(commands, predictions, splitPictures);
inspect.add("confusion", confusion);
const live = new LiveWeights((run) => list.weights(run));
const takeAway = new TakeAway({
  mirror, commands, viewing, list, snapshots, view,
  checker: gradient.checker,
  packer: new Packer(commands, () => startWorker("packer")),
  theme: () => palette,
});
const takeAwayPanel = new TakeAwayPanel();
const why = new WhyPanel();
const lossSound = new LossSound();
const soundSwitch = new SoundSwitch(lossSound.on);
byId("more-menu", HTMLElement).append(soundSwitch.root);
const formulaLine = new FormulaLine();
const formulas = new FormulasNow();
const feed = new ViewFeed((frame) => view.send(frame), mirror, snapshots);
const languages = new LanguageChoice(keepRuns);
new Glossary(byId("help-words", HTMLElement));
const tour = new Tour(new Stage(mirror, snapshots, gradient.checker));
byId("more-menu", HTMLElement).append(tour.row, languages.root, headerRow("take-open", t("Take it away")), headerRow("help-open", t("Shortcuts and words")));
const classroom = new Classroom({ why, report: reportPage, inspect, figures });
if (classroom.complaint) notices.error("link", classroom.complaint);
const offline = new Offline();
const announcer = new Announcer(byId("announcer", HTMLElement));

// From the workers.

worker.addEventListener("error", (event) => client.fail(`${t("The training engine could not be loaded.")} ${event.message ?? ""}`));

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
  if (event.event === "SettingsChanged") undo.note(event.settings, gesture());
  if (event.event === "RunChanged") memory.note(event.run.id);
  if (event.event === "EpochFinished") memory.note(event.run);
  if (event.event === "EpochFinished" && event.run === viewing.run(mirror)?.id) lossSound.play(event);
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

/** @param {Settings | null} settings that were in force before */
function goBack(settings) {
  if (settings) report(configure(settings));
}

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
undoButtons.on("undo", () => goBack(undo.undo()));
undoButtons.on("redo", () => goBack(undo.redo()));
controls.on("pressed", (action) => report(commands[action]()));
panel.on("opened", openQuietly);
drop.on("opened", (files) => {
  if (pages.current !== "inspect" || !inspect.takes(files.map(({ file }) => file))) openQuietly(files);
});
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
runs.on("looked", lookAt);

/** @param {number} run */
function lookAt(run) {
  viewing.look(run, mirror);
  report(memory.load(run));
}

scrubber.on("scrubbed", (epoch) => viewing.scrub(epoch));
viewing.on("changed", scheduleRender);
memory.on("changed", scheduleRender);
memory.on("failed", (message) => notices.error("memory", message));
pages.on("changed", (page) => {
  if (page !== "inspect") inspect.leave();
  scheduleRender();
});
paper.on("changed", scheduleRender);
reportPage.on("changed", scheduleRender);
reportPage.on("wanted", report);
gradient.on("changed", scheduleRender);
gradient.on("frame", (frame) => view.send(frame));
gradient.on("failed", (message) => notices.error("gradient", message));
inspect.on("changed", scheduleRender);
confusion.on("changed", scheduleRender);
confusion.on("opened", (place) => inspect.openImage(place));
inspect.on("failed", (message) => notices.error("inspect", message));
inspect.on("looked", lookAt);
live.on("changed", scheduleRender);
inspect.on("scrubbed", (epoch) => viewing.scrub(epoch));
tour.on("page", (page) => page === pages.current || pages.open(page));
takeAwayPanel.on("wanted", (taking) => report(takeAway[taking]()));
takeAwayPanel.on("loaded", (file) => report(takeAway.load(file)));
why.on("drawn", (extras) => viewing.draw(extras));
why.on("wanted", ({ settings }) => report(commands.setUp(settings).then(() => commands.play())));
soundSwitch.on("changed", (on) => {
  lossSound.on = on;
  const latest = viewing.run(mirror)?.history.at(-1);
  if (latest) lossSound.play(latest);
});
theme.on("changed", readTheme);
classroom.on("resized", readTheme);
classroom.on("changed", scheduleRender);
view.on("laid", (boxes) => classroom.lay(boxes));
figures.on("changed", (table) => {
  reportPage.showTable(table);
  scheduleRender();
});
view.on("ready", () => {
  figures.fail("");
  view.zoom(look.window);
  view.enlarge(look.enlarged);
  gradient.sendFrame();
  feed.forget();
});
view.on("connected", ({ worker, port }) => report(commands.attachView(port, crew.get(worker))));
view.on("hovered", (epoch) => {
  reportPage.hover(epoch);
  hoveredEpoch = epoch;
  scheduleRender();
});
view.on("zoomed", (window) => look.zoomed(window));
view.on("enlarged", (title) => look.enlargedTo(title));
view.on("logWanted", (on) => (look.log = on));
look.on("changed", scheduleRender);
curves.on("log", (on) => (look.log = on));
curves.on("zoom", (wanted) => view.zoom(wanted));
curves.on("enlarge", (title) => view.enlarge(title));
view.on("chosen", ({ class: k, run }) => {
  if (typeof run === "number" && run !== viewing.run(mirror)?.id) viewing.look(run, mirror);
  inspect.openClass(k);
  pages.open("inspect");
});
view.on("failed", (message) => figures.fail(`${message} ${t("Training goes on; its figures stand here.")}`));
// The trainer's bytes come first: training doesn't wait for the pictures.
client.started.then(() => view.start(), () => view.start());

offline.on("newVersion", () => {
  notices.offer("version", t("A new version is ready."), t("Reload"), () => keepRuns().finally(() => location.reload()));
});

function readTheme() {
  palette = theme.read();
  scheduleRender();
}

/** Brings all runs to where they survive that the page starts anew. */
async function keepRuns() {
  if (mirror.current?.status === "running") await commands.pause();
  await memory.flush();
}

/** @type {Record<import("./components/run_menu.js").RunAction, (run: number) => Promise<unknown>>} */
const runActions = {
  rename: async (run) => runs.edit(run),
  rerun: (run) => list.rerun(run),
  fork: (run) => list.fork(run, run === viewing.run(mirror)?.id ? viewing.epoch : null),
  remove: async (run) => {
    const name = mirror.find(run)?.name;
    const undo = await list.remove(run);
    notices.offerUndo("removed", t("{run} is removed.", { run: told(name ?? "") }), () => {
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

/** @type {import("./components/shortcuts.js").Shortcut[]} */
const shortcuts = [
  { keys: ["t"], page: "", text: t("Figures as a table, and back"), act: () => figures.toggle() },
  { keys: ["l"], page: "", text: t("Lecture mode, and back"), act: () => (classroom.lecture.active = !classroom.lecture.active) },
  { keys: ["c"], page: "", text: t("Predict first: cover, and lift"), act: () => classroom.curtain.toggle() },
  { keys: ["?"], page: "", text: t("This sheet"), act: () => help.showModal() },
  { keys: [" "], page: "train", text: t("Train or pause"), act: () => controls.toggle() },
  { keys: ["s"], page: "train", text: t("Step: one minibatch update"), act: () => controls.press("step") },
  { keys: ["e"], page: "train", text: t("Train to the end of the epoch"), act: () => controls.press("finishEpoch") },
  { keys: ["r"], page: "train", text: t("Reset to the same initial weights"), act: () => controls.press("reset") },
  {
    keys: presets.map((_, i) => String(i + 1)),
    page: "train",
    text: t("Presets A–D, the report’s four settings"),
    act: (key) => presets.forEach((preset, i) => key === String(i + 1) && !classroom.hides("presets") && report(commands.usePreset(preset))),
  },
  ...["train", "report"].map((page) => ({ keys: ["+", "=", "-", "0"], page, written: "+ − 0", text: t("Fewer, more, all epochs in the charts"), act: (/** @type {string} */ key) => curves.press(key) })),
  { keys: ["ctrl+z"], page: "train", written: "Ctrl+Z", text: t("Undo the last change of settings"), act: () => goBack(undo.undo()) },
  { keys: ["ctrl+shift+z", "ctrl+y"], page: "train", written: "Ctrl+Shift+Z", text: t("Redo the change of settings"), act: () => goBack(undo.redo()) },
  { keys: ["arrowleft", "arrowright"], page: "train", text: t("The epoch before, the epoch after"), act: (key) => scrubber.step(key === "arrowleft" ? -1 : 1) },
  { keys: [" "], page: "report", text: t("Train the four settings, pause, go on"), act: () => byId("reproduce", HTMLButtonElement).click() },
];
listenForShortcuts(shortcuts, () => pages.current);
showShortcuts(byId("help-keys", HTMLElement), shortcuts, pages.titles);

// To the page.

/** @type {number | null} the epoch of the charts that the pointer is at */
let hoveredEpoch = null;
let scheduled = false;
let dataAreIn = false; // those that the page begins with
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
  undoButtons.update(undo);
  if (current) {
    if (!client.failed) {
      controls.update(current, settings);
      status.update(current);
    }
    announcer.update(current, team, classroom.secret);
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
  tour.update();
  if (viewed) why.update(normOf(viewed.id));
  if (viewed) readout.update(viewed, hoveredEpoch);
  if (viewed) formulaLine.update(viewed, hoveredEpoch ?? viewing.epoch);
  if (viewed) formulas.update(viewed, viewing.epoch, normOf(viewed.id));
  memory.makeRoom(new Set([viewed?.id ?? 0, current?.id ?? 0, ...team.ids, ...viewing.overlays(mirror).map(({ id }) => id)]));
  if (pages.current === "report") reportPage.update(!client.failed);
  if (data && pages.current === "gradient") gradient.update(classWords(data.classes));
  if (data && viewed && pages.current === "inspect") inspectRun(viewed, data);
  if (settings && data) keepAddress(settings, data);
  const whole = data && sceneOfPage(classWords(data.classes));
  if (!whole) return;
  const scene = classroom.show(whole);
  view.update(scene);
  curves.update(look, scene);
  feed.feed(scene);
  if (viewed && viewing.epoch !== null) feed.feedPast(viewed.id, viewing.epoch);
}

/**
 * Has the address follow, and warns where a link was made with other data.
 * @param {Settings} settings
 * @param {Data} data
 */
function keepAddress(settings, data) {
  const warning = classroom.update(settings, data, dataAreIn && !source.streaming);
  if (warning) notices.error("link data", warning);
  else notices.clear("link data");
}

/**
 * ‖W‖ of a run as it is looked at.
 * @param {number} run
 */
function normOf(run) {
  const weights = viewing.epoch === null ? snapshots.last(run)?.weights : snapshots.at(run, viewing.epoch);
  return weights ? normOfWeights(weights) : null;
}

/**
 * Looks inside a run, as it is looked at.
 * @param {Run} run
 * @param {Data} data
 */
function inspectRun(run, data) {
  const epochs = snapshots.epochs(run.id);
  const epoch = viewing.epoch ?? epochs.at(-1) ?? NaN;
  const weights = (viewing.epoch === null ? live.of(run) : null) ?? snapshots.at(run.id, epoch);
  if (!weights) return;
  const snapshot = (/** @type {number} */ epoch) => snapshots.at(run.id, epoch);
  const comparable = sameData(run.data, data);
  inspect.update({ run, runs: mirror.runs, data, comparable, classes: classWords((run.data ?? data).classes), weights, epoch, past: viewing.epoch !== null, epochs, snapshot, theme: theme.dark ? "dark" : "light" });
}

/** @param {string[]} classes */
function sceneOfPage(classes) {
  if (pages.current === "report") return reportPage.scene(classes, palette);
  if (pages.current === "gradient") return gradient.scene(classes, palette);
  return sceneOf(mirror, viewing, look, palette);
}

const ready = source
  .begin()
  .then(() => client.ready)
  .then(() => classroom.begin((settings) => commands.set(settings)))
  .then(() => undo.forget());
ready.then(() => (dataAreIn = true)).then(scheduleRender, () => {}); // a dead engine has its own notice

// When all that the visitor waits for is there, or has failed.
const drawn = new Promise((resolve) => ["ready", "failed"].forEach((name) => view.on(/** @type {"ready"} */ (name), resolve)));
Promise.allSettled([ready, drawn]).then(() => setTimeout(() => offline.keep(), 1000));

Object.assign(window, { onelayer: scriptingInterface(commands, mirror, ready, (files) => open(namedFiles(files)), gradient.checker, paper, list) });

client.ready
  .then(() => memory.restore(async (count) => (await client.send("reserveRuns", { count })).ids))
  .catch(() => {}); // a dead engine has its own notice
