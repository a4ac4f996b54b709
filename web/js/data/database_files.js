import { Database, startingWith } from "../core/database.js";

/** @import {Fill, StoredFile, StoredFiles} from "./stored_files.js" */

/**
 * A file's record, written when all of its pieces are there.
 * @typedef {object} Entry
 * @property {string} content the key of its pieces
 * @property {number[]} starts where each piece begins
 * @property {number} size
 */

/**
 * Files in the browser's database, in pieces: for browsers without a writable file system, such as
 * WebKit.
 * @implements {StoredFiles}
 */
export class DatabaseFiles {
  #database;

  /** @param {string} name of the database */
  constructor(name) {
    this.#database = new Database(name, { entries: {}, pieces: {} });
  }

  async names() {
    return /** @type {Promise<string[]>} */ (this.#database.read("entries", (entries) => entries.getAllKeys()));
  }

  /**
   * @param {string} name
   * @returns {Promise<StoredFile | null>}
   */
  async open(name) {
    /** @type {Entry | undefined} */
    const entry = await this.#database.read("entries", (entries) => entries.get(name));
    return entry ? { size: entry.size, read: (from, to) => this.#read(entry, from, to) } : null;
  }

  /**
   * @param {Entry} entry
   * @param {number} from
   * @param {number} to
   */
  async #read({ content, starts, size }, from, to) {
    const end = Math.min(to, size);
    const bytes = new Uint8Array(Math.max(0, end - from));
    for (const [i, start] of starts.entries()) {
      if (start >= end || (starts[i + 1] ?? size) <= from) continue;
      /** @type {Uint8Array | undefined} */
      const piece = await this.#database.read("pieces", (pieces) => pieces.get([content, i]));
      if (!piece) throw new DOMException("a piece is missing", "NotFoundError");
      const part = piece.subarray(Math.max(0, from - start), end - start);
      bytes.set(part, Math.max(0, start - from));
    }
    return bytes;
  }

  /**
   * @param {string} name
   * @param {Fill} fill
   */
  async write(name, fill) {
    const before = await this.#database.read("entries", (entries) => entries.get(name));
    /** @type {Entry} */
    const entry = { content: crypto.randomUUID(), starts: [], size: 0 };
    let whole = false;
    try {
      whole = await fill(async (bytes) => {
        await this.#database.write(["pieces"], (pieces) => pieces.put(bytes, [entry.content, entry.starts.length]));
        entry.starts.push(entry.size);
        entry.size += bytes.length;
      });
      if (whole) await this.#database.write(["entries"], (entries) => entries.put(entry, name));
    } catch (error) {
      whole = false;
      throw error;
    } finally {
      const useless = whole ? before : entry;
      if (useless) await this.#removePieces(useless).catch(() => {});
    }
    return whole;
  }

  /** @param {string} name */
  async remove(name) {
    const entry = await this.#database.read("entries", (entries) => entries.get(name));
    if (!entry) return;
    await this.#database.write(["entries"], (entries) => entries.delete(name));
    await this.#removePieces(entry);
  }

  /** @param {Entry} entry */
  #removePieces({ content }) {
    return this.#database.write(["pieces"], (pieces) => pieces.delete(startingWith(content)));
  }
}
