import { Emitter } from "./emitter.js";
import { t } from "./texts/texts.js";

/** @import {Mirror, Run} from "./mirror.js" */
/** @import {RunStore, StoredRun} from "./run_store.js" */
/** @import {Snapshots} from "./snapshots.js" */

const mostRuns = 50;
const mostSnapshots = 41; // of a run; 5 MB
const mostFilms = 12; // kept in memory at the same time, beside those that are shown or train
const delay = 1000; // ms

/**
 * Which epochs of a run are stored: evenly spread, the last always among them.
 * @param {number[]} epochs ascending
 */
export function chosenEpochs(epochs) {
  const last = epochs.at(-1) ?? 0;
  const stride = Math.max(1, Math.ceil(last / (mostSnapshots - 1)));
  return epochs.filter((epoch) => epoch % stride === 0 || epoch === last);
}

/**
 * Stores runs as they go, and has them back after a reload.
 * @extends {Emitter<{changed: void, failed: string}>}
 */
export class RunMemory extends Emitter {
  #store;
  #mirror;
  #snapshots;
  /** @type {Map<number, string>} the store's key of each run that was stored */
  #keys = new Map();
  /** @type {Map<number, Set<number>>} the epochs that are stored, of runs of this visit */
  #stored = new Map();
  /** @type {Set<number>} runs with something to store */
  #changed = new Set();
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;
  #broken = false;
  /** @type {Promise<void>} one write after the other */
  #writing = Promise.resolve();

  /**
   * @param {RunStore} store
   * @param {Mirror} mirror
   * @param {Snapshots} snapshots
   */
  constructor(store, mirror, snapshots) {
    super();
    this.#store = store;
    this.#mirror = mirror;
    this.#snapshots = snapshots;
  }

  /**
   * Puts the stored runs into the list.
   * @param {(count: number) => Promise<number[]>} reserve gives new ids
   */
  async restore(reserve) {
    try {
      const stored = await this.#store.runs();
      if (stored.length === 0) return;
      const ids = await reserve(stored.length);
      const runs = stored.map((run, i) => restoredRun(run, ids[i] ?? NaN));
      stored.forEach(({ key }, i) => this.#keys.set(ids[i] ?? NaN, key));
      this.#mirror.insert(runs);
      this.emit("changed", undefined);
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Notes that a run has changed; it is stored soon, once it has finished an epoch.
   * @param {number} id
   */
  note(id) {
    if (this.#broken) return;
    this.#changed.add(id);
    this.#timer ||= setTimeout(() => this.#save(), delay);
  }

  /**
   * A reset has given the past of a run a number of its own; what is stored goes with it.
   * @param {number} run
   * @param {number} archived
   */
  archived(run, archived) {
    const [key, stored] = [this.#keys.get(run), this.#stored.get(run)];
    if (key) this.#keys.set(archived, key);
    if (stored) this.#stored.set(archived, stored);
    this.#keys.delete(run);
    this.#stored.delete(run);
    this.note(archived);
  }

  /**
   * Brings the snapshots of a stored run back to memory.
   * @param {number} id
   */
  async load(id) {
    const key = this.#keys.get(id);
    if (!key || this.#snapshots.epochs(id).length > 0) return;
    try {
      for (const [epoch, weights] of await this.#store.snapshots(key)) this.#snapshots.add(id, epoch, weights);
      this.emit("changed", undefined);
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Lets go of the films of stored runs that are more than memory should hold.
   * @param {Set<number>} needed runs that are shown
   */
  makeRoom(needed) {
    const spare = this.#mirror.runs.filter(
      ({ id, status }) => this.#keys.has(id) && !this.#changed.has(id) && !needed.has(id) && status !== "running" && this.#snapshots.epochs(id).length > 0,
    );
    for (const { id } of spare.slice(0, Math.max(0, spare.length - mostFilms))) this.#snapshots.forget(id);
  }

  /** Stores at once what has changed. Resolves when it is written. */
  flush() {
    clearTimeout(this.#timer);
    this.#save();
    return this.#writing;
  }

  /** @param {number} id */
  forget(id) {
    const key = this.#keys.get(id);
    this.#keys.delete(id);
    this.#stored.delete(id);
    this.#changed.delete(id);
    if (key) this.#queue(() => this.#store.remove([key]));
  }

  /** Forgets all that is stored. Resolves when it is gone. */
  clear() {
    this.#keys.clear();
    this.#stored.clear();
    this.#changed.clear();
    return this.#queue(() => this.#store.clear());
  }

  #save() {
    this.#timer = 0;
    const ids = [...this.#changed];
    this.#changed.clear();
    for (const id of ids) {
      const run = this.#mirror.find(id);
      if (run && run.epoch > 0) this.#put(run);
    }
    for (const id of [...this.#keys.keys()].filter((id) => !this.#mirror.find(id))) this.forget(id);
    const surplus = this.#mirror.runs.filter(({ id }) => this.#keys.has(id)).slice(0, -mostRuns);
    for (const { id } of surplus) this.forget(id); // they stay on the list until the next reload
  }

  /** @param {Run} run */
  #put(run) {
    const key = this.#keys.get(run.id) ?? crypto.randomUUID();
    this.#keys.set(run.id, key);
    const stored = this.#stored.get(run.id) ?? new Set();
    const epochs = this.#snapshots.epochs(run.id);
    const chosen = new Set(chosenEpochs(epochs));
    /** @type {[number, Float32Array][]} */
    const added = [];
    for (const epoch of chosen) {
      const weights = this.#snapshots.at(run.id, epoch);
      if (weights && !stored.has(epoch)) added.push([epoch, weights]);
    }
    const dropped = epochs.length > 0 ? [...stored].filter((epoch) => !chosen.has(epoch)) : [];
    if (epochs.length > 0) this.#stored.set(run.id, chosen);
    this.#queue(() => this.#store.put(storedRun(run, key), added, dropped));
  }

  /** @param {() => Promise<void>} write */
  #queue(write) {
    this.#writing = this.#writing.then(write).catch((error) => this.#fail(error));
    return this.#writing;
  }

  /**
   * Storage may be blocked or full: say so once, and go on without.
   * @param {unknown} error
   */
  #fail(error) {
    if (this.#broken) return;
    this.#broken = true;
    const why = error instanceof DOMException && error.name === "QuotaExceededError" ? t("The browser’s storage is full") : t("The browser’s storage can’t be used");
    this.emit("failed", t("{why}: the list of runs will not survive a reload.", { why }));
  }
}

/**
 * @param {Run} run
 * @param {string} key
 * @returns {StoredRun}
 */
function storedRun(run, key) {
  const { name, settings, status, epoch, step, stepsPerEpoch, test, message, history, data, colour, report } = run;
  const savedAt = run.savedAt || Date.now();
  return { key, savedAt, name, settings, status, epoch, step, stepsPerEpoch, test, message, history, data, colour, report };
}

/**
 * @param {StoredRun} stored
 * @param {number} id
 * @returns {Run}
 */
function restoredRun({ key: _, ...run }, id) {
  const status = run.status === "running" ? "paused" : run.status;
  return { ...run, id, status, progress: null, home: "page" };
}
