import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { frames } from "./frames.js";
import { GradientChecker } from "./checker.js";
import { ChartOptions } from "./chart_options.js";
import { ClassMeans } from "./class_means.js";
import { Commands } from "./commands.js";
import { Crew } from "./crew.js";
import { Team } from "./team.js";
import { Emitter } from "./emitter.js";
import { FileDigests } from "./file_digests.js";
import { Helpers } from "./helpers.js";
import { Link } from "./link.js";
import { LiveWeights } from "./live_weights.js";
import { Predictions } from "./predictions.js";
import { together } from "./parameters.js";
import { interval, Missing, programs } from "./programs.js";
import { placeWords, pointAt } from "./record.js";
import { RunList } from "./run_list.js";
import { RunMemory } from "./run_memory.js";
import { RunNews } from "./run_news.js";
import { RunStore } from "./run_store.js";
import { Revival } from "./revival.js";
import { Snapshots } from "./snapshots.js";
import { SplitPictures } from "./split_pictures.js";
import { State } from "./state.js";
import { ViewFeed } from "./view_feed.js";
import { Viewing } from "./viewing.js";
import { classWords } from "./words.js";
import { WorkerClient } from "./worker_client.js";
import { trouble } from "./trouble.js";

/** @import {Voice} from "../ui/voice.js" */
/** @import {Notices} from "../ui/notices.js" */
/** @import {Tabs} from "../ui/tabs.js" */
/** @import {ThemeSwitch} from "../ui/theme.js" */
/** @import {NamedFile, RunSummary, TrainerEvent} from "./protocol.js" */
/** @import {Scene} from "./scene.js" */
/** @import {Shortcut} from "./shortcut.js" */
/** @import {ViewClient} from "./view_client.js" */

const rest = 300; // ms that a run is paused before it is kept so

/**
 * The page's own parts, which every feature can use.
 * @typedef {object} Parts
 * @property {Voice} voice
 * @property {Notices} notices
 * @property {Tabs} tabs
 * @property {ThemeSwitch} theme
 * @property {ViewClient} view
 */

/**
 * What each feature is given: the engine with its runs, what features have in common, and
 * places to offer something to. Whatever changes, there is one frame: on "frame" every
 * feature show what is now, then the scene of the tab goes to the view.
 * @extends {Emitter<{event: TrainerEvent, frame: void, drawn: Scene, language: void}>} event: the mirror has taken
 * it in; language: the page's language has changed, and texts that are written once must be rewritten
 */
export class App extends Emitter {
  viewing = new Viewing();
  charts = new ChartOptions();
  snapshots = new Snapshots();
  link = new Link();
  /** @type {Shortcut[]} in the order of the help sheet */
  shortcuts = [];
  /** Scenes by the tab that they belong to. @type {Map<string, (classes: string[]) => Scene | null>} */
  scenes = new Map();
  /** What is left of a scene when something of it is hidden. @type {((scene: Scene) => Scene)[]} */
  filters = [];
  /**
   * Features that take files other than data, asked in turn.
   * @type {((files: NamedFile[], dropped: boolean) => boolean | Promise<boolean>)[]}
   */
  takers = [];
  /** Whether other runs train on all cores. @type {(() => boolean)[]} */
  busy = [() => this.team.active];

  /** @type {Map<string, WorkerClient>} the workers that train with the first one */
  #crew = new Map();
  #resting = 0;

