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
  await context.addInitScript(noteStep);
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
  const view = page.waitForEvent("worker", { predicate: (worker) => worker.url().endsWith("/program.js") });
  const drawn = view.then((worker) => worker.evaluate(whenDrawn));
  await page.goto(address, { waitUntil: "commit" });
  const step = await page.waitForFunction(() => Reflect.get(window, "stepped"));
  const origin = await page.evaluate(() => performance.timeOrigin);
  return { step: (await step.jsonValue()) - origin, drawn: (await drawn) - origin };
}

/**
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function responseOf(request) {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return { view: request.frame().parentFrame() !== null, bytes: responseBodySize, headers: responseHeadersSize };
}

/** Runs in the page before its own scripts: notes when the first step is done. */
function noteStep() {
  if (window.parent !== window) return;
  const step = async () => {
    await onelayer.ready;
    await onelayer.step();
    Object.assign(window, { stepped: performance.timeOrigin + performance.now() });
  };
  const look = () => ("onelayer" in window ? step() : setTimeout(look, 5));
  look();
}

/**
 * Runs in the view's worker before its program, which reports to the trainer when weights are on the screen.
 * @returns {Promise<number>} when that is, for the first time
 */
function whenDrawn() {
  return new Promise((resolve) => {
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ options) {
      if (message?.frame === "drawn") resolve(performance.timeOrigin + performance.now());
      post.call(this, message, options);
    };
  });
}
