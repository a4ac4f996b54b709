import { recordSize } from "./constants.js";
import { deferred } from "./deferred.js";
import { Emitter } from "./emitter.js";
import { furtherWorker } from "./further_worker.js";
import { shareData } from "./share_data.js";
import { t } from "../texts/texts.js";

/** @import {Deferred} from "./deferred.js" */
/** @import {Data, Said, Settings, TrainerEvent, TeamRun} from "./protocol.js" */
/** @import {Run} from "./mirror.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/** @typedef {{name: string, client: WorkerClient, ids?: number[]}} Member with the ids of the runs that it trains */
/** @typedef {"idle" | "starting" | "running" | "paused"} TeamState */

/** All workers' copies of the data together take no more. */
const roomForData = 600e6;
const mostWorkers = 4;
const mostReplaced = 3; // workers, while a team trains

/**
 * How many workers train a team: at most one per core and one per run, as long as there is room for
 * the data, of which each has a copy.
 * @param {number} runs
 * @param {number} cores
 * @param {Data} data
 */
export function workerCount(runs, cores, { splits, tests, unused }) {
  const further = tests.reduce((sum, { images }) => sum + images, 0);
  const bytes = (splits.train + splits.validation + splits.test + further + unused) * recordSize;
  return Math.max(1, Math.min(mostWorkers, runs, cores, Math.floor(roomForData / bytes)));
}

/**
 * Deals the runs out, so that no worker has two more than another.
 * @template T
 * @param {T[]} runs
 * @param {number} workers
 * @returns {T[][]}
 */
export function deal(runs, workers) {
  return Array.from({ length: workers }, (_, worker) => runs.filter((_, i) => i % workers === worker));
}

/**
 * Runs that train side by side: the first worker trains some of them and starts further workers,
 * a crew, for the others. One set of controls and one progress cover them all.
 * @extends {Emitter<{changed: void, event: {event: TrainerEvent, home: string}, joined: {name: string, client:
 *   WorkerClient}, left: string}>}
 */
export class Team extends Emitter {
  /** @type {TeamState} */
  state = "idle";
  /** @type {number[]} the runs' ids, in the order they were given */
  ids = [];

  #first;
  #mirror;
  #startWorker;
  #cores;
  #goesOn;
  /** @type {Member[]} */
  #members = [];
  #replaced = 0;
  #trained = 0; // seconds before the last pause
  #since = 0;
  /** @type {Deferred<void> | null} */
  #end = null;

