/**
 * The description of its run in a file of weights.
 * @module
 */

import { complete } from "../core/options.js";
import { t } from "../texts/texts.js";

/** @import {describe} from "./curves.js" */

/**
 * Files without a format are from before there was one, and are read alike.
 * @typedef {ReturnType<typeof describe> & {format?: number, optimizerSteps?: number}} Described
 */

/** The format that is written; incremented when earlier pages would misread it. */
export const format = 1;

/**
 * @param {string} text
 * @returns {Described | null} null if it was written by another program
 * @throws {Error} for a file of a later version of this page, which may mean something else
 */
export function described(text) {
  const run = parsed(text);
  if (!run || typeof run !== "object") return null;
  if (Number(run.format) > format)
    throw new Error(t("it was written by a later version of this page: reload the page, then open it again"));
  const whole =
    run.settings !== null &&
    typeof run.settings === "object" &&
    Number.isInteger(run.epoch) &&
    Number.isInteger(run.step) &&
    Array.isArray(run.history);
  return whole ? { ...run, settings: complete(run.settings) } : null;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
