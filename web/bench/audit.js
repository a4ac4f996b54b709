// What Lighthouse says of the page, as it opens for the first time: the outside's view of the wait for it.

import path from "node:path";
import { pathToFileURL } from "node:url";

import { launchPlainBrowser } from "../e2e/browser.js";
import { startServer } from "../e2e/server.js";
import { PEERS } from "./places.js";
import { median } from "./table.js";

/** @typedef {Record<"performance" | "accessibility" | "best-practices" | "seo", number>} Scores 0 to 100 each */
/** @typedef {Scores & {blocking: number, interactive: number}} Audit ms: of blocked main thread, until interactive */

const categories = /** @type {const} */ (["performance", "accessibility", "best-practices", "seo"]);

/**
 * Medians over the rounds; each has a browser of its own.
 * @param {number} rounds
 * @returns {Promise<Record<"desktop" | "mobile", Audit>>}
 */
export async function timeAudits(rounds) {
  const file = path.join(PEERS, "node_modules/lighthouse/core/index.js");
  const { default: lighthouse, desktopConfig } = await import(pathToFileURL(file).href);
  const server = await startServer();
  try {
    const of = async (/** @type {object | undefined} */ config) => {
      const audits = [];
      for (let i = 0; i < rounds; i++) audits.push(await audit(lighthouse, server.origin, config));
      return medians(audits);
    };
    return { desktop: await of(desktopConfig), mobile: await of(undefined) };
  } finally {
    await server.stop();
  }
}

/**
 * @param {(address: string, flags: object, config?: object) => Promise<any>} lighthouse
 * @param {string} address
 * @param {object} [config]
 * @returns {Promise<Audit>}
 */
async function audit(lighthouse, address, config) {
  const { port, close } = await launchPlainBrowser();
  try {
    const flags = { port, output: "json", logLevel: "error", onlyCategories: categories };
    const { lhr } = await lighthouse(address, flags, config);
    const scores = categories.map((category) => [category, Math.round(100 * lhr.categories[category].score)]);
    return {
      ...Object.fromEntries(scores),
      blocking: lhr.audits["total-blocking-time"].numericValue,
      interactive: lhr.audits.interactive.numericValue,
    };
  } finally {
    await close();
  }
}

/** @param {Audit[]} audits @returns {Audit} */
function medians(audits) {
  const [first] = audits;
  if (!first) throw new RangeError("no audit was made");
  const names = /** @type {(keyof Audit)[]} */ (Object.keys(first));
  const all = names.map((name) => [name, median(audits.map((each) => each[name]))]);
  return /** @type {Audit} */ (Object.fromEntries(all));
}
