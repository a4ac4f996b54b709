/**
 * Whether data other than the sample are likely to come. The page asks before its own script is there, so this module
 * by itself.
 * @module
 */

import { preference } from "./preferences.js";

/** @returns {string | null} the address of the data that the site carries, if it carries any */
export function hostedAddress() {
  return document.querySelector('meta[name="hosted-data"]')?.getAttribute("content") ?? null;
}

/** Whether this browser likely keeps data. */
const likelyKept = () => preference("dataKept") !== "";

/** Whether the sample need not be drawn first. */
export const othersExpected = () => likelyKept() || hostedAddress() !== null;
