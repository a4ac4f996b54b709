import { figureNames, unpackHistory } from "./history.js";
import { pick } from "./pick.js";

/**
 * @import {ByClass, Data, HistoryPoint, Progressed, RunSummary, SettingName} from "./protocol.js"
 * @import {Settings, TrainerEvent} from "./protocol.js"
 */

/**
 * What only the page knows about a run.
 * @typedef {object} PageNotes
 * @property {RunPoint[]} history
 * @property {Data | null} data what it is trained on
 * @property {Progressed | null} progress
 * @property {number} colour its place in the cycle of colours
 * @property {string} home who has its weights: "main", the name of a crew's worker, or "page"
 * @property {number} savedAt when it was stored, if this page didn't train it; else 0
 * @property {ReportPart | null} report
 */

/**
 * A point with the right images of validation class by class, where they were counted.
 * @typedef {HistoryPoint & {byClass?: ByClass | null}} RunPoint
 */

/**
 * A run that is one of the report's four, trained together with the others.
 * @typedef {{group: string, setting: string, seconds: number}} ReportPart
 */

/** A run as the page knows it. @typedef {RunSummary & PageNotes} Run */

/**
 * The page's list of runs and the rest of the workers' state: built from their events, except for
 * runs that the page keeps itself.
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

  #colours = 0;

  /** The run that the controls act on. */
  get current() {
    return this.runs.at(-1) ?? null;
  }

  /** @param {number} id */
  find(id) {
    return this.runs.find((run) => run.id === id);
  }

  /**
   * @param {TrainerEvent} event
   * @param {string} home the worker it comes from
   */
  apply(event, home = "main") {
    switch (event.event) {
      case "DataOpened":
        this.data = event.data;
        break;
      case "SettingsChanged":
        this.settings = event.settings;
        this.deferred = event.deferred;
        break;
      case "RunStarted":
        this.runs.push(this.#run(event.run, home));
        break;
      case "RunJoined":
        this.#join(event.run, home);
        break;
      case "RunRemoved":
        this.remove(event.run);
        break;
      case "RunArchived":
        this.#archive(event.run, event.history);
        break;
      case "RunReset":
        this.update(event.run.id, { ...event.run, history: [], data: this.data, progress: null });
        break;
      case "RunChanged":
        this.update(event.run.id, event.run);
        break;
      case "Progressed":
        this.update(event.run, { epoch: event.epoch, inEpoch: event.inEpoch, step: event.step, progress: event });
        break;
      case "EpochFinished":
        this.#addPoint(event.run, event);
    }
  }

  /**
   * Puts runs that the page keeps itself at the start of the list, or where they were.
   * @param {Run[]} runs
   * @param {number} at
   */
  insert(runs, at = 0) {
    this.#colours = Math.max(this.#colours, ...runs.map(({ colour }) => colour + 1));
    const { current } = this;
    if (current && runs.some(({ colour }) => colour === current.colour))
      this.update(current.id, { colour: this.#colours++ });
    this.runs.splice(Math.min(at, Math.max(0, this.runs.length - 1)), 0, ...runs);
  }

  /**
   * Puts runs that joined in any order into this one, just before the current run.
   * @param {number[]} ids
   */
  arrange(ids) {
    const joined = ids.map((id) => this.find(id)).filter((run) => run !== undefined);
    const colours = joined.map(({ colour }) => colour).sort((a, b) => a - b);
    const others = this.runs.filter(({ id }) => !ids.includes(id));
    this.runs = [
      ...others.slice(0, -1),
      ...joined.map((run, i) => ({ ...run, colour: colours[i] ?? run.colour })),
      ...others.slice(-1),
    ];
  }

  /** @param {number} id */
  remove(id) {
    this.runs = this.runs.filter((run) => run.id !== id);
  }

  /**
   * @param {number} id
   * @param {Partial<Run>} changes
   */
  update(id, changes) {
    this.runs = this.runs.map((run) => (run.id === id ? { ...run, ...changes } : run));
  }

  /**
   * Adds a run to the list, or moves it to the worker that replaces one that has ended.
   * @param {RunSummary} summary
   * @param {string} home
   */
  #join(summary, home) {
    if (this.find(summary.id)) this.update(summary.id, { ...summary, home });
    else this.runs.splice(-1, 0, this.#run(summary, home));
  }

  /**
   * @param {RunSummary} summary
   * @param {string} home
   * @returns {Run}
   */
  #run(summary, home) {
    return {
      ...summary,
      history: [],
      data: this.data,
      progress: null,
      colour: this.#colours++,
      home,
      savedAt: 0,
      report: null,
    };
  }

  /**
   * @param {RunSummary} summary
   * @param {Float64Array} history
   */
  #archive(summary, history) {
    const run = this.#run(summary, "main");
    this.runs.splice(-1, 0, { ...run, history: unpackHistory(history), data: this.current?.data ?? null });
  }

  /**
   * @param {number} id
   * @param {RunPoint} told
   */
  #addPoint(id, told) {
    const run = this.find(id);
    if (!run) return;
    const { epoch, step, byClass } = told;
    const point = { ...pick(told, ["epoch", "train", "validation", ...figureNames]), ...(byClass && { byClass }) };
    run.history = [...run.history.filter((old) => old.epoch < epoch), point];
    if (run.step < step) Object.assign(run, { epoch, inEpoch: 0, step });
  }
}
