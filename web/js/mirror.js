import { unpackHistory } from "./protocol.js";

/** @import {Data, HistoryPoint, Progress, RunSummary, SettingName, Settings, StateEvent} from "./protocol.js" */

/**
 * A run as the page knows it.
 * @typedef {RunSummary & {history: HistoryPoint[], data: Data | null, progress: Progress | null}} Run
 */

/**
 * The page's copy of what the worker knows, built from the worker's events alone.
 */
export class Mirror {
  /** @type {Data | null} */
  data = null;
  /** @type {Settings | null} */
  settings = null;
  /** @type {SettingName[]} settings that wait for the next reset */
  deferred = [];
  /** @type {Run[]} newest last; the last is the current one */
  runs = [];

  /** The run that the controls act on. */
  get current() {
    return this.runs.at(-1) ?? null;
  }

  /** @param {StateEvent} event */
  apply(event) {
    switch (event.event) {
      case "DataOpened":
        this.data = event.data;
        break;
      case "SettingsChanged":
        this.settings = event.settings;
        this.deferred = event.deferred;
        break;
      case "RunStarted":
        this.runs.push(this.#run(event.run));
        break;
      case "RunArchived":
        this.runs.splice(-1, 0, this.#run(event.run, unpackHistory(event.history), this.current?.data));
        break;
      case "RunReset":
        this.#update(event.run.id, { ...event.run, history: [], data: this.data, progress: null });
        break;
      case "RunChanged":
        this.#update(event.run.id, event.run);
        break;
      case "Progressed":
        this.#update(event.run, { epoch: event.epoch, step: event.step, progress: event });
        break;
      case "EpochFinished":
        this.#addPoint(event.run, event);
    }
  }

  /**
   * @param {RunSummary} summary
   * @param {HistoryPoint[]} history
   * @param {Data | null} data what it was trained on
   * @returns {Run}
   */
  #run(summary, history = [], data = this.data) {
    return { ...summary, history, data, progress: null };
  }

  /**
   * @param {number} id
   * @param {Partial<Run>} changes
   */
  #update(id, changes) {
    this.runs = this.runs.map((run) => (run.id === id ? { ...run, ...changes } : run));
  }

  /**
   * @param {number} id
   * @param {HistoryPoint} point
   */
  #addPoint(id, { epoch, train, validation }) {
    const run = this.runs.find((run) => run.id === id);
    if (!run) return;
    run.history = [...run.history.filter((old) => old.epoch < epoch), { epoch, train, validation }];
    run.epoch = epoch;
  }
}
