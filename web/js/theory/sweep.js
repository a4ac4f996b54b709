import { deferred } from "../core/deferred.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/** @import {Crew} from "../core/crew.js" */
/** @import {Deferred} from "../core/deferred.js" */
/** @import {Metrics, Settings, TrainerEvent} from "../core/protocol.js" */
/** @import {WorkerClient} from "../core/worker_client.js" */

/** @typedef {{at: number, settings: Settings}} Wanted a run, and its place on the axis */
/** @typedef {{least: number, mean: number, most: number}} Spread */
/** @typedef {{at: number, train: Spread, validation: Spread}} Place errors at a place on the axis, over the seeds */

/**
 * Trains runs that differ in one setting, each from several seeds, side by side on workers of their own.
 * @extends {Emitter<{progressed: number}>} the share of the epochs that are done
 */
export class Sweep extends Emitter {
  #client;
  #crew;
  /** @type {{epoch: number, over: boolean, train: Metrics, validation: Metrics}[]} */
  #cells = [];
  #epochs = 1;
  /** @type {Deferred<void> | null} */
  #end = null;

  /**
   * @param {WorkerClient} client the first worker's
   * @param {Crew} crew
   */
  constructor(client, crew) {
    super();
    this.#client = client;
    this.#crew = crew;
    crew.on("event", (event) => this.#hear(event));
    crew.on("outdated", () => this.stop());
  }

  get active() {
    return this.#end !== null;
  }

  /**
   * Resolves with the errors at each place once all runs are over.
   * @param {Wanted[]} wanted
   * @returns {Promise<Place[]>}
   */
  async run(wanted) {
    const { data } = this.#client.mirror;
    if (!data || wanted.length === 0) throw new Error(t("There are no data yet."));
    this.stop();
    this.#end = deferred();
    const ended = this.#end.promise;
    try {
      const none = { loss: NaN, cost: NaN, accuracy: NaN };
      this.#cells = wanted.map(() => ({ epoch: 0, over: false, train: none, validation: none }));
      this.#epochs = wanted[0]?.settings.epochs ?? 1;
      const cells = wanted.map(({ settings }, id) => ({ id, settings }));
      const members = await this.#crew.gather(cells.length, data);
      await Promise.all(
        members.map((member, i) =>
          member.send("startSweep", { cells: cells.filter(({ id }) => id % members.length === i) }),
        ),
      );
      await ended;
      return placesOf(wanted, this.#cells);
    } finally {
      this.#crew.dismiss();
      this.#end = null;
    }
  }

  /** Stops the sweep: it rejects. */
  stop() {
    this.#end?.reject(new Error(t("The runs were stopped before their end.")));
  }

  /** @param {TrainerEvent} event */
  #hear(event) {
    if (event.event === "Failed") this.#end?.reject(new Error(event.message));
    const cell = event.event === "CellMeasured" ? this.#cells[event.cell] : undefined;
    if (!cell || event.event !== "CellMeasured") return;
    const { epoch, train, validation, status } = event;
    Object.assign(cell, { epoch, train, validation, over: status === "finished" || status === "diverged" });
    const done = this.#cells.reduce((sum, { epoch, over }) => sum + (over ? this.#epochs : epoch), 0);
    this.emit("progressed", done / (this.#epochs * this.#cells.length));
    if (this.#cells.every(({ over }) => over)) this.#end?.resolve();
  }
}

/**
 * The errors, 1 − accuracy, at each place: the mean, minimum and maximum over its runs.
 * @param {Wanted[]} wanted
 * @param {{train: Metrics, validation: Metrics}[]} found
 * @returns {Place[]}
 */
export function placesOf(wanted, found) {
  const places = [...new Set(wanted.map(({ at }) => at))].sort((a, b) => a - b);
  return places.map((at) => {
    const here = found.filter((_, i) => wanted[i]?.at === at);
    return {
      at,
      train: spread(here.map(({ train }) => 1 - train.accuracy)),
      validation: spread(here.map(({ validation }) => 1 - validation.accuracy)),
    };
  });
}

/** @param {number[]} values @returns {Spread} */
function spread(values) {
  return {
    least: Math.min(...values),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    most: Math.max(...values),
  };
}
