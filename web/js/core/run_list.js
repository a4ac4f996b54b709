import { apart } from "./parameters.js";
import { packHistory } from "./history.js";
import { changeWords, runAt } from "./record.js";
import { t } from "../texts/texts.js";
import { english, name, told } from "../texts/told.js";

/** @import {Data, NetworkWeights} from "./protocol.js" */
/** @import {Run} from "./mirror.js" */
/** @import {RunMemory} from "./run_memory.js" */
/** @import {Snapshots} from "./snapshots.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/**
 * Whether two data are the same, as far as the page can tell.
 * @param {Data | null} a
 * @param {Data | null} b
 */
export function sameData(a, b) {
  if (!a || !b) return false;
  const identity = (/** @type {Data} */ { name, drawn, splits, fingerprint }) =>
    JSON.stringify([english(name), drawn, splits.train, splits.validation, splits.test, fingerprint ?? ""]);
  return identity(a) === identity(b);
}

/** More runs are not kept in memory. */
export const mostListed = 100;

/** The operations on any run of the list, wherever it is kept. */
export class RunList {
  #client;
  #mirror;
  #snapshots;
  #memory;

  /**
   * @param {WorkerClient} client
   * @param {Snapshots} snapshots
   * @param {RunMemory} memory
   */
  constructor(client, snapshots, memory) {
    this.#client = client;
    this.#mirror = client.mirror;
    this.#snapshots = snapshots;
    this.#memory = memory;
  }

  /**
   * @param {number} id
   * @param {string} name
   */
  async rename(id, name) {
    const run = this.#find(id);
    if (run.home === "main") await this.#client.send("renameRun", { run: id, name });
    else this.#mirror.update(id, { name });
    this.#memory.note(id);
  }

  /**
   * Takes a run off the list.
   * @param {number} id
   * @returns {Promise<() => void>} brings it back
   */
  async remove(id) {
    await this.#memory.load(id);
    const run = this.#find(id);
    const place = this.#mirror.runs.indexOf(run);
    if (run.home === "main") await this.#client.send("removeRun", { run: id });
    else if (run.home === "page") this.#mirror.remove(id);
    else throw new Error(t("The run trains together with others. Stop them first."));
    this.#memory.forget(id);
    return () => {
      const status = run.status === "running" ? "paused" : run.status;
      this.#mirror.insert([{ ...run, status, home: "page", progress: null }], place);
      this.#memory.note(id);
    };
  }

  /**
   * Trains a new run with the settings of another.
   * @param {number} id
   */
  async rerun(id) {
    await this.#client.send("newRun", { settings: this.#find(id).settings });
    await this.#client.send("play", {});
  }

