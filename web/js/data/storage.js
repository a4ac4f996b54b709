/**
 * CIFAR-10 kept in the browser for the next visit: a file of the binary version for each
 * shard, named by its content, and an index. Every change holds a lock over all
 * tabs, and the index is written last: it never names what isn't there.
 * @module
 */

import { recordSize } from "../core/constants.js";
import { ifFree, withLock } from "../core/locks.js";
import { remember } from "../core/preferences.js";
import { t } from "../texts/texts.js";
import { DatabaseFiles } from "./database_files.js";
import { hasSystemFiles, SystemFiles } from "./system_files.js";

/** @import {Buffers} from "../core/buffers.js" */
/** @import {Commands} from "../core/commands.js" */
/** @import {OpenedFile} from "../core/file_digests.js" */
/** @import {Uses} from "../core/loader_client.js" */
/** @import {Data, ShardPiece} from "../core/protocol.js" */
/** @import {StoredFile, StoredFiles} from "./stored_files.js" */

/** @typedef {{name: string, title: string, set?: string, classes?: string[] | null}} Told what is said of a shard */

/** @typedef {Told & {fingerprint: string, images: number}} KeptShard */

/** @typedef {{name: string, y: string}} KeptLabels a character for each label, of base 36 */

/**
 * @typedef {Pick<Uses, "roles" | "holdOut" | "labelsUsed"> &
 *   {version: number, shards: KeptShard[], labels?: KeptLabels[], files?: OpenedFile[]}} Index
 */

const version = 2;
const lockName = "onelayer data";
const folderName = "data";
const databaseName = "onelayer-data";
const indexName = "index.json";
const imagesAtOnce = 1000; // so that training is never held up for long, and little is in memory twice

/** Replaces an index that can't be read. @type {Index} */
const broken = { version, shards: [], roles: {}, holdOut: { validation: 0, test: 0 } };

export class DataStorage {
  #images;
  #labels;
  /** @type {StoredFiles} */
  #files = hasSystemFiles() ? new SystemFiles(folderName) : new DatabaseFiles(databaseName);
  /** @type {object | null} the current saving; another replaces it */
  #saving = null;

  /**
   * @param {Commands["images"]} images of the data in place, as records
   * @param {(name: string) => Promise<Uint8Array>} labels of a set of the data in place
   */
  constructor(images, labels) {
    this.#images = images;
    this.#labels = labels;
  }

  /** Whether this browser can keep files. */
  get available() {
    try {
      return hasSystemFiles() || Boolean(globalThis.indexedDB);
    } catch {
      return false; // storage is blocked
    }
  }