  /**
   * @param {Parts} parts
   * @param {(name: string) => Worker} startWorker
   */
  constructor({ voice, notices, tabs, theme, view }, startWorker) {
    super();
    this.voice = voice;
    this.notices = notices;
    this.tabs = tabs;
    this.theme = theme;
    this.view = view;
    this.startWorker = startWorker;
    this.state = new State({ hovered: null, palette: theme.read(), table: false, secret: false, hidden: new Set() });

    this.client = new WorkerClient(startWorker("trainer"));
    this.mirror = this.client.mirror;
    this.commands = new Commands(this.client);
    this.memory = new RunMemory(new RunStore(), this.mirror, this.snapshots, undefined, new RunNews());
    this.list = new RunList(this.client, this.snapshots, this.memory);
    this.team = new Team(
      this.client,
      () => startWorker("crew"),
      navigator.hardwareConcurrency || 1,
      (run) => this.list.goesOn(run),
    );
    this.revival = new Revival(this.client, this.commands, this.list, this.team, () => startWorker("trainer, empty"));
    this.helpers = new Helpers(
      this.client,
      () => startWorker("crew"),
      navigator.hardwareConcurrency || 1,
      () => this.busy.some((busy) => busy()),
    );
    this.checker = new GradientChecker(
      this.commands,
      () => startWorker("checker"),
      () => {
        const { current } = this.mirror;
        const run = current && { ...current }; // as it is now
        return () => (run ? `${told(run.name)}, ${placeWords(run)}` : "");
      },
    );
    this.digests = new FileDigests(() => startWorker("loader"));
    this.predictions = new Predictions(({ split, weights, settings }) =>
      this.commands.predict(split, weights, settings),
    );
    this.pictures = new SplitPictures((split, indices) => this.commands.splitImages(split, indices));
    this.means = new ClassMeans(() => this.commands.measureClasses("train"));
    this.live = new LiveWeights((run) => this.list.weights(run));
    this.feed = new ViewFeed(
      (frame) => view.send(frame),
      this.mirror,
      this.snapshots,
      (run) => this.attempt(this.memory.load(run)),
    );

    this.#listen();
    this.#listenToTeam();
    this.#watchPrograms();
    this.#listenToView();
  }

  /** The run that is looked at. */
  get viewed() {
    return this.viewing.run(this.mirror);
  }

  /** The runs that are shown or train, by id. */
  get shown() {
    const { mirror, team, viewed, viewing } = this;
    const overlays = viewing.overlays(mirror).map(({ id }) => id);
    return new Set([viewed?.id ?? 0, mirror.current?.id ?? 0, ...team.ids, ...overlays]);
  }

  /** The weights of that run as it is looked at, W row by row, then b; null if they aren't kept. */
  get weights() {
    const { viewed, snapshots } = this;
    const { epoch } = this.viewing;
    if (!viewed) return null;
    if (epoch !== null) return snapshots.at(viewed.id, epoch);
    return this.live.of(viewed) ?? snapshots.last(viewed.id)?.weights ?? null;
  }

  /** ‖W‖ of that run after the epoch that is looked at, or null if it isn't known. */
  get norm() {
    const point = this.viewed && pointAt(this.viewed, this.viewing.epoch);
    return point && !Number.isNaN(point.norm) ? point.norm : null;
  }

  /** Workers for runs that are on no list, one for each core. */
  crew() {
    return new Crew(this.client, () => this.startWorker("crew"), navigator.hardwareConcurrency || 1);
  }

  /** Something has changed: it is shown with the next frame. */
  schedule = frames(() => this.#frame());

  /**
   * Follows a visitor's command, and reports why it is refused.
   * @param {Promise<unknown>} command
   */
  attempt(command) {
    this.notices.clear("command");
    command.catch((error) => this.complain("command", error)).finally(this.schedule);
  }

  /**
   * @param {string} topic
   * @param {Error} error
   */
  complain(topic, error) {
    const told = this.client.failed || error instanceof Missing; // they have their own notices
    if (!told) this.notices.error(topic, trouble(error));
  }

  /** Looks at another run. @param {number} run */
  lookAt(run) {
    this.viewing.look(run, this.mirror);
    this.attempt(this.memory.load(run));
  }

  /** Stores all runs where they survive a reload of the page. */
  async keepRuns() {
    if (this.mirror.current?.status === "running") await this.commands.pause();
    await this.memory.flush();
  }

  #listen() {
    this.client.on("changed", (event) => {
      this.#changed(event);
      if (event.event === "FilesRefused") this.notices.error("files", event.why.map(told).join("\n"));
      if (event.event === "Failed") this.#revive(event.message);
      if (event.event === "DataOpened") this.checker.forget();
    });
    this.memory.on("renewed", (run) => this.feed.renew(run));
    this.memory.on("failed", (message) => this.notices.error("memory", message));
    this.viewing.on(
      "changed",
      () =>
        (this.snapshots.looked =
          this.viewed && this.viewing.epoch !== null ? { run: this.viewed.id, epoch: this.viewing.epoch } : null),
    );
    const followed = /** @type {Emitter<{changed: any}>[]} */ ([
      this.viewing,
      this.charts,
      this.memory,
      this.team,
      this.tabs,
      this.state,
      this.means,
      this.live,
      this.digests,
    ]);
    for (const part of followed) part.on("changed", this.schedule);
    this.theme.on("changed", () => this.state.set({ palette: this.theme.read() }));
  }

