/** Types only. @module */

/** @import {Run} from "./mirror.js" */
/** @import {Data} from "./protocol.js" */

/**
 * The viewed run, as it is or as it was after an epoch.
 * @typedef {object} Inspected
 * @property {Run} run
 * @property {Run[]} runs that can be looked at, newest last
 * @property {Data} data that are loaded now
 * @property {string[]} classes
 * @property {Float32Array} weights W, row by row, then b; the same array while nothing has changed
 * @property {number} epoch they are of, or the last one before
 * @property {string} place where that is: epoch 3, or step 150, in epoch 2
 * @property {boolean} past whether that is an epoch chosen by hand
 * @property {number[]} epochs with a snapshot, ascending
 * @property {(epoch: number) => Float32Array | null} snapshot
 * @property {(run: number) => Float32Array | null} latest the last weights of a run, if they are in memory
 * @property {boolean} comparable whether it was trained on the data that are loaded, as far as the page can tell
 * @property {"light" | "dark"} theme
 */

export {};
