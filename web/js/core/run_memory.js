import { Emitter } from "./emitter.js";
import { complete } from "./options.js";
import { pick } from "./pick.js";
import { runAt, wholePoint } from "./record.js";
import { joinTabs, livingTabs } from "./this_tab.js";
import { english } from "../texts/told.js";
import { t } from "../texts/texts.js";

/** @import {Mirror, Run} from "./mirror.js" */
/** @import {RunNews} from "./run_news.js" */
/** @import {Pause, RunStore, StoredRun} from "./run_store.js" */
/** @import {Said} from "./protocol.js" */
/** @import {Snapshots} from "./snapshots.js" */
/** @import {Tab} from "./this_tab.js" */

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

/** The number in a run's name, Run 3; 0 without. @param {Said} name */
function numberIn(name) {
  return Number(/^Run (\d+)/.exec(english(name))?.[1] ?? 0);
}

/**
 * Stores runs as they train, and restores them after a reload.
 * @extends {Emitter<{changed: void, failed: string, dropped: number, renewed: number}>} renewed: a run that goes on in
 *   another tab
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
  /** Writes don't wait for each other: the page is being left. */
  #leaving = false;
  /** The current run when it was stored last. */
  #current = NaN;
  /** @type {Map<number, Pause>} where runs are paused within an epoch */
  #pauses = new Map();
  /** @type {number[]} runs that were another page's current one when it ended, best first */
  #interrupted = [];
  /** The tabs whose current run one of the list is. @type {Map<number, string>} */
  #tabs = new Map();
  #tab = "";
  #join;
  #news;
  /** What other tabs have told is taken in one by one, after the runs of earlier visits. @type {Promise<void>} */
  #taking = Promise.resolve();
  /** @type {(count: number, named: number) => Promise<number[]>} */
  #reserve = async () => [];
  /** @type {Promise<void>} one write after the other */
  #writing = Promise.resolve();

  /**
   * @param {RunStore} store
   * @param {Mirror} mirror
   * @param {Snapshots} snapshots
   * @param {() => Promise<Tab>} join
   * @param {RunNews | null} news of other tabs
   */
  constructor(store, mirror, snapshots, join = joinTabs, news = null) {
    super();
    this.#join = join;
    this.#news = news;
    news?.on("stored", (key) => (this.#taking = this.#taking.then(() => this.#take(key)).catch(() => {})));
    news?.on("gone", (keys) => (this.#taking = this.#taking.then(() => this.#drop(keys))));
    this.#store = store;
    this.#mirror = mirror;
    this.#snapshots = snapshots;
  }

  /**
   * Puts the stored runs into the list.
   * @param {(count: number, named: number) => Promise<number[]>} reserve gives new ids, and the next runs names with
   *   higher numbers
   */
  restore(reserve) {
    this.#reserve = reserve;
    const restored = this.#restore();
    this.#taking = restored;
    return restored;
  }

  async #restore() {
    try {
      const tab = await this.#join(); // after it the page before a reload has stored its last
      this.#tab = tab.id;
      const stored = await this.#store.runs();
      if (stored.length === 0) return;
      const ids = await this.#reserve(stored.length, Math.max(0, ...stored.map(({ name }) => numberIn(name))));
      const runs = stored.map((run, i) => this.#know(run, ids[i] ?? NaN));
      this.#interrupted = interrupted(stored, tab).map((i) => ids[i] ?? NaN);
      this.#mirror.insert(runs);
      this.emit("changed", undefined);
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * @param {StoredRun} stored
   * @param {number} id
   */
  #know(stored, id) {
    const { key, carried, pause, tab } = stored;
    this.#keys.set(id, key);
    this.#snapshots.carry(id, carried?.epoch ?? 0, carried?.carried ?? null);
    if (pause) this.#pauses.set(id, pause);
    else this.#pauses.delete(id);
    this.#tabs.set(id, tab ?? "");
    return restoredRun(stored, id);
  }

  /** Another tab has stored a run: it joins the list, or is shown as it is now. @param {string} key */
  async #take(key) {
    const stored = await this.#store.run(key);
    if (!stored) return;
    const [known] = [...this.#keys].find(([, other]) => other === key) ?? [];
    const here = known !== undefined && this.#mirror.find(known)?.home !== "page";
    if (here) return; // it goes on in this tab
    if (known === undefined) {
      const [id = NaN] = await this.#reserve(1, numberIn(stored.name));
      const colour = 1 + Math.max(...this.#mirror.runs.map((run) => run.colour));
      this.#mirror.insert([{ ...this.#know(stored, id), colour }], Infinity);
    } else {
      const colour = this.#mirror.find(known)?.colour ?? 0;
      this.#mirror.update(known, { ...this.#know(stored, known), colour });
      const shown = this.#snapshots.epochs(known).length > 0;
      this.#snapshots.dropFilm(known);
      if (shown) await this.load(known);
      this.emit("renewed", known);
    }
    this.emit("changed", undefined);
  }

  /** Another tab has removed runs. @param {string[] | "all"} keys */
  #drop(keys) {
    if (keys === "all") this.#stored.clear(); // of runs that go on here all is to be stored again
    for (const [id, key] of this.#keys) {
      if (this.#mirror.find(id)?.home !== "page" || (keys !== "all" && !keys.includes(key))) continue;
      this.#mirror.remove(id);
      this.#unlink(id);
      this.#snapshots.forget(id);
    }
    this.emit("changed", undefined);
  }

  /** Whether a run is the current one of another tab, which lives. @param {number} id */
  async elsewhere(id) {
    const tab = this.#tabs.get(id);
    return Boolean(tab) && tab !== this.#tab && (await livingTabs()).has(/** @type {string} */ (tab));
  }

  /** The run that was the current one when this tab was left, or one that has died, if it was not at its end. */
  get interrupted() {
    return this.#interrupted[0] ?? null;
  }

  /** Where a run is paused within an epoch, if it is there. @param {number} id */
  pauseOf(id) {
    return this.#pauses.get(id) ?? null;
  }

  /**
   * Stores at once where a run is paused within an epoch.
   * @param {number} id
   * @param {Pause} pause
   */
  paused(id, pause) {
    this.#pauses.set(id, pause);
    this.note(id);
    this.flush();
  }

  /**
   * A run continues under another number, with what is stored of it.
   * @param {number} from
   * @param {number} to
   */
  moved(from, to) {
    this.archived(from, to);
    this.#interrupted = this.#interrupted.filter((id) => id !== from);
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
   * A reset has given the past of a run its own number; what is stored moves there.
   * @param {number} run
   * @param {number} archived
   */
  archived(run, archived) {
    const [key, stored] = [this.#keys.get(run), this.#stored.get(run)];
    if (key && this.#keys.has(archived)) this.forget(archived); // stored already, as a run of its own
    if (key) this.#keys.set(archived, key);
    if (stored) this.#stored.set(archived, stored);
    this.#keys.delete(run);
    this.#stored.delete(run);
    this.#pauses.delete(run);
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
      const film = await this.#store.snapshots(key);
      for (const [epoch, weights] of film) this.#snapshots.add(id, epoch, weights);
      this.#stored.set(id, new Set(film.map(([epoch]) => epoch)));
      this.emit("changed", undefined);
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Drops films of stored runs when there are too many in memory.
   * @param {Set<number>} needed runs that are shown
   */
  makeRoom(needed) {
    const spare = this.#mirror.runs.filter(
      ({ id, status }) =>
        this.#keys.has(id) &&
        !this.#changed.has(id) &&
        !needed.has(id) &&
        status !== "running" &&
        this.#snapshots.epochs(id).length > 0,
    );
    for (const { id } of spare.slice(0, Math.max(0, spare.length - mostFilms))) this.#snapshots.dropFilm(id);
  }

  /** Stores at once what has changed. Resolves when it is written. */
  flush() {
    clearTimeout(this.#timer);
    this.#save();
    return this.#writing;
  }

  /** Stores what has changed while the page is being left: there is no time to wait for earlier writes. */
  leave() {
    this.#leaving = true;
    clearTimeout(this.#timer);
    this.#save();
    this.#leaving = false;
  }

  /** @param {number} id */
  forget(id) {
    const key = this.#keys.get(id);
    this.#unlink(id);
    if (!key) return;
    this.#queue(async () => {
      await this.#store.remove([key]);
      this.#news?.tell({ gone: [key] });
    });
  }

  /** What is stored of a run is no longer its own. @param {number} id */
  #unlink(id) {
    this.#keys.delete(id);
    this.#stored.delete(id);
    this.#changed.delete(id);
  }

  /** Forgets all that is stored. Resolves when it is gone. */
  clear() {
    this.#keys.clear();
    this.#stored.clear();
    this.#changed.clear();
    return this.#queue(async () => {
      await this.#store.clear();
      this.#news?.tell({ gone: "all" });
    });
  }

  #save() {
    this.#timer = 0;
    this.#noteCurrent();
    const ids = [...this.#changed];
    this.#changed.clear();
    for (const id of ids) {
      const run = this.#mirror.find(id);
      if (run && run.epoch > 0) this.#put(run);
    }
    for (const id of [...this.#keys.keys()].filter((id) => !this.#mirror.find(id))) this.forget(id);
    const surplus = this.#mirror.runs.filter(({ id }) => this.#keys.has(id)).slice(0, -mostRuns);
    for (const { id } of surplus) this.forget(id); // they stay on the list until the next reload
    if (surplus.length > 0) this.emit("dropped", mostRuns);
  }

  /** The current run has changed: the previous one and interrupted ones no longer resume by themselves. */
  #noteCurrent() {
    const { current } = this.#mirror;
    if (!current || current.epoch === 0 || current.id === this.#current) return;
    for (const id of [this.#current, ...this.#interrupted]) if (this.#keys.has(id)) this.#changed.add(id);
    this.#current = current.id;
    this.#interrupted = [];
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
    const carried = this.#snapshots.carriedOf(run.id);
    const dropped = epochs.length > 0 ? [...stored].filter((epoch) => !chosen.has(epoch)) : [];
    if (epochs.length > 0) this.#stored.set(run.id, chosen);
    const goesOn = run.id === this.#mirror.current?.id && (run.status === "running" || run.status === "paused");
    const pause = this.#pauses.get(run.id);
    if (pause && pause.step !== run.step && run.home !== "page") this.#pauses.delete(run.id);
    const record = {
      ...storedRun(run, key),
      carried,
      pause: this.#pauses.get(run.id),
      writtenAt: Date.now(),
      tab: goesOn ? this.#tab : "",
    };
    this.#queue(async () => {
      await this.#store.put(record, added, dropped);
      this.#news?.tell({ stored: key });
    });
  }

  /** @param {() => Promise<void>} write */
  #queue(write) {
    const begun = this.#leaving ? write() : this.#writing.then(write);
    this.#writing = begun.catch((error) => this.#fail(error));
    return this.#writing;
  }

  /**
   * Storage may be blocked or full: say so once, and continue without it.
   * @param {unknown} error
   */
  #fail(error) {
    if (this.#broken) return;
    this.#broken = true;
    const why =
      error instanceof DOMException && error.name === "QuotaExceededError"
        ? t("The browser’s storage is full")
        : t("The browser’s storage can’t be used");
    this.emit("failed", t("{why}: the list of runs will not survive a reload.", { why }));
  }
}

/**
 * Places of the runs that were interrupted: this tab's own first, then the latest of tabs that are gone.
 * @param {StoredRun[]} stored
 * @param {Tab} tab
 */
function interrupted(stored, { id, living }) {
  const rank = (/** @type {number} */ i) => (stored[i]?.tab === id ? Infinity : (stored[i]?.writtenAt ?? 0));
  const places = stored.flatMap(({ tab, status }, i) =>
    tab && !living.has(tab) && /^(running|paused)$/.test(status) ? i : [],
  );
  return places.sort((a, b) => rank(b) - rank(a));
}

/** The fields of a run that are stored unchanged. */
const storedNames = /** @type {const} */ ([
  "name",
  "settings",
  "status",
  "epoch",
  "inEpoch",
  "step",
  "changes",
  "stepsPerEpoch",
  "test",
  "tests",
  "message",
  "history",
  "data",
  "colour",
  "report",
]);

/**
 * @param {Run} run
 * @param {string} key
 * @returns {StoredRun}
 */
function storedRun(run, key) {
  return { key, savedAt: run.savedAt || Date.now(), ...pick(atItsWeights(run), storedNames) };
}

/**
 * A run as it was after its last epoch: weights are stored of epochs only.
 * @param {Run} run
 */
function atItsWeights(run) {
  const last = run.history.at(-1);
  return run.inEpoch && last && run.status !== "diverged" ? runAt(run, last) : run;
}

/**
 * @param {StoredRun} stored
 * @param {number} id
 * @returns {Run}
 */
function restoredRun({ key: _, carried: _carried, pause: _pause, tab: _tab, writtenAt: _writtenAt, ...run }, id) {
  const status = run.status === "running" ? "paused" : run.status;
  const history = run.history.map((point) => wholePoint(point, run));
  const settings = complete(run.settings);
  return {
    ...run,
    settings,
    tests: run.tests ?? {},
    changes: run.changes ?? [],
    inEpoch: run.inEpoch ?? 0,
    history,
    id,
    status,
    progress: null,
    home: "page",
  };
}
