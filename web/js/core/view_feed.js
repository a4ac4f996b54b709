import { apart } from "./parameters.js";
import { packHistory } from "./history.js";

/** @import {Mirror} from "./mirror.js" */
/** @import {Forget, Frame} from "./protocol.js" */
/** @import {Scene} from "./scene.js" */
/** @import {Snapshots} from "./snapshots.js" */

/** The key under which the view has the weights of a past epoch. */
export const pastKey = "past";

/**
 * Sends the view what no worker sends: the figures of runs that the page keeps, and weights
 * as they were.
 */
export class ViewFeed {
  #send;
  #mirror;
  #snapshots;
  #fetch;
  /** @type {Set<number>} runs whose weights are being loaded from storage */
  #fetched = new Set();
  /** @type {Set<number>} runs that the view has */
  #sent = new Set();
  /** @type {Set<number>} those of them whose weights it has */
  #sentWeights = new Set();
  /** @type {Set<number>} runs that were on the list */
  #listed = new Set();
  #past = "";

  /**
   * @param {(message: Frame | Forget) => void} send
   * @param {Mirror} mirror
   * @param {Snapshots} snapshots
   * @param {(run: number) => void} fetch loads the snapshots of a stored run
   */
  constructor(send, mirror, snapshots, fetch) {
    this.#send = send;
    this.#mirror = mirror;
    this.#snapshots = snapshots;
    this.#fetch = fetch;
  }

  /** The view has restarted and has no data. */
  forget() {
    this.#sent.clear();
    this.#sentWeights.clear();
    this.#fetched.clear();
    this.#past = "";
  }

  /** A run that the page keeps has other figures: it goes on in another tab. @param {number} run */
  renew(run) {
    this.#sent.delete(run);
    this.#fetched.delete(run);
    this.#sentWeights.delete(run);
  }

  /**
   * Sends the runs of a scene that the page keeps and the view does not have yet.
   * @param {Scene} scene
   */
  feed({ panels }) {
    this.#forgetRemoved();
    for (const panel of panels) {
      if (panel.kind === "templates" || panel.kind === "machine") this.#feedRun(panel.run, true);
      if (panel.kind === "chart") for (const { run } of panel.series) this.#feedRun(run, false);
    }
  }

  /** The view keeps nothing of runs that have left the list. */
  #forgetRemoved() {
    const listed = new Set(this.#mirror.runs.map(({ id }) => id));
    for (const run of this.#listed)
      if (!listed.has(run)) {
        this.#send({ view: "forget", run });
        this.renew(run);
      }
    this.#listed = listed;
  }

  /**
   * Sends the weights that a run had after an epoch.
   * @param {number} run
   * @param {number} epoch
   */
  feedPast(run, epoch) {
    const weights = this.#snapshots.at(run, epoch);
    const past = `${run} ${epoch}`;
    if (!weights || past === this.#past) return;
    this.#past = past;
    this.#send(weightsFrame(pastKey, weights));
  }

  /**
   * @param {number | string} id
   * @param {boolean} pictured whether its weights are shown
   */
  #feedRun(id, pictured) {
    const run = typeof id === "number" ? this.#mirror.find(id) : undefined;
    if (!run || run.home !== "page") return;
    if (!this.#sent.has(run.id))
      this.#send({ frame: "history", run: run.id, from: 0, points: packHistory(run.history) });
    this.#sent.add(run.id);
    if (this.#sentWeights.has(run.id)) return;
    const last = this.#snapshots.last(run.id);
    if (last) {
      this.#sentWeights.add(run.id);
      this.#send(weightsFrame(run.id, last.weights));
    } else if (pictured && !this.#fetched.has(run.id)) {
      this.#fetched.add(run.id);
      this.#fetch(run.id);
    }
  }
}

/**
 * @param {number | string} run
 * @param {Float32Array} weights W, then b
 * @returns {Frame}
 */
function weightsFrame(run, weights) {
  const { weights: rows, bias } = apart(weights);
  return { frame: "weights", run, weights: rows, bias };
}
