// The site is kept by a service worker: it opens without a network, and a new version waits for the visitor.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";

import { launchBrowser } from "./browser.js";
import { watchContext } from "./harness.js";
import { openPage, waitForEpoch, waitForStatus } from "./page.js";
import { startServer } from "./server.js";

/** @typedef {import("playwright-core").Page} Page */

const newer = "0123456789abcdef";

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  browser = await launchBrowser();
});

after(() => browser.close());

/**
 * A test with a host and a browser context of its own, which keeps the site.
 * @param {string} name
 * @param {(page: Page, host: Awaited<ReturnType<typeof startHost>>) => Promise<void>} body
 */
function offlineTest(name, body) {
  test(name, { timeout: 120_000 }, async () => {
    const host = await startHost();
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    try {
      const watch = watchContext(context, host.origin);
      await body(await context.newPage(), host);
      watch.assertClean([/ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/]); // what the browser notes without a network
    } finally {
      await context.close();
      await host.stop();
    }
  });
}

/** A copy of the built site on a server that can be stopped. */
async function startHost() {
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-host-"));
  await cp("dist", folder, { recursive: true });
  const server = await startServer(folder);
  let stopped = false;
  const unplug = async () => {
    if (!stopped) await server.stop();
    stopped = true;
  };
  return {
    origin: server.origin,
    unplug,
    /** Puts another version in place of the one there: the old one's files are gone. */
    async deployNewer() {
      const old = (await readdir(folder)).find((name) => /^[0-9a-f]{16}$/.test(name)) ?? "";
      await rename(path.join(folder, old), path.join(folder, newer));
      for (const name of ["index.html", "sw.js"]) {
        const text = await readFile(path.join(folder, name), "utf8");
        await writeFile(path.join(folder, name), text.replaceAll(old, newer));
        for (const form of [".br", ".gz"]) await rm(path.join(folder, name + form), { force: true });
      }
    },
    async stop() {
      await unplug();
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * Waits until the service worker serves the page and keeps a version whole.
 * @param {Page} page
 * @param {string} [version]
 */
async function waitUntilKept(page, version = "") {
  await page.evaluate(async (wanted) => {
    const kept = async () => {
      const name = (await caches.keys()).find((name) => name.includes(wanted));
      return navigator.serviceWorker.controller && name && (await (await caches.open(name)).match("digests.json"));
    };
    while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 50));
  }, version);
}

/** @param {Page} page */
const version = (page) => page.evaluate(() => /[0-9a-f]{16}/.exec(document.querySelector("script")?.src ?? "")?.[0]);

offlineTest("after one visit the page opens, trains and checks gradients without a network", async (page, host) => {
  await openPage(page, host.origin);
  await waitUntilKept(page);
  await host.unplug();
  await openPage(page, `${host.origin}/?visit=second#train`);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForEpoch(page, 2);
  const { parameters } = await page.evaluate(() => onelayer.checkGradient({ batchSize: 10, l2: 0 }));
  assert.equal(parameters, 30_730, "a program that the first visit did not use is there");
});

offlineTest("a new version is announced; the old page trains on with its own files, a reload brings the new one", async (page, host) => {
  await openPage(page, host.origin);
  const old = await version(page);
  await waitUntilKept(page);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForEpoch(page, 1);

  await host.deployNewer();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const notice = page.getByRole("status").filter({ hasText: "A new version is ready." });
  await notice.waitFor();
  await waitForStatus(page, "finished");
  assert.equal(await version(page), old, "nothing was forced");
  const { parameters } = await page.evaluate(() => onelayer.checkGradient({ batchSize: 10, l2: 0 }));
  assert.equal(parameters, 30_730, "its files are still there, though the host has them no more");

  await notice.getByRole("button", { name: "Reload" }).click();
  await page.waitForFunction((wanted) => document.querySelector("script")?.src.includes(wanted), newer);
  await openPage(page, host.origin);
  assert.equal(await version(page), newer);
  assert.equal(await notice.count(), 0);
  await page.evaluate(async () => {
    while ((await caches.keys()).length > 1) await new Promise((resolve) => setTimeout(resolve, 50)); // the old version is removed
  });
  await host.unplug();
  await openPage(page, host.origin);
  assert.equal(await version(page), newer, "the new one is what is kept");
});

offlineTest("Chromium finds nothing that keeps the page from being installed", async (page, host) => {
  await openPage(page, host.origin);
  const chrome = await page.context().newCDPSession(page);
  const { installabilityErrors } = await chrome.send("Page.getInstallabilityErrors");
  const ids = installabilityErrors.map(({ errorId }) => errorId);
  assert.deepEqual(ids.filter((id) => id !== "in-incognito"), []); // as every page of a test is
  const { errors, url, data } = await chrome.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { start_url: start, icons } = JSON.parse(data ?? "{}");
  assert.equal(new URL(start, url).href, `${host.origin}/`);
  for (const { src } of icons) assert.equal((await page.request.get(new URL(src, url).href)).status(), 200, src);
});

offlineTest("a browser without service workers misses nothing else", async (page, host) => {
  await page.addInitScript("delete Navigator.prototype.serviceWorker");
  await openPage(page, host.origin);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
});
