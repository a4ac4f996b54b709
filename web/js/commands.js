import { check, presetSettings } from "./settings.js";

/** @import {HoldOut, Predictions, Role, SettingName, Settings, Snapshot, SplitName} from "./protocol.js" */
/** @import {Preset} from "./settings.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/**
 * What a visitor or a script can ask for. Each resolves when the worker has done it.
 */
export class Commands {
  #client;

  /** @param {WorkerClient} client */
  constructor(client) {
    this.#client = client;
  }

  useSample() {
    return this.#client.send("useSample", {});
  }

  /**
   * Gives each shard a role and holds training images out: a new run starts.
   * @param {Role[]} roles
   * @param {HoldOut} holdOut
   */
  async assignRoles(roles, holdOut) {
    return this.#client.send("assignRoles", { roles, holdOut });
  }

  /**
   * Images of a shard as records of the binary version: a label, then 3072 bytes.
   * @param {number} shard
   * @param {number} from
   * @param {number} count
   */
  async images(shard, from, count) {
    return this.#client.send("images", { shard, from, count });
  }

  /**
   * What weights make of each image of a split; training goes on meanwhile.
   * @param {SplitName} split
   * @param {Float32Array} [weights] W, row by row, then b; without them the current run's
   * @returns {Promise<Predictions>}
   */
  async predict(split, weights) {
    return this.#client.send("predict", weights ? { split, weights } : { split });
  }

  /**
   * The pixels of images of a split: 3072 bytes each, red, green and blue planes.
   * @param {SplitName} split
   * @param {ArrayLike<number>} indices at most 1,000
   */
  async splitImages(split, indices) {
    return this.#client.send("splitImages", { split, indices: Float64Array.from(indices) });
  }

  /**
   * The mean image of each class of a split, and the training split's standardization.
   * @param {SplitName} split
   */
  async classMeans(split) {
    return this.#client.send("classMeans", { split });
  }

  /**
   * Changes some settings. Rejects with an Error that has the name of a wrong one in `field`.
   * @param {Partial<Settings>} settings
   * @returns {Promise<{settings: Settings, deferred: SettingName[]}>} deferred: those that wait for a reset
   */
  async set(settings) {
    check(settings);
    return this.#client.send("configure", { settings });
  }

  /**
   * Sets one of the report's settings: in a new run, if the current one has begun.
   * @param {Preset} preset
   */
  usePreset(preset) {
    return this.setUp(presetSettings(preset));
  }

  /**
   * Changes settings: in a new run, if the current one has begun.
   * @param {Partial<Settings>} settings
   */
  async setUp(settings) {
    const begun = (this.#client.mirror.current?.step ?? 0) > 0;
    await (begun ? this.#client.send("newRun", { settings }) : this.#client.send("configure", { settings }));
  }

  play() {
    return this.#client.send("play", {});
  }

  pause() {
    return this.#client.send("pause", {});
  }

  step() {
    return this.#client.send("step", {});
  }

  finishEpoch() {
    return this.#client.send("finishEpoch", {});
  }

  reset() {
    return this.#client.send("reset", {});
  }

  /**
   * Makes a new current run that goes on from a snapshot.
   * @param {{name: string, settings: Partial<Settings>, from: Snapshot}} fields
   */
  fork(fields) {
    return this.#client.send("fork", fields);
  }

  /**
   * What a gradient check needs to know.
   * @param {{batchSize: number, l2: number, initial: boolean}} options
   */
  gradientInputs(options) {
    return this.#client.send("gradientInputs", options);
  }

  /**
   * @param {MessagePort} port
   * @param {WorkerClient} worker whose runs it shows
   */
  attachView(port, worker = this.#client) {
    return worker.send("attachView", { port }, [port]);
  }
}
