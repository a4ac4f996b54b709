import { Buffers, readInto } from "../core/buffers.js";

/** @import {Fill, StoredFile, StoredFiles} from "./stored_files.js" */

/** Whether this browser lets a page write files of its own file system. */
export const hasSystemFiles = () =>
  "getDirectory" in (navigator.storage ?? {}) && "createWritable" in (globalThis.FileSystemFileHandle?.prototype ?? {});

/**
 * Files in a folder of the browser's own file system.
 * @implements {StoredFiles}
 */
export class SystemFiles {
  #name;

  /** @param {string} name of the folder */
  constructor(name) {
    this.#name = name;
  }

  async names() {
    const names = [];
    for await (const name of (await this.#folder()).keys()) names.push(name);
    return names;
  }

  /**
   * @param {string} name
   * @returns {Promise<StoredFile | null>}
   */
  async open(name) {
    const handle = await orNull((await this.#folder()).getFileHandle(name));
    const file = await handle?.getFile();
    if (!file) return null;
    return {
      size: file.size,
      read(from, to, buffers = new Buffers()) {
        const part = file.slice(from, to);
        return readInto(part, buffers.take(part.size));
      },
    };
  }

  /**
   * @param {string} name
   * @param {Fill} fill
   */
  async write(name, fill) {
    const folder = await this.#folder();
    const before = await orNull(folder.getFileHandle(name));
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    let whole = false;
    try {
      whole = await fill((bytes) => file.write(bytes));
      if (whole) await file.close();
    } catch (error) {
      whole = false;
      throw error;
    } finally {
      if (!whole) {
        await file.abort().catch(() => {});
        if (!before) await folder.removeEntry(name).catch(() => {}); // it is empty
      }
    }
    return whole;
  }

  /** @param {string} name */
  async remove(name) {
    await orNull((await this.#folder()).removeEntry(name));
  }

  async #folder() {
    return (await navigator.storage.getDirectory()).getDirectoryHandle(this.#name, { create: true });
  }
}

/**
 * The result, or null if there is none.
 * @template Value
 * @param {Promise<Value>} asked
 * @returns {Promise<Value | null>}
 */
function orNull(asked) {
  return asked.catch((error) => {
    if (error.name === "NotFoundError") return null;
    throw error;
  });
}
