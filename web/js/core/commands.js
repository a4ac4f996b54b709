import { t } from "../texts/texts.js";
import { bestHoldOut, bestSettings, check, presetSettings, SettingError, settingsOfPreset } from "./settings.js";

/** @import {HoldOut, Predictions, Role, Said, SettingName, Settings, Snapshot, SplitName} from "./protocol.js" */
/** @import {Crop} from "./crop.js" */
/** @import {Photo} from "./photo.js" */
/** @import {Preset} from "./settings.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/**
 * The commands of a visitor or a script. Each resolves when the worker has done it.
 */
export class Commands {
  /** The pace that training was last started with: epochs a second at most, 0 for as fast as possible. */
  pace = 0;

  #client;

  /** @param {WorkerClient} client */
  constructor(client) {
    this.#client = client;
  }

  useSample() {
    return this.#client.send("useSample", {});
  }

  /**
   * Changes all images, or the labels that are trained on, for a classroom experiment: a new run starts.
   * @param {string} variant of the opened data; "" for the data as opened
   */
  async changeData(variant) {
    return this.#client.send("changeData", { variant });
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
   * Trains with other labels from now on: a new run starts.
   * @param {string} name of a set of labels, or empty for the images' own
   */
  async useLabels(name) {
    return this.#client.send("useLabels", { name });
  }

  /**
   * The labels of a set, a byte each.
   * @param {string} name
   */
  async labels(name) {
    return this.#client.send("labelSet", { name });
  }

  /** Restores the data before the last opening. */
  async undoData() {
    return this.#client.send("undoData", {});
  }

  /**
   * Images of a shard as records of the binary version: a label, then 3072 bytes.
   * @param {number} shard
   * @param {number} from
   * @param {number} count
   * @param {string} [fingerprint] the shard must have been opened with; rejects if it is another
   */
  async images(shard, from, count, fingerprint = "") {
    return this.#client.send("images", { shard, from, count, fingerprint });
  }

  /**
   * The predictions of weights for each image of a split; training goes on meanwhile.
   * @param {SplitName} split
   * @param {Float32Array} [weights] W, row by row, then b; without them the run's
   * @param {Settings} [settings] of the run, which decide how it sees images; without them the current run's
   * @returns {Promise<Predictions>}
   */
  async predict(split, weights, settings) {
    return this.#client.send("predict", { split, ...(weights && { weights }), ...(settings && { settings }) });
  }

  /**
   * The pixels of images of a split: 3072 bytes each, red, green and blue planes.
   * @param {SplitName} split
   * @param {ArrayLike<number>} indices at most 1,000
   */
  async splitImages(split, indices) {
    return this.#client.send("splitImages", { split, indices: Float64Array.from(indices) });
  }

  /** The mean image of each class of a split. @param {SplitName} split */
  async measureClasses(split) {
    return this.#client.send("measureClasses", { split });
  }

  /**
   * What weights compute on images, one after the other in an array.
   * @param {Uint8Array<ArrayBuffer>} pixels
   * @param {Float32Array} weights W, row by row, then b
   * @param {Settings} settings of their run
   */
  async explain(pixels, weights, settings) {
    return (await this.#client.send("explain", { pixels, weights, settings })).images;
  }

  /**
   * The smallest change of an image that turns its class into another.
   * @param {Uint8Array<ArrayBuffer>} pixels
   * @param {Float32Array} weights W, row by row, then b
   * @param {Settings} settings of their run
   */
  async findFlip(pixels, weights, settings) {
    return this.#client.send("findFlip", { pixels, weights, settings });
  }

  /**
   * @param {Float32Array} weights W, row by row, then b
   * @param {number} smoothing of their run
   */
  async measureWeights(weights, smoothing) {
    return this.#client.send("measureWeights", { weights, smoothing });
  }

  /**
   * A square of a picture as the network sees it.
   * @param {Photo} photo
   * @param {Crop} crop
   */
  async shrinkPicture({ data, width }, crop) {
    const pixels = new Uint8Array(data.buffer, data.byteOffset, data.length);
    return this.#client.send("shrinkPicture", { pixels, width, ...crop });
  }

  /**
   * Changes some settings. Rejects with an Error that has the name of a wrong one in `field`.
   * @param {Partial<Settings> & {preset?: string | null}} changes a preset stands for all that it sets; null is none
   * @returns {Promise<{settings: Settings, deferred: SettingName[]}>} deferred: those that wait for a reset
   */
  async set({ preset, ...changes }) {
    const all = settingsOfPreset(preset);
    if (preset !== undefined && preset !== null && !all)
      throw new SettingError(
        "preset",
        t("{setting} must be {expected}", {
          setting: "preset",
          expected: t("one of {choices}", { choices: "A, B, C, D, best" }),
        }),
      );
    check(changes);
    if (preset === "best") await this.#useAllShards();
    return this.#client.send("configure", { settings: { ...all, ...changes } });
  }

  /** Sets "best one layer", in a new run, if the current one has begun. */
  async useBest() {
    await this.#useAllShards();
    await this.setUp(bestSettings);
  }

  /** Lets all shards except the published test split train, without the last 1,000 images. */
  async #useAllShards() {
    const data = this.#client.mirror.data;
    if (!data || data.drawn || !data.shards.some(({ role }) => role === "test")) return;
    const roles = data.shards.map(({ role }) => (role === "validation" ? "train" : role));
    const { validation, test } = data.holdOut;
    const usual = validation === bestHoldOut.validation && test === bestHoldOut.test;
    if (!usual || data.shards.some(({ role }, i) => role !== roles[i])) await this.assignRoles(roles, bestHoldOut);
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

  /**
   * Trains to the last epoch.
   * @param {number} [epochsPerSecond] at most; without, as fast as it can
   */
  play(epochsPerSecond = 0) {
    this.pace = epochsPerSecond;
    return this.#client.send("play", { epochsPerSecond });
  }

  pause() {
    return this.#client.send("pause", {});
  }

  /** @param {boolean} details the reply has the minibatch and the effect of the step on it */
  step(details = false) {
    return this.#client.send("step", details ? { details } : {});
  }

  /**
   * Trains a finished run for more epochs.
   * @param {number} epochs
   */
  extend(epochs) {
    return this.#client.send("extend", { epochs });
  }

  finishEpoch() {
    return this.#client.send("finishEpoch", {});
  }

  reset() {
    return this.#client.send("reset", {});
  }

  /**
   * Makes a new current run that goes on from a snapshot.
   * @param {{name: Said, settings: Partial<Settings>, from: Snapshot, loaded?: boolean}} fields
   */
  fork(fields) {
    return this.#client.send("fork", fields);
  }

  /**
   * The inputs of a gradient check.
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
