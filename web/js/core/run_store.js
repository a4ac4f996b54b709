import { Database, startingWith } from "./database.js";

/** @import {Carried, Change, Data, HistoryPoint, Metrics, Said, Settings, Status} from "./protocol.js" */
/** @import {ReportPart} from "./mirror.js" */

/**
 * A run as it is stored.
 * @typedef {object} StoredRun
 * @property {string} key
 * @property {number} savedAt milliseconds since 1970
 * @property {Said} name
 * @property {Settings} settings
 * @property {Status} status
 * @property {number} epoch
 * @property {number} inEpoch
 * @property {number} step
 * @property {Change[]} changes
 * @property {number} stepsPerEpoch
 * @property {Metrics | null} test
 * @property {Record<string, Metrics>} [tests] absent in runs of earlier pages
 * @property {Said} message
 * @property {HistoryPoint[]} history
 * @property {Data | null} data
 * @property {number} colour
 * @property {ReportPart | null} report
 * @property {{epoch: number, carried: Carried} | null} [carried] what it needs besides its weights to go on
 * @property {Pause} [pause] where it is paused within an epoch
 * @property {string} [tab] whose current run it is and can go on, or empty
 * @property {number} [writtenAt] milliseconds since 1970
 */

/**
 * Where a run is paused within an epoch, with all that it needs to go on from there.
 * @typedef {object} Pause
 * @property {number} epoch
 * @property {number} inEpoch
 * @property {number} step
 * @property {Float32Array<ArrayBuffer>} weights W, row by row, then b
 * @property {Settings} settings
 * @property {Change[]} changes
 * @property {Carried} [carried]
 */

const both = ["runs", "snapshots"];

/**
 * Runs in the browser's database: one record per run, and one snapshot per epoch.
 */
export class RunStore {
  #database = new Database("onelayer", { runs: { keyPath: "key" }, snapshots: {} });

  /** @returns {Promise<StoredRun[]>} the oldest first */
  async runs() {
    /** @type {StoredRun[]} */
    const runs = await this.#database.read("runs", (store) => store.getAll());
    return runs.sort((a, b) => a.savedAt - b.savedAt);
  }

  /**
   * @param {string} key
   * @returns {Promise<StoredRun | null>}
   */
  async run(key) {
    return (await this.#database.read("runs", (store) => store.get(key))) ?? null;
  }

  /**
   * The snapshots of a run by epoch, ascending.
   * @param {string} key
   * @returns {Promise<[epoch: number, weights: Float32Array][]>}
   */
  async snapshots(key) {
    const range = startingWith(key);
    const [keys, all] = await Promise.all([
      this.#database.read("snapshots", (store) => store.getAllKeys(range)),
      this.#database.read("snapshots", (store) => store.getAll(range)),
    ]);
    return keys.map((/** @type {[string, number]} */ [, epoch], /** @type {number} */ i) => [epoch, all[i]]);
  }

  /**
   * Stores a run, the snapshots that are new, and drops those that are no longer needed.
   * @param {StoredRun} run
   * @param {[epoch: number, weights: Float32Array][]} added
   * @param {number[]} dropped
   */
  put(run, added, dropped) {
    return this.#database.write(both, (runs, snapshots) => {
      runs.put(run);
      for (const [epoch, weights] of added) snapshots.put(weights, [run.key, epoch]);
      for (const epoch of dropped) snapshots.delete([run.key, epoch]);
    });
  }

  /** @param {string[]} keys */
  remove(keys) {
    return this.#database.write(both, (runs, snapshots) => {
      for (const key of keys) {
        runs.delete(key);
        snapshots.delete(startingWith(key));
      }
    });
  }

  clear() {
    return this.#database.write(both, (runs, snapshots) => {
      runs.clear();
      snapshots.clear();
    });
  }
}
