// What a visitor waits for: the built page from the navigation to its first training step and to the first weights on
// the screen, for the first time and again, and the bytes of files that come until then, compressed as a file server
// sends them. Headers are counted apart: they are some 300 bytes a file here, by HTTP/1.1, and a few where a host
// speaks HTTP/2.

import { launchBrowser } from "../e2e/browser.js";
import { startServer } from "../e2e/server.js";
import { median } from "./table.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Request} Request */

/** @typedef {{step: number, drawn: number}} Moments  ms after the navigation began */
/**
 * @typedef {{view: boolean, bytes: number, headers: number}} Response  whether it is the view's, the rest being the
 * shell's and the trainer's
 */
/** @typedef {{cold: Moments, warm: Moments, megabytes: {trainer: number, all: number, headers: number}}} Opening */

/**
 * @param {number} rounds
 * @returns {Promise<Opening>}
 */
export async function timeOpening(rounds) {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const visits = [];
    for (let i = 0; i < rounds; i++) visits.push(await visitTwice(browser, server.origin));
    return openingOf(visits);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * Medians over the rounds. The bytes are those of the last one: they are the same each time.
 * @param {{cold: Moments, warm: Moments, responses: Response[]}[]} visits
 * @returns {Opening}
 */
export function openingOf(visits) {
  const moments = (/** @type {"cold" | "warm"} */ visit) => ({
    step: median(visits.map((each) => each[visit].step)),
    drawn: median(visits.map((each) => each[visit].drawn)),
  });
  const responses = visits.at(-1)?.responses ?? [];
  const sum = (/** @type {number[]} */ bytes) => bytes.reduce((all, some) => all + some, 0) / 1e6;
  const megabytes = {
    trainer: sum(responses.filter(({ view }) => !view).map(({ bytes }) => bytes)),
    all: sum(responses.map(({ bytes }) => bytes)),
    headers: sum(responses.map(({ headers }) => headers)),
  };
  return { cold: moments("cold"), warm: moments("warm"), megabytes };
}

/**
 * In a profile of its own; between the visits the page keeps itself.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 */
async function visitTwice(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  await context.addInitScript(noteMoments);
  const page = await context.newPage();
  /** @type {Request[]} */
  const requests = [];
  page.on("requestfinished", (request) => requests.push(request));
  const cold = await visit(page, address);
  const responses = await Promise.all(requests.map(responseOf));
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.close();
  const warm = await visit(await context.newPage(), address);
  await context.close();
  return { cold, warm, responses };
}

/**
 * @param {Page} page
 * @param {string} address
 * @returns {Promise<Moments>}
 */
async function visit(page, address) {
  await page.goto(address, { waitUntil: "commit" });
  const moments = await page.waitForFunction(
    () =>
      /** @type {any} */ (window).moments?.step &&
      /** @type {any} */ (window).moments.drawn &&
      /** @type {any} */ (window).moments,
  );
  return moments.jsonValue();
}

/**
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function responseOf(request) {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return { view: request.frame().parentFrame() !== null, bytes: responseBodySize, headers: responseHeadersSize };
}

/** Runs in the page and in its view before their own scripts. */
function noteMoments() {
  const page = /** @type {any} */ (window.parent);
  page.moments ??= {};
  const note = (/** @type {string} */ name) =>
    (page.moments[name] ??= performance.timeOrigin + performance.now() - page.performance.timeOrigin);
  if (page === window) {
    const step = async () => {
      await onelayer.ready;
      await onelayer.step();
      note("step");
    };
    const look = () => ("onelayer" in window ? step() : setTimeout(look, 5));
    look();
    return;
  }
  // The view reports to the worker when its weights are on the screen.
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ options) {
    if (message?.frame === "drawn") note("drawn");
    post.call(this, message, options);
  };
}
