/** @import {StateEvent} from "./protocol.js" */
/** @import {Mirror} from "./mirror.js" */

/** More than this many a run are thinned out: every second one goes. */
const most = 120;

/** @typedef {{stride: number, byEpoch: Map<number, Float32Array>}} Film the snapshots of a run, epochs ascending */

/**
 * What the weights were after each epoch: W, row by row, then b, of every run of this visit.
 * They are apart from the mirror, which is copied at each change.
 */
export class Snapshots {
  /** @type {Map<number, Film>} by run */
  #films = new Map();

  /**
   * Takes what an event says about snapshots. Call it before the mirror forgets a run that was reset.
   * @param {StateEvent} event
   * @param {Mirror} mirror
   */
  apply(event, mirror) {
    if (event.event === "EpochFinished" && event.weights) this.add(event.run, event.epoch, event.weights);
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
    if (last !== undefined && last % film.stride !== 0) film.byEpoch.delete(last);
    film.byEpoch.delete(epoch);
    film.byEpoch.set(epoch, weights);
    while (film.byEpoch.size > most) thin(film, epoch);
  }

  /**
   * The epochs of which there are snapshots, ascending; the last is always among them.
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
  }

  /** @param {number} run */
  forget(run) {
    this.#films.delete(run);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #move(from, to) {
    const film = this.#films.get(from);
    if (film) this.#films.set(to, film);
    this.#films.delete(from);
  }
}

/**
 * @param {Film} film
 * @param {number} latest is kept whatever the stride
 */
function thin(film, latest) {
  film.stride *= 2;
  for (const epoch of film.byEpoch.keys()) {
    if (epoch % film.stride !== 0 && epoch !== latest) film.byEpoch.delete(epoch);
  }
}
