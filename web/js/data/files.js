/**
 * The visitor's files: chosen, dropped, or in dropped folders.
 * @module
 */

import { dim } from "../core/constants.js";

/** @import {Data, NamedFile} from "../core/protocol.js" */

/**
 * @param {Iterable<File>} files
 * @returns {NamedFile[]}
 */
export function namedFiles(files) {
  return [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/**
 * All files that are dropped, those in folders too. It must be called in the event,
 * after which the transfer is empty.
 * @param {DataTransfer} transfer
 * @returns {Promise<NamedFile[]>}
 */
export async function droppedFiles(transfer) {
  const entries = [...transfer.items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return namedFiles(transfer.files);
  const lists = await Promise.all(entries.map((entry) => (entry ? filesBelow(entry) : [])));
  return lists.flat();
}

/**
 * @param {FileSystemEntry} entry
 * @returns {Promise<NamedFile[]>}
 */
async function filesBelow(entry) {
  if (entry.isFile) {
    const file = await /** @type {Promise<File>} */ (
      new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject))
    );
    return [{ name: entry.fullPath.replace(/^\//, ""), file }];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {NamedFile[]} */
  const found = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found; // it gives a hundred at a time
    for (const each of entries) found.push(...(await filesBelow(each)));
  }
}

/**
 * The bytes of the loaded images of CIFAR-10; the sample counts as none.
 * @param {Data | null} data
 */
export function imageBytes(data) {
  if (!data || data.drawn) return 0;
  return data.shards.reduce((bytes, shard) => bytes + shard.images * dim, 0);
}
