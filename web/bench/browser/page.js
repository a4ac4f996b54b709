// The bench's page: starts contestants in workers and hands on what they are asked. The bench calls `bench` by name.

import { Trainer, first, varied } from "./trainer.js";
import { wholeEpoch } from "../work.js";

/** @typedef {import("../work.js").Work} Work */

/** @type {Map<number, Worker>} */
const workers = new Map();
/** @type {Map<string, Trainer>} */
const trainers = new Map();
/** @type {Promise<Omit<Work, "images">> | undefined} */
let data;

/** @param {string} file */
async function bytes(file) {
  const response = await fetch(`/work/${file}`);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.arrayBuffer();
}

/** All that a contestant is given but the number of images. */
async function fetchData() {
  const [settings, train, validation, weights, scale] = await Promise.all(
    ["settings.json", "train.bin", "validation.bin", "weights.f32", "scale.f64"].map(bytes),
  );
  return {
    ...JSON.parse(new TextDecoder().decode(settings)),
    train: new Uint8Array(train),
    validation: new Uint8Array(validation),
    weights: new Float32Array(weights),
    scale: new Float64Array(scale),
  };
}

const given = () => (data ??= fetchData());

/**
 * @param {number} id
 * @param {any} message
 * @returns {Promise<any>}
 */
function ask(id, message) {
  const worker = workers.get(id);
  if (!worker) throw new Error(`there is no worker ${id}`);
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data?.error ? reject(new Error(data.error)) : resolve(data));
    worker.onerror = (event) => reject(new Error(event.message || "the worker could not be loaded"));
    worker.postMessage(message);
  });
}

const bench = {
  /**
   * Starts a contestant, or starts it again.
   * @param {number} id
   * @param {string | null} peer  a module next to this one; null is our engine
   * @param {{program?: string, settings?: object}} options  program: which build of ours
   * @param {number} images
   */
  async load(id, peer, options, images) {
    workers.get(id)?.terminate();
    const worker = peer
      ? new Worker("/bench/browser/worker.js", { type: "module" })
      : new Worker(`/bench/browser/ours_worker.js?${options.program ?? "ours"}`);
    workers.set(id, worker);
    if (!peer) await new Promise((resolve) => (worker.onmessage = resolve)); // it says when it listens
    await ask(id, { do: "load", peer, options, work: { ...(await given()), images } });
  },

  /** @param {number} id */
  round: (id) => ask(id, { do: "round" }),

  /**
   * Starts the page's own worker, or starts it again.
   * @param {string} name
   * @param {number} images  to train on; beyond the file's, more like them
   * @param {number} validation  images
   */
  async loadTrainer(name, images, validation) {
    trainers.get(name)?.close();
    const work = await given();
    const shards = [];
    for (let rest = images; rest > 0; rest -= wholeEpoch) {
      const records = first(work.train, Math.min(rest, wholeEpoch));
      shards.push({
        role: /** @type {const} */ ("train"),
        records: shards.length ? varied(records, shards.length) : records,
      });
    }
    // No split may be without images: one is the least.
    shards.push({
      role: /** @type {const} */ ("validation"),
      records: first(work.validation, Math.max(validation, 1)),
    });
    shards.push({ role: /** @type {const} */ ("test"), records: varied(first(work.validation, 1), 1) });
    trainers.set(name, await Trainer.start(shards));
  },

  /** @param {string} name */
  closeTrainer(name) {
    trainers.get(name)?.close();
    trainers.delete(name);
  },

  /** @param {string} name */
  trainerEpoch: async (name) => trainers.get(name)?.epoch({ ...(await given()), images: NaN }),

  /**
   * @param {string} name
   * @param {"oneByOne" | "together"} way
   * @param {import("./trainer.js").Setting[]} settings
   * @param {number} epochs
   */
  trainerRuns: (name, way, settings, epochs) => trainers.get(name)?.[way](settings, epochs),

  /**
   * @param {string} name
   * @param {Partial<import("../../js/grid/cells.js").Plan>} plan
   * @param {number} cores
   */
  trainerGrid: (name, plan, cores) => trainers.get(name)?.grid(plan, cores),

  /** @param {string} name */
  trainerBest: (name) => trainers.get(name)?.best(),

  /** Lets go of the data, which only the workers need. */
  forget() {
    data = undefined;
  },
};

Object.assign(window, { bench });
