// The page's own worker, as the page drives it: through the protocol, with its events and its turns for the event loop.

import { Team } from "../../js/crew.js";
import { LoaderClient } from "../../js/loader_client.js";
import { WorkerClient } from "../../js/worker_client.js";
import { record } from "../work.js";

/** @typedef {import("../../js/protocol.js").HistoryPoint} HistoryPoint */
/** @typedef {import("../../js/protocol.js").Role} Role */
/** @typedef {import("../../js/protocol.js").Settings} Settings */
/** @typedef {import("../work.js").Work} Work */

/** @typedef {{l2: number, learningRate: number}} Setting  one of the report's four */

const startWorker = (/** @type {string} */ name) => new Worker("/js/worker.js", { name });

export class Trainer {
  /** @type {Map<number, HistoryPoint>} by run */
  #last = new Map();
  #told = () => {};

  /** @param {Worker} worker */
  constructor(worker) {
    this.worker = worker;
    this.client = new WorkerClient(worker);
    this.client.on("changed", (event) => this.#note(event));
  }

  /** @param {import("../../js/protocol.js").StateEvent} event */
  #note(event) {
    if (event.event !== "EpochFinished") return;
    const { epoch, train, validation } = event;
    this.#last.set(event.run, { epoch, train, validation });
    this.#told();
  }

  /**
   * A worker with data, in shards of one role each, handed over a thousand images at a time, as the page's loader does.
   * @param {{role: Role, records: Uint8Array}[]} shards
   */
  static async start(shards) {
    const trainer = new Trainer(startWorker("trainer"));
    await trainer.client.ready;
    const named = shards.map((shard, i) => ({ ...shard, name: `shard ${i}` }));
    async function* pieces() {
      for (const { name, records } of named) {
        const images = records.length / record;
        for (let from = 0; from < images; from += 1000) yield { name, title: "", fingerprint: "", images, records: records.slice(from * record, (from + 1000) * record) };
      }
    }
    const loader = new LoaderClient(trainer.client, () => startWorker("loader"));
    await loader.stream(pieces(), { roles: Object.fromEntries(named.map(({ name, role }) => [name, role])), holdOut: { validation: 0, test: 0 } });
    return trainer;
  }

  close() {
    this.worker.terminate();
  }

  /**
   * Milliseconds from the command to the end of the epoch, evaluations and all, and what came out.
   * @param {Work} work
   */
  async epoch({ weights, batch, l2, learningRate }) {
    const settings = { l2, learningRate, batchSize: batch, epochs: 1, seed: 1, shuffle: false };
    const from = { epoch: 0, step: 0, weights, history: new Float64Array() };
    const { id } = await this.client.send("fork", { name: "bench", settings, from });
    const finished = this.#epochFinished(id, 1);
    const start = performance.now();
    await this.client.send("play", {});
    const point = await finished;
    return { milliseconds: performance.now() - start, train: point.train, validation: point.validation };
  }

  /**
   * Trains settings one after the other; returns the milliseconds and the last point of each.
   * @param {Setting[]} settings
   * @param {number} epochs
   */
  async oneByOne(settings, epochs) {
    const start = performance.now();
    const last = [];
    for (const setting of settings) {
      const { id } = await this.client.send("newRun", { settings: whole(setting, epochs) });
      const finished = this.#epochFinished(id, epochs);
      await this.client.send("play", {});
      last.push(await finished);
    }
    return { milliseconds: performance.now() - start, last };
  }

  /**
   * Trains settings side by side, in as many workers as there are cores, as the page's Report does.
   * @param {Setting[]} settings
   * @param {number} epochs
   */
  async together(settings, epochs) {
    const team = new Team(this.client, () => startWorker("crew"), navigator.hardwareConcurrency);
    team.on("event", ({ event, home }) => {
      this.client.mirror.apply(event, home); // as the page does
      this.#note(event);
    });
    const start = performance.now();
    const { ids, finished } = await team.start(settings.map((setting, i) => ({ name: `${i}`, settings: whole(setting, epochs) })));
    await finished;
    const milliseconds = performance.now() - start;
    return { milliseconds, last: ids.map((id) => this.#last.get(id)) };
  }

  /**
   * @param {number} run
   * @param {number} epoch
   * @returns {Promise<HistoryPoint>}
   */
  async #epochFinished(run, epoch) {
    for (;;) {
      const point = this.#last.get(run);
      if (point?.epoch === epoch) return point;
      await new Promise((resolve) => (this.#told = () => resolve(undefined)));
    }
  }
}

/**
 * @param {Setting} setting
 * @param {number} epochs
 * @returns {Settings}
 */
function whole(setting, epochs) {
  return { ...setting, batchSize: 100, epochs, seed: 1, shuffle: false };
}

/**
 * The first images of a file.
 * @param {Uint8Array} records
 * @param {number} images
 */
export function first(records, images) {
  return records.slice(0, images * record);
}

/**
 * A shard's images with every pixel changed a little, so that they are other images.
 * @param {Uint8Array} records
 * @param {number} change  1, 2, …
 */
export function varied(records, change) {
  return records.map((byte, at) => (at % record === 0 ? byte : byte ^ change));
}
