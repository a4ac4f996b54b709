import { Emitter } from "./emitter.js";
import { imageBytes } from "./files.js";
import { fetchManifest, hostedAddress, hostedShards } from "./hosted.js";
import { roomForImages } from "./room.js";
import { likelyKept } from "./storage.js";
import { t } from "./texts/texts.js";

/** @import {Commands} from "./commands.js" */
/** @import {LoaderClient, NamedFile} from "./loader_client.js" */
/** @import {Mirror} from "./mirror.js" */
/** @import {Data, HoldOut, LoadProgress, Role} from "./protocol.js" */
/** @import {DataStorage, Index} from "./storage.js" */

/**
 * Where the data come from: files, what this browser keeps, what the site carries, or
 * the sample. Loaded data are kept, if the visitor wants it.
 * @extends {Emitter<{progressed: LoadProgress, streamed: void, kept: Index | null, keeping: void, trouble: string}>}
 */
export class DataSource extends Emitter {
  #commands;
  #loader;
  #mirror;
  #storage;
  #wanted;
  #streaming = false; // the site's data are coming in behind

  /**
   * @param {Commands} commands
   * @param {LoaderClient} loader
   * @param {Mirror} mirror
   * @param {DataStorage} storage
   * @param {() => boolean} wanted whether loaded data are to be kept
   */
  constructor(commands, loader, mirror, storage, wanted) {
    super();
    this.#commands = commands;
    this.#loader = loader;
    this.#mirror = mirror;
    this.#storage = storage;
    this.#wanted = wanted;
  }

  /** Whether other data than the sample are likely to come, so that the sample need not be drawn first. */
  static get expected() {
    return likelyKept() || hostedAddress() !== null;
  }

  /** Whether the site's data are still coming in. */
  get streaming() {
    return this.#streaming;
  }

  /**
   * Opens what is kept, else the first of what the site carries, else the sample: also
   * where there are other data, but they can't be read.
   */
  async begin() {
    const { expected } = DataSource;
    let begun = false;
    try {
      const index = await this.#storage.index();
      this.emit("kept", index);
      if (index) begun = (await this.#loader.stream(this.#storage.shards(index), index)) !== null;
      else begun = await this.#beginHosted();
    } catch (error) {
      this.emit("trouble", /** @type {Error} */ (error).message);
    }
    if (expected && !begun) await this.#commands.useSample();
  }

  /**
   * Resolves when the first chunk can be trained on; the rest streams in behind.
   * @returns {Promise<boolean>} whether there is one
   */
  async #beginHosted() {
    const address = hostedAddress();
    if (!address) return false;
    const manifest = await fetchManifest(address);
    this.#streaming = true;
    return new Promise((resolve) => {
      const begun = () => resolve(true);
      const shards = hostedShards(address, manifest, (progress) => this.emit("progressed", progress), begun);
      this.#loader
        .stream(shards, manifest)
        .catch((error) => this.#streaming && this.emit("trouble", error.message))
        .finally(() => {
          this.#streaming = false;
          this.emit("streamed", undefined);
          resolve(false); // unless it has begun
        });
    });
  }

  /**
   * Reads the visitor's files. Rejects if none of them is a shard; the data then stay.
   * @param {NamedFile[]} files
   */
  async open(files) {
    await this.#endStream();
    const data = await this.#loader.open(files, roomForImages(imageBytes(this.#mirror.data)));
    this.keep();
    return data;
  }

  async useSample() {
    await this.#endStream();
    await this.#commands.useSample();
  }

  /**
   * @param {Role[]} roles
   * @param {HoldOut} holdOut
   */
  async assignRoles(roles, holdOut) {
    await this.#commands.assignRoles(roles, holdOut);
    this.keep();
  }

  async #endStream() {
    if (!this.#streaming) return;
    this.#streaming = false;
    await this.#loader.cancel();
  }

  /** Keeps the data in place for the next visit, while the page goes on. */
  keep() {
    const data = /** @type {Data | null} */ (this.#mirror.data);
    if (!data || data.drawn || !this.#storage.available || !this.#wanted()) return;
    this.emit("keeping", undefined);
    this.#storage
      .save(data)
      .catch((error) => this.emit("trouble", notKept(error)))
      .finally(() => this.#tellKept());
  }

  async forget() {
    await this.#storage.forget();
    await this.#tellKept();
  }

  async #tellKept() {
    this.emit("kept", await this.#storage.index().catch(() => null));
  }
}

/** @param {Error} error */
function notKept(error) {
  const why = error.name === "QuotaExceededError" ? t("this browser has no room for them") : error.message;
  return t("The images could not be kept for the next visit: {why}. They stay loaded until you leave the page.", { why });
}
