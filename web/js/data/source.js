import { Emitter } from "../core/emitter.js";
import { imageBytes } from "./files.js";
import { fetchManifest, hostedShards } from "./hosted.js";
import { roomForImages } from "./room.js";
import { usesOf } from "./storage.js";
import { sameData } from "../core/run_list.js";
import { hostedAddress, othersExpected } from "../core/others_expected.js";
import { storageTrouble } from "../core/trouble.js";
import { t } from "../texts/texts.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {LoaderClient} from "../core/loader_client.js" */
/** @import {FileDigests} from "../core/file_digests.js" */
/** @import {Mirror} from "../core/mirror.js" */
/** @import {Data, HoldOut, LoadProgressed, NamedFile, Role} from "../core/protocol.js" */
/** @import {DataStorage, Index} from "./storage.js" */

/**
 * Where the data come from: files, what this browser keeps, the site's data, or
 * the sample. Loaded data are kept, if the visitor wants it.
 * @extends {Emitter<{progressed: LoadProgressed, streamed: void, kept: Index | null, keeping: void, trouble: string}>}
 */
export class DataSource extends Emitter {
  #commands;
  #loader;
  #mirror;
  #storage;
  #digests;
  #wanted;
  #streaming = false; // the site's data are still arriving
  /** @type {NamedFile[]} the files that the current data were read from in this visit */
  #files = [];

  /**
   * @param {Commands} commands
   * @param {LoaderClient} loader
   * @param {Mirror} mirror
   * @param {DataStorage} storage
   * @param {FileDigests} digests
   * @param {() => boolean} wanted whether loaded data are to be kept
   */
  constructor(commands, loader, mirror, storage, digests, wanted) {
    super();
    this.#commands = commands;
    this.#loader = loader;
    this.#mirror = mirror;
    this.#storage = storage;
    this.#digests = digests;
    this.#wanted = wanted;
  }

  /** Whether the site's data are still arriving. */
  get streaming() {
    return this.#streaming;
  }

  /**
   * Opens what is kept, else the first of the site's data, else the sample: also
   * where there are other data, but they can't be read.
   */
  async begin() {
    const expected = othersExpected();
    let begun = false;
    try {
      const index = await this.#storage.index();
      this.emit("kept", index);
      if (index) begun = await this.#beginKept(index);
      else begun = await this.#beginHosted();
    } catch (error) {
      this.emit("trouble", notRead(error));
    }
    if (expected && !begun) await this.#commands.useSample();
  }

  /** @param {Index} index */
  async #beginKept(index) {
    const data = await this.#loader.stream(this.#storage.shards(index, this.#loader.buffers), usesOf(index));
    if (data) this.#digests.restore(index.files ?? []);
    return data !== null;
  }

  /**
   * Resolves when the first chunk can be trained on; the rest arrives later.
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
   * Gives a restarted training program the same data as before: those that this browser keeps, those of the site, or
   * the visitor's files. Rejects if none are the same.
   * @param {Data} wanted
   */
  async regain(wanted) {
    const stored = [() => this.#keptAgain(), () => this.#hostedAgain(), () => this.#filesAgain()];
    /** @type {(() => Promise<unknown>)[]} */
    const ways = wanted.drawn ? [() => this.#commands.useSample()] : stored;
    for (const way of ways) {
      const opened = await way().then(Boolean, () => false);
      if (opened) await this.#useAs(wanted);
      if (opened && sameData(wanted, this.#mirror.data)) return this.keep();
    }
    throw new Error(t("The loaded images are no longer available."));
  }

  async #keptAgain() {
    const index = await this.#storage.index();
    return index && this.#loader.stream(this.#storage.shards(index, this.#loader.buffers), usesOf(index), true);
  }

  async #hostedAgain() {
    const address = hostedAddress();
    if (!address || this.#streaming) return null;
    const manifest = await fetchManifest(address);
    return this.#loader.stream(hostedShards(address, manifest), manifest, true);
  }

  async #filesAgain() {
    return this.#files.length > 0 && this.#loader.open(this.#files, roomForImages(0), true);
  }

  /** Gives the current data the roles, labels and variant of others. @param {Data} wanted */
  async #useAs({ shards, holdOut, labels, variant }) {
    const data = /** @type {Data} */ (this.#mirror.data);
    const roles = shards.map(({ role }) => role);
    const { validation, test } = data.holdOut;
    const same = validation === holdOut.validation && test === holdOut.test;
    const asWanted = same && data.shards.every(({ role }, i) => role === roles[i]);
    if (shards.length === data.shards.length && !asWanted) await this.#commands.assignRoles(roles, holdOut);
    if (labels.used !== data.labels.used) await this.#commands.useLabels(labels.used);
    if (variant) await this.#commands.changeData(variant);
  }

  /**
   * Reads the visitor's files. Rejects if none of them is a shard; the data then stay.
   * @param {NamedFile[]} files
   * @param {boolean} replaces the current data are dropped
   */
  async open(files, replaces) {
    await this.#endStream();
    const data = await this.#loader.open(files, roomForImages(imageBytes(this.#mirror.data)), replaces);
    this.#files = replaces ? files : [...this.#files, ...files];
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

  /** @param {string} name of a set of labels, or empty for the images' own */
  async useLabels(name) {
    await this.#commands.useLabels(name);
    this.keep();
  }

  async undo() {
    await this.#commands.undoData();
    this.keep();
  }

  async #endStream() {
    if (!this.#streaming) return;
    this.#streaming = false;
    await this.#loader.cancel();
  }

  /** Keeps the data in place for the next visit, while the page goes on. */
  keep() {
    const data = this.#toKeep();
    if (!data) return;
    this.emit("keeping", undefined);
    this.#storage
      .save(data, this.#knownFiles(), () => this.#inPlace(data))
      .catch((error) => this.emit("trouble", notKept(error)))
      .finally(() => this.#tellKept());
  }

  /** Stores the source files of the kept data, once their digests are known. */
  noteFiles() {
    const data = this.#toKeep();
    if (data) this.#storage.note(data, this.#knownFiles()).catch((error) => this.emit("trouble", notKept(error)));
  }

  /** The data in place, if they are to be kept. @returns {Data | null} */
  #toKeep() {
    const data = /** @type {Data | null} */ (this.#mirror.data);
    const mayKeep = data && !data.drawn && !data.variant && this.#storage.available && this.#wanted();
    return mayKeep ? data : null;
  }

  /** Whether data are in place, or a variant of them, which has other fingerprints. @param {Data} data */
  #inPlace({ shards }) {
    const now = this.#mirror.data;
    const same = now?.variant ? "name" : "fingerprint";
    return now?.shards.length === shards.length && shards.every((shard, i) => shard[same] === now.shards[i]?.[same]);
  }

  #knownFiles() {
    return this.#digests.files.filter(({ sha256 }) => sha256);
  }

  async forget() {
    await this.#storage.forget().catch((error) => {
      throw new Error(t("The images that are kept could not be removed: {why}.", { why: storageTrouble(error) }));
    });
    await this.#tellKept();
  }

  async #tellKept() {
    this.emit("kept", await this.#storage.index().catch(() => null));
  }
}

/** @param {unknown} error */
function notRead(error) {
  if (!(error instanceof DOMException)) return /** @type {Error} */ (error).message;
  return t("The images that are kept could not be read: {why}.", { why: storageTrouble(error) });
}

/** @param {Error} error */
function notKept(error) {
  return t("The images could not be kept for the next visit: {why}. They stay loaded until you leave the page.", {
    why: storageTrouble(error),
  });
}
