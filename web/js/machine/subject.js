import { Emitter } from "../core/emitter.js";
import { recordSize } from "../core/constants.js";

/** @import {Data, Role} from "../core/protocol.js" */

/**
 * The image that the network is shown at work on.
 * @typedef {object} Subject
 * @property {Uint8Array<ArrayBuffer>} pixels 3072: red, green and blue planes
 * @property {number} label its class, -1 for a picture of the visitor's own
 * @property {number} index in its shard, -1 for a picture of the visitor's own
 * @property {number} count images of the shard
 */

const atOnce = 50; // images that are fetched together
const beat = 1200; // ms that an image stays at least while it trains

/** From the splits that training doesn't see to the one it does. @type {Role[]} */
const wanted = ["test", "validation", "train"];

/**
 * Chooses the image: one after the other of a shard while a run trains, unless one is held or is
 * the visitor's own.
 * @extends {Emitter<{changed: void}>}
 */
export class SubjectChoice extends Emitter {
  /** Whether the image stays while it trains. */
  held = false;

  #fetch;
  /** @type {Data | null} */
  #data = null;
  #shard = 0;
  #index = 0;
  #from = 0; // of the records
  /** @type {Uint8Array<ArrayBuffer>} */
  #records = new Uint8Array();
  #fetching = false;
  #steppedAt = 0;
  /** @type {Uint8Array<ArrayBuffer> | null} */
  #own = null;

  /**
   * @param {(shard: number, from: number, count: number) => Promise<Uint8Array<ArrayBuffer>>} fetch records of a shard
   */
  constructor(fetch) {
    super();
    this.#fetch = fetch;
  }

  /** @returns {Subject | null} null while it isn't there yet */
  get subject() {
    const count = this.#data?.shards[this.#shard]?.images ?? 0;
    if (this.#own) return { pixels: this.#own, label: -1, index: -1, count };
    const at = (this.#index - this.#from) * recordSize;
    const bytes = this.#records.subarray(at, at + recordSize);
    return at >= 0 && bytes.length === recordSize
      ? { pixels: bytes.slice(1), label: bytes[0] ?? -1, index: this.#index, count }
      : null;
  }

  get own() {
    return this.#own !== null;
  }

  /**
   * The data that are loaded.
   * @param {Data} data
   */
  use(data) {
    if (data === this.#data) {
      if (!this.subject) this.#load();
      return;
    }
    this.#data = data;
    this.#shard = Math.max(
      0,
      wanted
        .map((role) => data.shards.findIndex((shard) => shard.role === role && shard.images > 0))
        .find((at) => at >= 0) ?? 0,
    );
    [this.#index, this.#from, this.#records] = [0, 0, new Uint8Array()];
    this.#load();
  }

  /** A run trains: the next image, when the one before has been seen. @param {number} now ms */
  beat(now) {
    if (this.held || this.#own || now - this.#steppedAt < beat) return;
    if (this.#steppedAt > 0) this.next();
    this.#steppedAt = now;
  }

  /** The image after this one; after the visitor's own the one before it. */
  next() {
    const count = this.#data?.shards[this.#shard]?.images ?? 0;
    if (this.#own) this.#own = null;
    else if (count > 0) this.#index = (this.#index + 1) % count;
    if (this.subject) this.emit("changed", undefined);
    else this.#load();
  }

  /** @param {Uint8Array<ArrayBuffer>} pixels a picture of the visitor's own, as the network sees it */
  show(pixels) {
    this.#own = pixels;
    this.emit("changed", undefined);
  }

  async #load() {
    const [data, from] = [this.#data, this.#index];
    const count = Math.min(atOnce, (data?.shards[this.#shard]?.images ?? 0) - from);
    if (this.#fetching || !data || count <= 0) return;
    this.#fetching = true;
    const records = await this.#fetch(this.#shard, from, count).catch(() => null); // other data are on their way
    this.#fetching = false;
    if (data !== this.#data) return void this.#load();
    if (!records) return;
    [this.#from, this.#records] = [from, records];
    this.emit("changed", undefined);
  }
}
