// The basis of every end-to-end test: the built site behind the real file server, Chromium, and a fresh page that
// may neither complain nor ask for anything but the page's own files.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { launchBrowser } from "./browser.js";
import { openPage } from "./page.js";
import { startServer } from "./server.js";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").BrowserContext} BrowserContext
 */

const ARTIFACTS = path.join(path.dirname(fileURLToPath(import.meta.url)), "artifacts");

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import("playwright-core").Browser | undefined} */
let browser;

before(async () => {
  server = await startServer();
});

after(async () => {
  await browser?.close();
  await server.stop();
});

/** How long a test waits for a state before it fails, milliseconds: two pages share two slow cores. */
export const patience = 90_000;

let webgl = true;

/**
 * For a file whose tests don't look at the picture of the view: its browser has no WebGL, so that the view draws on a
 * 2D canvas, and a test takes a third less.
 */
export function withoutWebGL() {
  webgl = false;
}

/** Where the site is served while the tests run. */
export const origin = () => server.origin;

/**
 * A test with a page of its own, opened and ready. It fails if the page logs an error, throws, or asks for anything
 * outside its own origin; a failure leaves a screenshot in e2e/artifacts.
 * @param {string} name
 * @param {(page: Page, t: import("node:test").TestContext) => Promise<void>} body
 * @param {object} [options]
 * @param {string | false} [options.skip]
 * @param {import("playwright-core").BrowserContextOptions} [options.context]
 * @param {RegExp[]} [options.expectedErrors]  console errors that the test expects
 * @param {() => Promise<import("playwright-core").Browser>} [options.launch]  a browser of its own for this test
 * @param {() => Promise<Awaited<ReturnType<typeof startServer>>>} [options.site]  a server of its own for this test
 * @param {number} [options.timeout]  ms, for a test that takes minutes
 */
export function pageTest(
  name,
  body,
  { skip = false, context: contextOptions, expectedErrors = [], launch, site, timeout = 300_000 } = {},
) {
  test(name, { skip, timeout }, async (t) => {
    const own = launch ? await launch() : undefined;
    const ownSite = site ? await site() : undefined;
    const origin = (ownSite ?? server).origin;
    browser ??= own ? undefined : await launchBrowser({ webgl });
    const context = await /** @type {import("playwright-core").Browser} */ (own ?? browser).newContext({
      viewport: { width: 1280, height: 720 },
      serviceWorkers: "block", // each page is new, and nothing is kept
      ...contextOptions,
    });
    context.setDefaultTimeout(patience);
    try {
      const watch = watchContext(context, origin);
      const page = await context.newPage();
      try {
        await openPage(page, origin);
        await body(page, t);
      } catch (error) {
        await keepScreenshot(page, name);
        throw error;
      }
      watch.assertClean(expectedErrors);
    } finally {
      await context.close();
      await own?.close();
      await ownSite?.stop();
    }
  });
}

/** What the browser writes to the console for a request without a network. */
export const withoutNetwork = /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/;

/**
 * Notes what a page must not do.
 * @param {BrowserContext} context
 * @param {string} allowedOrigin
 */
export function watchContext(context, allowedOrigin) {
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const foreign = [];
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== allowedOrigin && !["blob:", "data:", "about:"].includes(url.protocol))
      foreign.push(request.url());
  });
  return {
    /** @param {RegExp[]} expectedErrors */
    assertClean(expectedErrors = []) {
      assert.deepEqual(
        errors.filter((text) => !expectedErrors.some((pattern) => pattern.test(text))),
        [],
        "errors in the console",
      );
      assert.deepEqual(foreign, [], "requests beyond the page's own files");
    },
  };
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function keepScreenshot(page, name) {
  await mkdir(ARTIFACTS, { recursive: true });
  const file = path.join(ARTIFACTS, `${name.replace(/\W+/g, "-")}.png`);
  await page.screenshot({ path: file }).catch(() => {});
}
