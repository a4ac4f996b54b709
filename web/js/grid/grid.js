import { deferred } from "../core/deferred.js";
import { Emitter } from "../core/emitter.js";
import { packHistory } from "../core/history.js";
import { check } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { cellsOf, isOver, mostCells, rungs, worseHalf, worth } from "./cells.js";

/** @import {Crew} from "../core/crew.js" */
/** @import {Deferred} from "../core/deferred.js" */
/** @import {HistoryPoint, Settings, TrainerEvent} from "../core/protocol.js" */
/** @import {WorkerClient} from "../core/worker_client.js" */
/** @import {Cell, Plan} from "./cells.js" */

/** @typedef {"idle" | "starting" | "running" | "paused"} GridState */
/**
 * @typedef {{settings: Settings, epoch: number, train: Cell["train"], validation: Cell["validation"], status:
 *   Cell["status"], run: number | null}} Found
 */
/**
 * @typedef {Promise<Found[]> & {grid: {pause: () => Promise<void>, resume: () => Promise<void>, stop: () => void,
 *   cells: () => Found[]}}} Search
 */
/** @typedef {{plan: Plan, base: Settings, cells: Cell[], fingerprint: string}} Kept what survives a reload */

/** Points of curves that survive a reload: more of them would be more than the browser stores of a page. */
const mostPointsKept = 4000;

/**
 * A search over settings, on workers of its own: one for each core, as long as there is room for the data.
 * Runs that share their batch size share the conversion of their images.
 * @extends {Emitter<{changed: void}>}
 */
export class Grid extends Emitter {
  /** @type {GridState} */
  state = "idle";
  /** @type {Cell[]} */
  cells = [];
  /** @type {Plan | null} */
  plan = null;

  #client;
  #crew;
  /** @type {Settings | null} what the cells have in common */
  #base = null;
  #fingerprint = "";
  /** @type {Map<number, WorkerClient>} */
  #homes = new Map();
  /** @type {number[]} */
  #rungs = [];
  #trained = 0; // seconds before the last pause
  #since = 0;
  #doneBefore = 0; // epochs that were done when the workers began
  /** @type {Deferred<Found[]> | null} */
  #end = null;

