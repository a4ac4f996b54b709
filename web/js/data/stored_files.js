/**
 * Files that the browser keeps for the page.
 * @module
 */

/** @import {Buffers} from "../core/buffers.js" */

/**
 * A file as it was when it was opened.
 * @typedef {object} StoredFile
 * @property {number} size
 * @property {(from: number, to: number, buffers?: Buffers) => Promise<Uint8Array<ArrayBuffer>>} read into memory of the
 *   buffers, where that is quicker
 */

/**
 * Files by name, each written whole or not at all.
 * @typedef {object} StoredFiles
 * @property {() => Promise<string[]>} names
 * @property {(name: string) => Promise<StoredFile | null>} open null if there is none
 * @property {(name: string, fill: Fill) => Promise<boolean>} write
 * @property {(name: string) => Promise<void>} remove
 */

/**
 * Hands a file's content over piece by piece; resolves with whether that was all of it. If not, the file stays as it
 * was.
 * @typedef {(add: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<boolean>} Fill
 */

export {};
