/**
 * The trainer, started while most of the page is still being fetched. index.html runs
 * this module before main.js, which takes the trainer from here.
 * @module
 */

import { DataSource } from "./data_source.js";

/** @param {string} name which says what it does, see worker.js */
export const startWorker = (name) => new Worker(new URL("worker.js", import.meta.url), { name });

export const trainer = startWorker(DataSource.expected ? "trainer, empty" : "trainer");

/** @type {Event[]} what the trainer said before anyone listened */
const early = [];
const keep = (/** @type {Event} */ event) => void early.push(event);
const types = ["message", "error"];
for (const type of types) trainer.addEventListener(type, keep);

/** Call it once, when all listen: they hear what they have missed. */
export function listening() {
  for (const type of types) trainer.removeEventListener(type, keep);
  for (const event of early) trainer.dispatchEvent(event);
}
