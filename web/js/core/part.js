import { missing } from "./programs.js";

/**
 * Loads modules that few visitors need, when they are needed: they are not part of the first download.
 * @template Module
 * @param {string} name of the part, as the beginning of a sentence
 * @param {() => Promise<Module>} load imports them
 * @returns {Promise<Module>} rejects where the host has them no more
 */
export function part(name, load) {
  return load().catch(() => Promise.reject(missing(name)));
}
