/** @import {Data, HistoryPoint, Metrics, Settings, Status} from "./protocol.js" */
/** @import {ReportPart} from "./mirror.js" */

/**
 * A run as it is stored.
 * @typedef {object} StoredRun
 * @property {string} key
 * @property {number} savedAt milliseconds since 1970
 * @property {string} name
 * @property {Settings} settings
 * @property {Status} status
 * @property {number} epoch
 * @property {number} step
 * @property {number} stepsPerEpoch
 * @property {Metrics | null} test
 * @property {string} message
 * @property {HistoryPoint[]} history
 * @property {Data | null} data
 * @property {number} colour
 * @property {ReportPart | null} report
 */

const databaseName = "onelayer";
const version = 1;

/**
 * Runs in the browser's own database: a record each, and beside it a snapshot an epoch.
 */
export class RunStore {
  /** @type {Promise<IDBDatabase>} */
  #database;

  constructor() {
    this.#database = openDatabase();
    this.#database.catch(() => {}); // each call has it again
  }

  /** @returns {Promise<StoredRun[]>} the oldest first */
  async runs() {
    /** @type {StoredRun[]} */
    const runs = await this.#read("runs", (store) => store.getAll());
    return runs.sort((a, b) => a.savedAt - b.savedAt);
  }

  /**
   * The snapshots of a run by epoch, ascending.
   * @param {string} key
   * @returns {Promise<[epoch: number, weights: Float32Array][]>}
   */
  async snapshots(key) {
    const range = rangeOf(key);
    const [keys, all] = await Promise.all([
      this.#read("snapshots", (store) => store.getAllKeys(range)),
      this.#read("snapshots", (store) => store.getAll(range)),
    ]);
    return keys.map((/** @type {[string, number]} */ [, epoch], /** @type {number} */ i) => [epoch, all[i]]);
  }

  /**
   * Stores a run, the snapshots that are new, and drops those that are not wanted any more.
   * @param {StoredRun} run
   * @param {[epoch: number, weights: Float32Array][]} added
   * @param {number[]} dropped
   */
  put(run, added, dropped) {
    return this.#write((runs, snapshots) => {
      runs.put(run);
      for (const [epoch, weights] of added) snapshots.put(weights, [run.key, epoch]);
      for (const epoch of dropped) snapshots.delete([run.key, epoch]);
    });
  }

  /** @param {string[]} keys */
  remove(keys) {
    return this.#write((runs, snapshots) => {
      for (const key of keys) {
        runs.delete(key);
        snapshots.delete(rangeOf(key));
      }
    });
  }

  clear() {
    return this.#write((runs, snapshots) => {
      runs.clear();
      snapshots.clear();
    });
  }

  /**
   * @param {"runs" | "snapshots"} name
   * @param {(store: IDBObjectStore) => IDBRequest} ask
   * @returns {Promise<any>}
   */
  async #read(name, ask) {
    const database = await this.#database;
    return new Promise((resolve, reject) => {
      const request = ask(database.transaction(name).objectStore(name));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  /**
   * @param {(runs: IDBObjectStore, snapshots: IDBObjectStore) => void} change
   * @returns {Promise<void>}
   */
  async #write(change) {
    const database = await this.#database;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(["runs", "snapshots"], "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      change(transaction.objectStore("runs"), transaction.objectStore("snapshots"));
    });
  }
}

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("runs", { keyPath: "key" });
      request.result.createObjectStore("snapshots");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** All epochs of a run. @param {string} key */
function rangeOf(key) {
  return IDBKeyRange.bound([key], [key, []]);
}