  /**
   * Makes a new current run that goes on from where another stood after an epoch, set as it was then.
   * @param {number} id
   * @param {number | null} at the epoch, or null for the last one
   * @returns {Promise<string>} which settings of the panel were replaced by the run's, or nothing
   */
  async fork(id, at) {
    const before = this.#mirror.settings;
    const { run, state } = await this.#stateOf(id, at);
    const forked = await this.#client.send("fork", {
      name: name("run-from", { run: run.name, epoch: run.epoch }),
      ...state,
    });
    this.#mirror.update(forked.id, { history: this.#historyWith(run, forked.id) });
    this.#snapshots.copy(id, forked.id, run.epoch);
    this.#memory.note(forked.id);
    return before ? changeWords({ from: before, to: state.settings }) : "";
  }

  /**
   * Continues a run that the page keeps from before a reload, at its place in the list.
   * @param {number} id
   */
  async resume(id) {
    if (await this.#memory.elsewhere(id)) {
      throw new Error(
        t("{run} is the current run of another tab. Fork it to go on from here.", { run: told(this.#find(id).name) }),
      );
    }
    await this.takeUp(id);
    await this.#client.send("play", {});
  }

  /**
   * Makes a run that the page keeps the current one again, paused where it was.
   * @param {number} id
   */
  async takeUp(id) {
    const { run, state } = await this.#stateOf(id, null);
    const pause = this.#memory.pauseOf(id);
    if (pause?.epoch === run.epoch) {
      const { settings, ...place } = structuredClone(pause);
      Object.assign(state, { settings, from: { ...state.from, ...place } });
    }
    const resumed = await this.#client.send("fork", { name: run.name, ...state });
    // It is not a fork, so a reset must not change its name.
    await this.#client.send("renameRun", { run: resumed.id, name: run.name });
    this.#snapshots.copy(id, resumed.id, run.epoch);
    this.#mirror.update(resumed.id, { colour: run.colour, history: this.#historyWith(run, resumed.id) });
    this.#mirror.remove(id);
    this.#memory.moved(id, resumed.id);
  }

  /**
   * The history of a run that continues another, with those figures of its past that the worker was not given.
   * @param {Run} past
   * @param {number} id
   */
  #historyWith(past, id) {
    const points = new Map(past.history.map((point) => [point.epoch, point]));
    return (this.#mirror.find(id)?.history ?? []).map((point) => points.get(point.epoch) ?? point);
  }

  /**
   * What a worker needs to continue a run from its last epoch.
   * @param {number} id
   */
  async goesOn(id) {
    return (await this.#stateOf(id, null)).state;
  }

  /**
   * A run as it was after an epoch, and what a worker needs to continue from there.
   * @param {number} id
   * @param {number | null} at the epoch, or null for the last one
   */
  async #stateOf(id, at) {
    await this.#memory.load(id);
    const found = this.#find(id);
    const wanted = at ?? this.#snapshots.last(id)?.epoch ?? -1;
    const weights = this.#snapshots.at(id, wanted);
    const point = found.history.find(({ epoch }) => epoch === wanted);
    const { data } = this.#mirror;
    if (!weights || !point || !data) throw new Error(t("There are no weights of this run to go on from."));
    if (!sameData(found.data, data))
      throw new Error(
        t("{run} was trained on other data ({data}). Load them to go on from it.", {
          run: told(found.name),
          data: told(found.data?.name ?? ""),
        }),
      );
    const run = runAt(found, point);
    const { epoch, step, changes, history } = run;
    const epochs = run.settings.epochs > epoch ? run.settings.epochs : epoch + run.settings.epochs;
    const last = this.#snapshots.carriedOf(id);
    const carried = last?.epoch === epoch ? { carried: structuredClone(last.carried) } : {};
    const from = {
      epoch,
      inEpoch: 0,
      step,
      changes,
      weights: weights.slice(),
      history: packHistory(history),
      ...carried,
    };
    return { run, state: { settings: { ...run.settings, epochs }, from } };
  }

  /**
   * The weights of any run of the list, and where it stood with them.
   * @param {number} id
   * @returns {Promise<NetworkWeights>}
   */
  async weights(id) {
    if (this.#mirror.find(id)?.home !== "page") return this.#client.send("weights", { run: id });
    await this.#memory.load(id);
    const last = this.#snapshots.last(id);
    if (!last) throw new Error(t("There are no weights of this run."));
    const step = this.#find(id).history.find(({ epoch }) => epoch === last.epoch)?.step ?? 0;
    const carried = this.#snapshots.carriedOf(id);
    return {
      ...apart(last.weights),
      at: { epoch: last.epoch, inEpoch: 0, step },
      ...(carried?.epoch === last.epoch && { carried: carried.carried }),
    };
  }

  /**
   * Takes the oldest runs off a list that has become too long: each keeps its weights, its row and its past.
   * @param {Set<number>} needed runs that are shown
   * @returns {Promise<number>} how many
   */
  async shorten(needed) {
    const oldest = this.#mirror.runs.slice(0, -mostListed);
    const spare = oldest.filter(({ id, status }) => !needed.has(id) && status !== "running");
    let left = 0;
    for (const { id, home } of spare) {
      if (home !== "main" && home !== "page") continue; // it trains with others
      const leaves = home === "page" || this.#client.send("removeRun", { run: id }).then(() => true);
      if (!(await Promise.resolve(leaves).catch(() => false))) continue;
      this.#mirror.remove(id);
      this.#memory.forget(id);
      this.#snapshots.forget(id);
      left++;
    }
    return left;
  }

  /** Removes all runs that the page keeps, and forgets all that is stored. */
  async forgetAll() {
    const { runs, current } = this.#mirror;
    for (const { id, home } of runs) if (home === "page") this.#mirror.remove(id);
    const resting = runs.filter((run) => run.home === "main" && run !== current && run.status !== "running");
    // One that is refused because it trains with others does not keep the rest.
    await Promise.allSettled(resting.map(({ id }) => this.#client.send("removeRun", { run: id })));
    await this.#memory.clear();
  }

  /** @param {number} id */
  #find(id) {
    const run = this.#mirror.find(id);
    if (!run) throw new Error(t("There is no run {n}.", { n: id }));
    return run;
  }
}
