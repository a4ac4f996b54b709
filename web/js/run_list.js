import { packHistory } from "./protocol.js";
import { t } from "./texts/texts.js";
import { told } from "./texts/told.js";

/** @import {Data, Weights} from "./protocol.js" */
/** @import {RunMemory} from "./run_memory.js" */
/** @import {Snapshots} from "./snapshots.js" */
/** @import {WorkerClient} from "./worker_client.js" */

const [classes, pixels] = [10, 3072];

/**
 * Whether two data are the same, as far as the page can tell.
 * @param {Data | null} a
 * @param {Data | null} b
 */
export function sameData(a, b) {
  if (!a || !b) return false;
  const identity = (/** @type {Data} */ { name, drawn, splits, fingerprint }) => JSON.stringify([name, drawn, splits.train, splits.validation, splits.test, fingerprint ?? ""]);
  return identity(a) === identity(b);
}

/** What can be done with any run of the list, whoever keeps it. */
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
   * Makes a new current run that goes on from where another stood, with the settings as they are now.
   * @param {number} id
   * @param {number | null} at the epoch, or null for the last one
   */
  async fork(id, at) {
    await this.#memory.load(id);
    const run = this.#find(id);
    const epoch = at ?? this.#snapshots.last(id)?.epoch ?? -1;
    const weights = this.#snapshots.at(id, epoch);
    const { settings, data } = this.#mirror;
    if (!weights || !settings || !data) throw new Error(t("There are no weights of this run to go on from."));
    if (!sameData(run.data, data)) throw new Error(t("{run} was trained on other data ({data}). Load them to go on from it.", { run: told(run.name), data: told(run.data?.name ?? "") }));
    const history = run.history.filter((point) => point.epoch <= epoch);
    const forked = await this.#client.send("fork", {
      name: `${run.name}, from ${epoch}`,
      settings: { ...settings, epochs: settings.epochs > epoch ? settings.epochs : epoch + settings.epochs },
      from: { epoch, step: epoch * Math.ceil(data.splits.train / settings.batchSize), weights: weights.slice(), history: packHistory(history) },
    });
    this.#snapshots.copy(id, forked.id, epoch);
    this.#memory.note(forked.id);
  }

  /**
   * The weights of any run of the list.
   * @param {number} id
   * @returns {Promise<Weights>}
   */
  async weights(id) {
    if (this.#mirror.find(id)?.home !== "page") return this.#client.send("weights", { run: id });
    await this.#memory.load(id);
    const last = this.#snapshots.last(id);
    if (!last) throw new Error(t("There are no weights of this run."));
    const split = classes * pixels;
    return { shape: [classes, pixels], weights: last.weights.slice(0, split), bias: last.weights.slice(split) };
  }

  /** Removes all runs that the page keeps, and forgets all that is stored. */
  async forgetAll() {
    for (const run of this.#mirror.runs) {
      const current = run === this.#mirror.current;
      if (run.home === "page") this.#mirror.remove(run.id);
      else if (!current && run.status !== "running") await this.#client.send("removeRun", { run: run.id });
    }
    await this.#memory.clear();
  }

  /** @param {number} id */
  #find(id) {
    const run = this.#mirror.find(id);
    if (!run) throw new Error(t("There is no run {n}.", { n: id }));
    return run;
  }
}
