/**
 * CIFAR-10 kept in the browser's own file system for the next visit: a file of the
 * binary version for each shard, named by its content, and an index.
 * @module
 */

import { t } from "./texts/texts.js";

/** @import {Piece, Uses} from "./loader_client.js" */
/** @import {Data} from "./protocol.js" */

/** @typedef {{name: string, title: string, fingerprint: string, images: number}} KeptShard */

/** @typedef {Uses & {version: number, shards: KeptShard[]}} Index */

const version = 2;
const folderName = "data";
const indexName = "index.json";
const recordSize = 3073;
/** In the local storage while something is kept: it can be asked before the first file is read. */
const mark = "dataKept";
const imagesAtOnce = 1000; // so that training is never held up for long, and little is in memory twice

export class DataStorage {
  #images;
  /** @type {object | null} the saving under way; another takes its place */
  #saving = null;

  /** @param {(shard: number, from: number, count: number) => Promise<Uint8Array>} images of the data in place, as records */
  constructor(images) {
    this.#images = images;
  }

  /** Whether this browser can keep files. */
  get available() {
    return "storage" in navigator && "getDirectory" in navigator.storage && "createWritable" in (globalThis.FileSystemFileHandle?.prototype ?? {});
  }

  /**
   * What is kept, or null.
   * @returns {Promise<Index | null>}
   */
  async index() {
    if (!this.available) return null;
    const index = await this.#readIndex();
    if (index) localStorage.setItem(mark, "yes");
    else localStorage.removeItem(mark);
    return index;
  }

  /** @returns {Promise<Index | null>} */
  async #readIndex() {
    try {
      const file = await (await (await folder(false)).getFileHandle(indexName)).getFile();
      const index = JSON.parse(await file.text());
      if (index.version === version) return index;
      await this.forget(); // an earlier page named the files otherwise
      return null;
    } catch (error) {
      if (error instanceof DOMException && error.name === "NotFoundError") return null;
      throw error;
    }
  }

  /**
   * The shards that are kept, one after the other.
   * @param {Index} index
   */
  shards({ shards }) {
    return ahead(pieces(shards));
  }

  /**
   * Keeps the data in place instead of what was kept before. A later call takes its place.
   * @param {Data} data
   */
  async save(data) {
    const saving = (this.#saving = {});
    const kept = await folder(true);
    for (const [i, shard] of data.shards.entries()) {
      if (!(await this.#saveShard(kept, i, shard, () => this.#saving === saving))) return;
    }
    const index = {
      version,
      shards: data.shards.map(({ name, title, fingerprint, images }) => ({ name, title, fingerprint, images })),
      roles: Object.fromEntries(data.shards.map(({ name, role }) => [name, role])),
      holdOut: data.holdOut,
    };
    await write(kept, indexName, async (file) => file.write(JSON.stringify(index)));
    const names = new Set([indexName, ...data.shards.map((shard) => fileName(shard.fingerprint))]);
    for await (const name of kept.keys()) if (!names.has(name)) await kept.removeEntry(name);
  }

  /**
   * @param {FileSystemDirectoryHandle} kept
   * @param {number} i
   * @param {KeptShard} shard
   * @param {() => boolean} wanted
   * @returns {Promise<boolean>} whether to go on
   */
  async #saveShard(kept, i, { fingerprint, images }, wanted) {
    const name = fileName(fingerprint);
    const old = await kept.getFileHandle(name).then((handle) => handle.getFile()).catch(() => null);
    if (old?.size === images * recordSize) return wanted();
    await write(kept, name, async (file) => {
      for (let from = 0; from < images && wanted(); from += imagesAtOnce) {
        const records = await this.#images(i, from, Math.min(imagesAtOnce, images - from));
        await file.write(/** @type {Uint8Array<ArrayBuffer>} */ (records));
      }
    });
    return wanted();
  }

  /** Keeps nothing any more. */
  async forget() {
    this.#saving = null;
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(folderName, { recursive: true }).catch((error) => {
      if (error.name !== "NotFoundError") throw error;
    });
  }
}

/** Whether something is likely kept. */
export const likelyKept = () => localStorage.getItem(mark) !== null;

/** @param {Index} index */
export function keptBytes(index) {
  return index.shards.reduce((bytes, shard) => bytes + shard.images * recordSize, 0);
}

/**
 * @param {KeptShard[]} shards
 * @returns {AsyncGenerator<Piece, void>}
 */
async function* pieces(shards) {
  const kept = await folder(false);
  for (const { name, title, fingerprint, images } of shards) {
    const file = await (await kept.getFileHandle(fileName(fingerprint))).getFile();
    if (file.size !== images * recordSize) throw new Error(t("{shard} was not kept whole. Forget what is kept, and load it again.", { shard: name }));
    for (let from = 0; from < images; from += imagesAtOnce) {
      const bytes = await file.slice(from * recordSize, (from + imagesAtOnce) * recordSize).arrayBuffer();
      yield { name, title, fingerprint, images, records: new Uint8Array(bytes), waits: true };
    }
  }
}

/**
 * The same, of which the first is being read already, and the next while one is used.
 * @param {AsyncGenerator<Piece, void>} pieces
 * @returns {AsyncGenerator<Piece, void>}
 */
function ahead(pieces) {
  const begin = () => {
    const coming = pieces.next();
    coming.catch(() => {}); // whoever waits for it is told
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

/** @param {boolean} create */
async function folder(create) {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create });
}

/**
 * Writes a file whole, or leaves it as it was.
 * @param {FileSystemDirectoryHandle} kept
 * @param {string} name
 * @param {(file: FileSystemWritableFileStream) => Promise<void>} fill
 */
async function write(kept, name, fill) {
  const file = await (await kept.getFileHandle(name, { create: true })).createWritable();
  try {
    await fill(file);
    await file.close();
  } catch (error) {
    await file.abort().catch(() => {});
    throw error;
  }
}