  /**
   * @param {WorkerClient} client the first worker's
   * @param {Crew} crew
   */
  constructor(client, crew) {
    super();
    this.#client = client;
    this.#crew = crew;
    crew.on("event", (event) => this.#hear(event));
    crew.on("outdated", () => this.#dismiss());
  }

  /**
   * Searches from the current settings. Resolves with the final cells.
   * @param {Partial<Plan>} [wanted]
   * @returns {Search}
   */
  search(wanted = {}) {
    const controls = {
      pause: () => this.pause(),
      resume: () => this.resume(),
      stop: () => this.stop(),
      cells: () => this.found,
    };
    const ended = this.#begin(wanted);
    ended.catch(() => {});
    return Object.assign(ended, { grid: controls });
  }

  /** @param {Partial<Plan>} wanted */
  async #begin(wanted) {
    const { settings, data } = this.#client.mirror;
    if (this.state !== "idle" && this.state !== "paused") throw new Error(t("A search is under way. Stop it first."));
    if (!settings || !data) throw new Error(t("There are no data yet."));
    const plan = planOf(wanted, settings);
    this.#dismiss();
    this.#base = { ...settings, epochs: plan.epochs };
    this.#fingerprint = data.fingerprint;
    this.plan = plan;
    this.cells = cellsOf(plan);
    this.#rungs = plan.search === "halving" ? rungs(this.cells.length, plan.epochs) : [];
    this.#trained = 0;
    return this.#train();
  }

  /** Trains the unfinished cells, from the start. @returns {Promise<Found[]>} */
  async #train() {
    this.#to("starting");
    /** @type {Deferred<Found[]>} */
    const end = deferred();
    this.#end = end;
    try {
      const { data } = this.#client.mirror;
      const left = this.cells.filter((cell) => !isOver(cell));
      if (!data || !this.#base) throw new Error(t("There are no data yet."));
      if (left.length === 0) return this.#finish();
      for (const cell of left) Object.assign(cell, { epoch: 0, history: [], status: "waiting" });
      const workers = await this.#crew.gather(left.length, data);
      const base = this.#base;
      this.#homes.clear();
      this.#since = performance.now();
      this.#doneBefore = this.#epochsDone;
      this.#to("running");
      await Promise.all(
        workers.map((member, i) => {
          const share = left.filter((_, at) => at % workers.length === i);
          for (const { id } of share) this.#homes.set(id, member);
          return member.send("startSweep", {
            cells: share.map(({ id, settings }) => ({ id, settings: { ...base, ...settings } })),
          });
        }),
      );
    } catch (error) {
      if (this.#end === end) {
        end.reject(/** @type {Error} */ (error));
        this.#dismiss();
      } // else it has been stopped as it began, or has failed
    }
    return end.promise;
  }

  async pause() {
    if (this.state !== "running") return;
    this.#trained = this.seconds;
    this.#to("paused");
    await Promise.all(this.#crew.members.map((member) => member.send("pauseSweep", {})));
  }

  async resume() {
    if (this.state !== "paused") return;
    if (this.#crew.members.length === 0) {
      if (this.#fingerprint !== this.#client.mirror.data?.fingerprint)
        throw new Error(t("The search was made on other data."));
      await this.#train();
      return;
    }
    this.#since = performance.now();
    this.#doneBefore = this.#epochsDone;
    this.#to("running");
    await Promise.all(this.#crew.members.map((member) => member.send("playSweep", {})));
  }

  /** Ends the search; what was found stays. */
  stop() {
    if (this.state === "starting") this.#crew.dismiss();
    for (const member of this.#crew.members) member.send("pauseSweep", {}).catch(() => {});
    for (const cell of this.cells) if (!isOver(cell)) cell.status = "dropped";
    this.#end?.resolve(this.found);
    this.#end = null;
    this.#to("idle");
  }

  /**
   * Opens a cell as a run of the list, which goes on from there.
   * @param {number} id
   */
  async open(id) {
    const cell = this.cells.find((cell) => cell.id === id);
    const home = this.#homes.get(id);
    const settings = /** @type {Settings} */ ({ ...this.#base, ...cell?.settings });
    if (!cell) return;
    if (!home || cell.status === "dropped") {
      cell.run = (await this.#client.send("newRun", { settings })).id;
    } else {
      const { weights, step, epoch, carried } = await home.send("cellWeights", { cell: id });
      const stepsPerEpoch = Math.ceil(
        (settings.trainingImages || (this.#client.mirror.data?.splits.train ?? NaN)) / settings.batchSize,
      );
      const inEpoch = Math.max(0, step - epoch * stepsPerEpoch) || 0;
      const from = {
        epoch,
        inEpoch,
        step,
        changes: [],
        weights,
        history: packHistory(cell.history.slice(0, epoch + 1)),
        ...(carried && { carried }),
      };
      cell.run = (await this.#client.send("fork", { name: t("Cell {n}", { n: id + 1 }), settings, from })).id;
    }
    this.emit("changed", undefined);
  }

  /** What was found so far, for a script. @returns {Found[]} */
  get found() {
    return this.cells.map(({ settings, epoch, train, validation, status, run }) =>
      structuredClone({
        settings: /** @type {Settings} */ ({ ...this.#base, ...settings }),
        epoch,
        train,
        validation,
        status,
        run,
      }),
    );
  }

  /** The best cell so far, if any was measured. */
  get best() {
    return this.cells
      .filter(({ validation }) => validation)
      .reduce((/** @type {Cell | null} */ best, cell) => (!best || worth(cell) > worth(best) ? cell : best), null);
  }

  /** Seconds of training, without pauses. */
  get seconds() {
    return this.#trained + (this.state === "running" ? (performance.now() - this.#since) / 1000 : 0);
  }

  get #epochsDone() {
    return this.cells.reduce((sum, { epoch }) => sum + epoch, 0);
  }

  /** The share that is done, and how long the rest will take at this pace. */
  get progress() {
    const epochs = this.plan?.epochs ?? 1;
    const left = this.cells.reduce((sum, cell) => sum + (isOver(cell) ? 0 : epochs - cell.epoch), 0);
    const done = this.#epochsDone;
    const pace = (done - this.#doneBefore) / Math.max(0.001, (performance.now() - this.#since) / 1000);
    return {
      share: done + left > 0 ? done / (done + left) : 0,
      secondsLeft: this.state === "running" && pace > 0 ? left / pace : NaN,
    };
  }

  /** What survives a reload. @returns {Kept | null} */
  get kept() {
    if (!this.plan || !this.#base) return null;
    const points = this.cells.reduce((sum, { history }) => sum + history.length, 0);
    const cells = points <= mostPointsKept ? this.cells : this.cells.map((cell) => ({ ...cell, history: [] }));
    return { plan: this.plan, base: this.#base, cells, fingerprint: this.#fingerprint };
  }

  /** Restores a stored search: unfinished cells wait for resume, and then start again. @param {Kept} kept */
  restore({ plan, base, cells, fingerprint }) {
    if (this.state !== "idle" || this.plan) return;
    const whole = cells.map((cell) => ({ ...cell, history: cell.history ?? [] }));
    [this.plan, this.#base, this.cells, this.#fingerprint] = [plan, base, whole, fingerprint];
    this.#rungs = plan.search === "halving" ? rungs(cells.length, plan.epochs) : [];
    this.#to(cells.every(isOver) ? "idle" : "paused");
  }

  /** @param {TrainerEvent} event */
  #hear(event) {
    if (event.event === "Failed") {
      this.#end?.reject(new Error(event.message));
      this.#dismiss();
      return;
    }
    if (event.event !== "CellMeasured") return;
    const cell = this.cells.find(({ id }) => id === event.cell);
    if (!cell || isOver(cell)) return;
    const status = event.status === "finished" || event.status === "diverged" ? event.status : "running";
    Object.assign(cell, { epoch: event.epoch, train: event.train, validation: event.validation, status });
    if (event.epoch >= cell.history.length) cell.history.push(pointOf(event));
    this.#halve();
    if (this.state !== "starting" && this.cells.every(isOver)) this.#finish();
    this.emit("changed", undefined);
  }

  /** Drops the worse half once all remaining cells have reached a rung. */
  #halve() {
    const [rung] = this.#rungs;
    const left = this.cells.filter(({ status }) => status !== "dropped");
    if (rung === undefined || !left.every((cell) => cell.epoch >= rung || isOver(cell))) return;
    this.#rungs.shift();
    const worse = worseHalf(this.cells);
    for (const cell of worse) if (cell.status !== "diverged") cell.status = "dropped";
    const ids = Float64Array.from(worse.map(({ id }) => id));
    for (const member of this.#crew.members) member.send("dropCells", { cells: ids }).catch(() => {});
  }

  /** All cells are over; their workers stay, so that a cell can be opened. */
  #finish() {
    this.#trained = this.seconds;
    this.#to("idle");
    this.#end?.resolve(this.found);
    this.#end = null;
    return this.found;
  }

  #dismiss() {
    this.#crew.dismiss();
    this.#homes.clear();
    this.#end?.reject(new Error(t("The search was stopped before its end.")));
    this.#end = null;
    if (this.state !== "idle") this.#to(this.cells.every(isOver) ? "idle" : "paused");
  }

  /** @param {GridState} state */
  #to(state) {
    this.state = state;
    this.emit("changed", undefined);
  }
}

/**
 * @param {Partial<Plan>} wanted
 * @param {Settings} settings
 * @returns {Plan}
 */
function planOf(wanted, settings) {
  const list = (/** @type {"l2" | "learningRate" | "batchSize"} */ name) => {
    const values = wanted[name] ?? [settings[name]];
    if (!Array.isArray(values) || values.length === 0)
      throw new Error(t("{setting} must be {expected}", { setting: name, expected: t("a list of numbers") }));
    for (const value of values) check({ [name]: value });
    return values;
  };
  const epochs = wanted.epochs ?? settings.epochs;
  check({ epochs });
  const search = wanted.search ?? "grid";
  if (!["grid", "random", "halving"].includes(search))
    throw new Error(
      t("{setting} must be {expected}", {
        setting: "search",
        expected: t("one of {choices}", { choices: "grid, random, halving" }),
      }),
    );
  const budget = wanted.budget ?? (search === "random" ? 16 : mostCells);
  if (!Number.isInteger(budget) || budget < 1 || budget > mostCells)
    throw new Error(
      t("{setting} must be {expected}", {
        setting: "budget",
        expected: t("a whole number from {least} to {most}", { least: 1, most: mostCells }),
      }),
    );
  return { l2: list("l2"), learningRate: list("learningRate"), batchSize: list("batchSize"), epochs, search, budget };
}

/** @param {HistoryPoint} event @returns {HistoryPoint} */
function pointOf({ epoch, step, train, validation, l2, penalty, norm, learningRate, nextRate }) {
  return { epoch, step, train, validation, l2, penalty, norm, learningRate, nextRate };
}