  /**
   * @param {WorkerClient} first
   * @param {() => Worker} startWorker
   * @param {number} cores
   * @param {(run: number) => Promise<Pick<TeamRun, "settings" | "from">>} goesOn what a worker needs to continue a run
   */
  constructor(first, startWorker, cores, goesOn) {
    super();
    this.#goesOn = goesOn;
    this.#first = first;
    this.#mirror = first.mirror;
    this.#startWorker = startWorker;
    this.#cores = cores;
    first.on("changed", (event) => this.#fromFirst(event));
  }

  /** Whether there is a team that has not finished. */
  get active() {
    return this.state !== "idle";
  }

  /** The team's runs, as far as they are still in the list. */
  get runs() {
    return this.ids.map((id) => this.#mirror.find(id)).filter((run) => run !== undefined);
  }

  /** Seconds of training, without pauses. */
  get seconds() {
    return this.#trained + (this.state === "running" ? (performance.now() - this.#since) / 1000 : 0);
  }

  /** How far all of them have come, as a share, and how long they will take. */
  get progress() {
    const runs = this.runs;
    const total = runs.reduce((sum, run) => sum + run.settings.epochs * run.stepsPerEpoch, 0);
    const done = runs.reduce((sum, run) => sum + (isOver(run) ? run.settings.epochs * run.stepsPerEpoch : run.step), 0);
    const left = runs.filter((run) => !isOver(run)).map((run) => run.progress?.secondsLeft ?? NaN);
    return { share: total > 0 ? done / total : 0, secondsLeft: left.length > 0 ? Math.max(...left) : NaN };
  }

  /**
   * Trains runs to their end. Resolves when they have begun; `finished` tells their end.
   * @param {{name: Said, settings: Partial<Settings>}[]} wanted
   * @returns {Promise<{ids: number[], finished: Promise<void>}>} finished rejects if they are stopped before
   */
  async start(wanted) {
    const { data } = this.#mirror;
    if (this.active) throw new Error(t("The four runs are still training. Stop them first."));
    if (!data) throw new Error(t("There are no data yet."));
    this.#to("starting");
    this.#end = deferred();
    const finished = this.#end.promise;
    try {
      const { ids } = await this.#first.send("reserveRuns", { count: wanted.length });
      const runs = wanted.map((run, i) => ({ id: ids[i] ?? NaN, ...run }));
      // Whoever ends the team meanwhile ends its workers, which then never answer.
      await Promise.race([this.#gather(workerCount(runs.length, this.#cores, data)), finished]);
      this.ids = ids;
      this.#trained = 0;
      this.#replaced = 0;
      await this.#begin(runs);
      return { ids, finished };
    } catch (error) {
      this.#dismiss();
      throw error;
    }
  }

  async pause() {
    if (this.state !== "running") return;
    this.#rest();
    await this.#all("pauseTeam");
  }

  async play() {
    if (this.state !== "paused") return;
    this.#since = performance.now();
    this.#to("running");
    await this.#all("playTeam");
  }

  /** Ends the training; the runs stay as they are. */
  async stop() {
    if (this.state === "starting") return this.#dismiss();
    if (this.state !== "running" && this.state !== "paused") return;
    this.#rest();
    await this.#all("stopTeam");
    this.#dismiss();
  }

  /** Gives the first worker its runs again, if it has some, after it was replaced. */
  async takeUp() {
    const first = this.#members.find(({ client }) => client === this.#first);
    if (first) await this.#giveRuns(first);
  }

  /** Ends the team: the first worker has ended for good. */
  end() {
    this.#dismiss();
  }

  /** @param {TeamRun[]} runs */
  async #begin(runs) {
    const shares = deal(runs, this.#members.length);
    this.#members.forEach((member, i) => (member.ids = shares[i]?.map(({ id }) => id)));
    this.#since = performance.now();
    this.#to("running");
    await Promise.all(this.#members.map(({ client }, i) => client.send("startTeam", { runs: shares[i] ?? [] })));
    const ids = runs.map(({ id }) => id);
    this.#mirror.arrange(ids);
  }

  /**
   * The first worker and as many new ones as it takes, each with the data.
   * @param {number} count
   */
  async #gather(count) {
    const crew = Array.from({ length: count - 1 }, (_, i) => this.#hire(`crew-${i + 1}`));
    this.#members = [{ name: "main", client: this.#first }, ...crew]; // so that a failure dismisses them
    await Promise.all(crew.map(({ client }) => shareData(this.#first, client, { tests: true })));
    for (const { name, client } of crew) this.emit("joined", { name, client });
  }

  /**
   * @param {string} name
   * @returns {Member}
   */
  #hire(name) {
    const client = furtherWorker(this.#startWorker());
    client.on("changed", (event) => this.#fromCrew(event, name));
    return { name, client };
  }

  /** @param {"pauseTeam" | "playTeam" | "stopTeam"} command */
  #all(command) {
    return Promise.all(this.#members.map(({ client }) => client.send(command, {})));
  }

  /**
   * Events of the first worker are in the mirror already.
   * @param {TrainerEvent} event
   */
  #fromFirst(event) {
    if (event.event === "DataOpened" && this.active)
      this.#dismiss(); // the first worker has dropped its part
    else this.#follow(event);
  }

  /**
   * Of a crew's events only those about its runs matter.
   * @param {TrainerEvent} event
   * @param {string} home
   */
  #fromCrew(event, home) {
    if (event.event === "Failed") {
      this.#replace(home).catch(() => this.#giveUp(event.message));
      return;
    }
    if (!("run" in event) || event.event === "RunStarted" || event.event === "RunReset") return;
    this.emit("event", { event: withoutName(event), home });
    this.#follow(event);
  }

  /**
   * Replaces a worker that has ended. The new one continues its runs.
   * @param {string} name
   */
  async #replace(name) {
    const lost = this.#members.find((member) => member.name === name);
    if (!lost || !this.active || this.state === "starting" || ++this.#replaced > mostReplaced) throw new Error();
    this.emit("left", name);
    const member = { ...this.#hire(name), ids: lost.ids ?? [] };
    this.#members = this.#members.map((other) => (other === lost ? member : other));
    try {
      await shareData(this.#first, member.client, { tests: true });
      this.emit("joined", member);
      await this.#giveRuns(member);
    } catch (error) {
      if (this.#members.includes(member)) throw error; // else it has been replaced in its turn
    }
  }

  /**
   * Has a worker continue its runs from their last epochs, or from their start.
   * @param {Member} member
   */
  async #giveRuns({ client, ids = [] }) {
    const left = ids
      .map((id) => this.#mirror.find(id))
      .filter((run) => run !== undefined)
      .filter((run) => !isOver(run));
    const goesOn = (/** @type {Run} */ run) => this.#goesOn(run.id).catch(() => ({ settings: run.settings }));
    const runs = await Promise.all(left.map(async (run) => ({ id: run.id, name: run.name, ...(await goesOn(run)) })));
    if (runs.length === 0 || !this.active) return;
    await client.send("startTeam", { runs });
    if (this.state === "paused") await client.send("pauseTeam", {});
  }

  /** @param {string} message */
  #giveUp(message) {
    this.#end?.reject(new Error(message));
    this.stop().catch(() => this.#dismiss());
  }

  /** @param {TrainerEvent} event */
  #follow(event) {
    if (event.event !== "RunChanged" || !this.ids.includes(event.run.id) || !this.active || this.state === "starting")
      return;
    const { runs } = this;
    const busy = this.state === "running" && event.run.status === "paused"; // its worker has other work
    if (runs.length === this.ids.length && runs.every(isOver)) this.#finish();
    else if (busy) this.pause().catch(() => {});
  }

  #finish() {
    this.#rest();
    this.#end?.resolve();
    this.#dismiss();
  }

  #rest() {
    this.#trained = this.seconds;
    this.#to("paused");
  }

  /** Ends the crew. Its runs now belong to the page. */
  #dismiss() {
    for (const { name, client } of this.#members) {
      if (client === this.#first) continue;
      client.end();
      this.emit("left", name);
    }
    this.#members = [];
    this.#end?.reject(new Error(t("The runs were stopped before their end.")));
    this.#end = null;
    this.#to("idle");
  }

  /** @param {TeamState} state */
  #to(state) {
    this.state = state;
    this.emit("changed", undefined);
  }
}

/** @param {Run} run */
export function isOver({ status }) {
  return status === "finished" || status === "diverged";
}

/**
 * A crew does not know a run's new name: its events must not undo it.
 * @param {TrainerEvent} event
 * @returns {TrainerEvent}
 */
function withoutName(event) {
  if (event.event !== "RunChanged") return event;
  const { name: _, ...run } = event.run;
  return /** @type {TrainerEvent} */ ({ event: "RunChanged", run });
}