  /**
   * What is kept, or null. If it isn't whole, it is removed, and the promise rejects.
   * @returns {Promise<Index | null>}
   */
  async index() {
    if (!this.available) return null;
    const index = await this.#readIndex().catch((error) => {
      if (error instanceof DOMException && error.name === "SecurityError") return null; // storage is blocked
      throw error;
    });
    if (index && !(await this.#isWhole(index))) {
      await this.#heal();
      throw new Error(t("The images kept in this browser are damaged and were removed. Load them again."));
    }
    remember("dataKept", index ? "yes" : "");
    ifFree(lockName, () => this.#removeLeftovers()).catch(() => {});
    return index;
  }

  /** @returns {Promise<Index | null>} */
  async #readIndex() {
    const file = await this.#files.open(indexName);
    if (!file) return null;
    const text = new TextDecoder().decode(await file.read(0, file.size));
    try {
      const index = JSON.parse(text);
      return index.version === version ? index : null; // an earlier page named the files differently
    } catch {
      return broken;
    }
  }

  /** @param {Index} index */
  async #isWhole({ shards }) {
    const files = await Promise.all(shards.map(({ fingerprint }) => this.#files.open(fileName(fingerprint))));
    return shards.length > 0 && files.every((file, i) => file?.size === (shards[i]?.images ?? NaN) * recordSize);
  }

  /** Removes what is kept if it isn't whole: another tab may have been keeping other data just now. */
  #heal() {
    return withLock(lockName, "exclusive", async () => {
      const index = await this.#readIndex();
      if (index && !(await this.#isWhole(index))) await this.#removeAll();
    });
  }

  /** Removes files that the index doesn't name: left by a page that was closed while it wrote them. */
  async #removeLeftovers() {
    const index = await this.#readIndex();
    const named = new Set(index ? [indexName, ...index.shards.map(({ fingerprint }) => fileName(fingerprint))] : []);
    for (const name of await this.#files.names()) if (!named.has(name)) await this.#files.remove(name);
  }

  async #removeAll() {
    await this.#files.remove(indexName); // first: it never names what isn't there
    for (const name of await this.#files.names()) await this.#files.remove(name);
    remember("dataKept", "");
  }

  /**
   * The shards that are kept, one after the other.
   * @param {Index} index
   * @param {Buffers} buffers for their images
   */
  shards({ shards }, buffers) {
    return ahead(this.#pieces(shards, buffers));
  }

  /**
   * @param {KeptShard[]} shards
   * @param {Buffers} buffers
   * @returns {AsyncGenerator<ShardPiece, void>}
   */
  async *#pieces(shards, buffers) {
    const open = () => Promise.all(shards.map(({ fingerprint }) => this.#files.open(fileName(fingerprint))));
    const files = await withLock(lockName, "shared", open);
    for (const [i, { name, title, set = "", classes = null, fingerprint, images }] of shards.entries()) {
      const file = files[i];
      for (let from = 0; from < images; from += imagesAtOnce) {
        const records = await this.#piece(file, from, buffers);
        yield { name, title, set, classes, fingerprint, images, records, waits: true };
      }
    }
  }

  /**
   * @param {StoredFile | null | undefined} file
   * @param {number} from the first image
   * @param {Buffers} buffers
   */
  async #piece(file, from, buffers) {
    const records = await file?.read(from * recordSize, (from + imagesAtOnce) * recordSize, buffers).catch(() => null);
    if (!records) throw new Error(t("Another tab has just changed what is kept in this browser. Reload the page."));
    return records;
  }

  /**
   * Keeps the current data instead of what was kept before. A later call replaces it.
   * If it rejects, what was kept before still is.
   * @param {Data} data
   * @param {OpenedFile[]} files that they came from
   * @param {() => boolean} inPlace whether these data, or a variant of them, are still in place
   */
  async save(data, files, inPlace) {
    const saving = (this.#saving = {});
    const wanted = () => this.#saving === saving && inPlace();
    await withLock(lockName, "exclusive", async () => {
      try {
        for (const [i, shard] of data.shards.entries()) if (!(await this.#saveShard(i, shard, wanted))) return;
        await this.#writeIndex({ ...indexOf(data), labels: await this.#keptLabels(data), files });
      } catch (error) {
        if (inPlace()) throw error; // else the trainer has them no more
      } finally {
        await this.#removeLeftovers();
      }
    });
  }

  /**
   * Records the source files of the data, if these data are what is kept: another tab may have kept others meanwhile.
   * @param {Data} data
   * @param {OpenedFile[]} files
   */
  async note({ shards }, files) {
    const wanted = shards.map(({ fingerprint }) => fingerprint).join();
    await withLock(lockName, "exclusive", async () => {
      const index = await this.#readIndex();
      const kept = index?.shards.map(({ fingerprint }) => fingerprint).join();
      if (index && kept === wanted) await this.#writeIndex({ ...index, files });
    });
  }

  /** @param {Index} index */
  #writeIndex(index) {
    return this.#files.write(indexName, async (add) => {
      await add(new TextEncoder().encode(JSON.stringify(index)));
      return true;
    });
  }

  /**
   * @param {Data} data
   * @returns {Promise<KeptLabels[]>}
   */
  #keptLabels({ labels }) {
    const digits = async (/** @type {string} */ name) => Array.from(await this.#labels(name), (y) => y.toString(36));
    return Promise.all(labels.sets.map(async ({ name }) => ({ name, y: (await digits(name)).join("") })));
  }

  /**
   * @param {number} i
   * @param {KeptShard} shard
   * @param {() => boolean} wanted
   * @returns {Promise<boolean>} whether to go on
   */
  async #saveShard(i, { fingerprint, images }, wanted) {
    const name = fileName(fingerprint);
    if ((await this.#files.open(name))?.size === images * recordSize) return wanted();
    return this.#files.write(name, async (add) => {
      for (let from = 0; from < images && wanted(); from += imagesAtOnce) {
        const records = await this.#images(i, from, Math.min(imagesAtOnce, images - from), fingerprint);
        await add(/** @type {Uint8Array<ArrayBuffer>} */ (records));
      }
      return wanted();
    });
  }

  /** Stops keeping data. */
  async forget() {
    this.#saving = null;
    await withLock(lockName, "exclusive", () => this.#removeAll());
  }
}

/** @param {Index} index */
export function keptBytes(index) {
  return index.shards.reduce((bytes, shard) => bytes + shard.images * recordSize, 0);
}

/**
 * @param {Data} data
 * @returns {Index}
 */
function indexOf({ shards, holdOut, official, classes: names, labels }) {
  const classes = official ? null : names;
  return {
    version,
    shards: shards.map(({ name, title, set, fingerprint, images }) => {
      return { name, title, set, classes, fingerprint, images };
    }),
    roles: Object.fromEntries(shards.map(({ name, role }) => [name, role])),
    holdOut,
    labelsUsed: labels.used,
  };
}

/**
 * What the shards that are kept were used for.
 * @param {Index} index
 * @returns {Uses}
 */
export function usesOf({ roles, holdOut, labels = [], labelsUsed = "" }) {
  const named = labels.map(({ name, y }) => ({ name, y: Uint8Array.from(y, (digit) => parseInt(digit, 36)) }));
  return { roles, holdOut, labels: named, labelsUsed };
}

/**
 * The same pieces, of which the first is being read already, and the next while one is used.
 * @param {AsyncGenerator<ShardPiece, void>} pieces
 * @returns {AsyncGenerator<ShardPiece, void>}
 */
function ahead(pieces) {
  const begin = () => {
    const coming = pieces.next();
    coming.catch(() => {}); // the caller gets the error
    return coming;
  };
  let coming = begin();
  return (async function* () {
    for (;;) {
      const { value, done } = await coming;
      if (done) return;
      coming = begin();
      yield value;
    }
  })();
}

/** @param {string} fingerprint */
const fileName = (fingerprint) => `${fingerprint}.bin`;