  #listenToTeam() {
    this.team.on("event", ({ event, home }) => {
      this.mirror.apply(event, home);
      this.#changed(event);
    });
    this.team.on("joined", ({ name, client }) => {
      this.feed.forget(); // it may replace one that has ended
      this.#crew.set(name, client);
      this.view.addWorker(name);
    });
    this.team.on("left", (name) => {
      this.#crew.delete(name);
      this.view.removeWorker(name);
      for (const run of this.mirror.runs) if (run.home === name) this.mirror.update(run.id, { home: "page" });
    });
  }

  /** Reports programs that hang, and those that can't be loaded. */
  #watchPrograms() {
    programs.on("silent", ({ program, seconds }) => {
      const message = t("{part} has not answered for {n} s.", { part: program.part, n: seconds });
      this.notices.offer("silent", message, t("End it"), () => program.giveUp());
    });
    programs.on("answers", () => this.notices.clear("silent"));
    programs.on("missing", ({ message }) => this.offerReload("engine", message));
    setInterval(() => document.hidden || programs.beat(), interval);
  }

  #listenToView() {
    this.view.on("ready", () => this.feed.forget());
    this.view.on("connected", ({ worker, port }) =>
      this.attempt(this.commands.attachView(port, this.#crew.get(worker))),
    );
    this.view.on("hovered", (epoch) => this.state.set({ hovered: epoch }));
    // The trainer's bytes come first: training doesn't wait for the pictures.
    this.client.started.then(
      () => this.view.start(),
      () => this.view.start(),
    );
  }

  /** @param {TrainerEvent} event that the mirror has taken in */
  #changed(event) {
    const { mirror, memory, viewing } = this;
    this.snapshots.apply(event, mirror);
    if (event.event === "RunArchived" && mirror.current) memory.archived(mirror.current.id, event.run.id);
    if (event.event === "RunStarted" || event.event === "RunReset") viewing.lookAtCurrent();
    if (event.event === "RunChanged") this.#keep(event.run);
    if (event.event === "EpochFinished") memory.note(event.run);
    this.emit("event", event);
    this.schedule();
  }

  /** Starts the training program again after it has ended, or offers a reload. @param {string} message */
  async #revive(message) {
    if (!this.client.begun) return this.offerReload("engine", message);
    if (this.revival.underWay) return; // the attempt fails, and offers the reload
    const { viewed } = this;
    this.notices.say("engine", t("The training program has stopped. It is being started again."));
    try {
      this.notices.say("engine", await this.revival.attempt());
      this.view.addWorker("main");
      if (viewed && this.mirror.find(viewed.id)) this.lookAt(viewed.id); // the restart shows the current run
    } catch {
      this.team.end();
      this.offerReload("engine", message);
    }
    this.schedule();
  }

  /**
   * Offers to reload the page; nothing is lost.
   * @param {string} topic
   * @param {string} message
   */
  offerReload(topic, message) {
    const reload = () => this.memory.flush().finally(() => location.reload());
    this.notices.offer(topic, message, t("Reload"), reload);
  }

  /** A run that is paused within an epoch is kept as it is there. @param {RunSummary} run */
  #keep({ id, status, epoch, inEpoch, step, settings, changes }) {
    this.memory.note(id);
    const { current } = this.mirror;
    if (status !== "paused" || inEpoch === 0 || epoch === 0 || current?.id !== id) return;
    clearTimeout(this.#resting);
    const keep = async () => {
      const { weights, bias, at, carried } = await this.client.send("weights", { run: id });
      if (at?.step !== step) return; // it goes on already
      this.memory.paused(id, {
        epoch,
        inEpoch,
        step,
        weights: together({ weights, bias }),
        settings,
        changes,
        ...(carried && { carried }),
      });
    };
    this.#resting = window.setTimeout(() => keep().catch(() => {}), rest); // without, it is kept after its last epoch
  }

  #frame() {
    const { mirror, viewing, viewed, tabs } = this;
    this.memory.makeRoom(this.shown);
    this.emit("frame", undefined);
    const sceneOfTab = this.scenes.get(tabs.current) ?? this.scenes.get("train");
    const whole = mirror.data && sceneOfTab?.(classWords(mirror.data.classes));
    if (!whole) return;
    const scene = this.filters.reduce((scene, filter) => filter(scene), whole);
    this.view.update(scene);
    this.emit("drawn", scene);
    this.feed.feed(scene);
    if (viewed && viewing.epoch !== null) this.feed.feedPast(viewed.id, viewing.epoch);
  }
}
