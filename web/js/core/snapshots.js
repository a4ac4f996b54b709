/** @import {Carried, TrainerEvent} from "./protocol.js" */
/** @import {Mirror} from "./mirror.js" */

/** With more than this many per run, every second one is dropped. */
const most = 120;

/** @typedef {{stride: number, byEpoch: Map<number, Float32Array>}} Film the snapshots of a run, epochs ascending */

/**
 * What the weights were after each epoch: W, row by row, then b, of every run of this visit.
 * They are apart from the mirror, which is copied at each change.
 */
export class Snapshots {
  /** @type {Map<number, Film>} by run */
  #films = new Map();

  /** @type {Map<number, {epoch: number, carried: Carried}>} by run, of its last epoch */
  #carried = new Map();

  /** The viewed epoch, which thinning keeps. @type {{run: number, epoch: number} | null} */
  looked = null;

  /**
   * Updates the snapshots by an event. Call it before the mirror forgets a run that was reset.
   * @param {TrainerEvent} event
   * @param {Mirror} mirror
   */
  apply(event, mirror) {
    if (event.event === "EpochFinished" && event.weights) {
      this.add(event.run, event.epoch, event.weights);
      this.carry(event.run, event.epoch, event.carried ?? null);
    }
    if (event.event === "RunArchived" && mirror.current) this.#move(mirror.current.id, event.run.id);
    if (event.event === "RunReset") this.forget(event.run.id);
  }

  /**
   * @param {number} run
   * @param {number} epoch
   * @param {Float32Array} weights
   */
  add(run, epoch, weights) {
    const film = this.#films.get(run) ?? { stride: 1, byEpoch: new Map() };
    this.#films.set(run, film);
    const last = [...film.byEpoch.keys()].at(-1);
    if (last !== undefined && last % film.stride !== 0 && !(this.looked?.run === run && this.looked.epoch === last))
      film.byEpoch.delete(last);
    film.byEpoch.delete(epoch);
    film.byEpoch.set(epoch, weights);
    const looked = this.looked?.run === run ? this.looked.epoch : epoch;
    while (film.byEpoch.size > most) thin(film, epoch, looked);
  }

  /**
   * Records what a run needs besides its weights to go on from its last epoch, if anything.
   * @param {number} run
   * @param {number} epoch
   * @param {Carried | null} carried
   */
  carry(run, epoch, carried) {
    if (carried) this.#carried.set(run, { epoch, carried });
    else this.#carried.delete(run);
  }

  /** What a run needs besides its weights, and after which epoch. @param {number} run */
  carriedOf(run) {
    return this.#carried.get(run) ?? null;
  }

  /**
   * The epochs with a snapshot, ascending; the last is always among them.
   * @param {number} run
   * @returns {number[]}
   */
  epochs(run) {
    return [...(this.#films.get(run)?.byEpoch.keys() ?? [])];
  }

  /**
   * @param {number} run
   * @param {number} epoch
   */
  at(run, epoch) {
    return this.#films.get(run)?.byEpoch.get(epoch) ?? null;
  }

  /**
   * The latest weights and their epoch.
   * @param {number} run
   */
  last(run) {
    const epoch = this.epochs(run).at(-1);
    const weights = epoch === undefined ? null : this.at(run, epoch);
    return epoch !== undefined && weights ? { epoch, weights } : null;
  }

  /**
   * Gives a fork its past.
   * @param {number} from
   * @param {number} to
   * @param {number} until the last epoch that both share
   */
  copy(from, to, until) {
    for (const epoch of this.epochs(from)) {
      const weights = this.at(from, epoch);
      if (weights && epoch <= until && !this.at(to, epoch)) this.add(to, epoch, weights);
    }
    const carried = this.#carried.get(from);
    if (carried?.epoch === until) this.#carried.set(to, carried);
  }

  /** Drops the weights of a stored run, but not what it needs to go on. @param {number} run */
  dropFilm(run) {
    this.#films.delete(run);
  }

  /** @param {number} run */
  forget(run) {
    this.#films.delete(run);
    this.#carried.delete(run);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #move(from, to) {
    const film = this.#films.get(from);
    if (film) this.#films.set(to, film);
    this.#films.delete(from);
    const carried = this.#carried.get(from);
    if (carried) this.#carried.set(to, carried);
    this.#carried.delete(from);
  }
}

/**
 * @param {Film} film
 * @param {number} latest is kept whatever the stride
 * @param {number} looked the viewed one is kept too
 */
function thin(film, latest, looked) {
  film.stride *= 2;
  for (const epoch of film.byEpoch.keys()) {
    if (epoch % film.stride !== 0 && epoch !== latest && epoch !== looked) film.byEpoch.delete(epoch);
  }
}
