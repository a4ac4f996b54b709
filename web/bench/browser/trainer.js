// The page's own worker, as the page drives it: through the protocol, with its events and its turns for the event loop.

import { Crew } from "../../js/core/crew.js";
import { Helpers } from "../../js/core/helpers.js";
import { bestSettings } from "../../js/core/settings.js";
import { Team } from "../../js/core/team.js";
import { Grid } from "../../js/grid/grid.js";
import { LoaderClient } from "../../js/core/loader_client.js";
import { WorkerClient } from "../../js/core/worker_client.js";
import { record } from "../work.js";

/** @typedef {import("../../js/core/protocol.js").HistoryPoint} HistoryPoint */
/** @typedef {import("../../js/core/protocol.js").Role} Role */
/** @typedef {import("../../js/core/protocol.js").Settings} Settings */
/** @typedef {import("../work.js").Work} Work */

/** @typedef {{l2: number, learningRate: number}} Setting  one of the report's four */

/** The training program, compiled once for all workers, as the page does. @type {Promise<WebAssembly.Module> | null} */
let program = null;

/** @param {string} name */
function startWorker(name) {
  const worker = new Worker("/js/worker/worker.js", { name });
  if (name === "loader") return worker; // it brings a program of its own
  program ??= WebAssembly.compileStreaming(fetch("/trainer.wasm"));
  program.then(
    (module) => worker.postMessage({ module }),
    (error) => worker.postMessage({ failed: `${error}` }),
  );
  return worker;
}

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

  /** @param {import("../../js/core/protocol.js").TrainerEvent} event */
  #note(event) {
    if (event.event !== "EpochFinished") return;
    this.#last.set(event.run, event);
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
        for (let from = 0; from < images; from += 1000)
          yield {
            name,
            title: "",
            fingerprint: "",
            images,
            records: records.slice(from * record, (from + 1000) * record),
          };
      }
    }
    const loader = new LoaderClient(
      trainer.client,
      () => startWorker("loader"),
      async () => null,
    );
    await loader.stream(pieces(), {
      roles: Object.fromEntries(named.map(({ name, role }) => [name, role])),
      holdOut: { validation: 0, test: 0 },
    });
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
    const from = { epoch: 0, inEpoch: 0, step: 0, changes: [], weights, history: new Float64Array() };
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
    const team = new Team(
      this.client,
      () => startWorker("crew"),
      navigator.hardwareConcurrency,
      (run) => Promise.reject(new Error(`run ${run} has ended`)),
    );
    team.on("event", ({ event, home }) => {
      this.client.mirror.apply(event, home); // as the page does
      this.#note(event);
    });
    const start = performance.now();
    const { ids, finished } = await team.start(
      settings.map((setting, i) => ({ name: `${i}`, settings: whole(setting, epochs) })),
    );
    await finished;
    const milliseconds = performance.now() - start;
    return { milliseconds, last: ids.map((id) => this.#last.get(id)) };
  }

  /**
   * Searches over settings as the page's Grid does, on this many cores.
   * @param {Partial<import("../../js/grid/cells.js").Plan>} plan
   * @param {number} cores
   */
  async grid(plan, cores) {
    const crew = new Crew(this.client, () => startWorker("crew"), cores);
    const start = performance.now();
    const found = await new Grid(this.client, crew).search(plan);
    const milliseconds = performance.now() - start;
    crew.dismiss();
    const left = found.find(({ status, epoch }) => status !== "finished" || epoch !== plan.epochs);
    if (left) throw new Error(`a cell ended as ${left.status}, after ${left.epoch} epochs`);
    return { milliseconds };
  }

  /** Trains the preset "best one layer" as the page does: other workers measure. */
  async best() {
    const helpers = new Helpers(
      this.client,
      () => startWorker("crew"),
      navigator.hardwareConcurrency,
      () => false,
    );
    const start = performance.now();
    const { id } = await this.client.send("newRun", { settings: { ...bestSettings, seed: 1 } });
    const finished = this.#epochFinished(id, bestSettings.epochs);
    await this.client.send("play", {});
    await finished;
    const milliseconds = performance.now() - start;
    helpers.dismiss();
    return { milliseconds };
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
 * @returns {Partial<Settings>}
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
