// The site is kept by a service worker: it opens without a network, and a new version waits for the visitor.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";

import { launchBrowser } from "./browser.js";
import { patience, watchContext, withoutNetwork } from "./harness.js";
import { openPage, waitForEpoch, waitForStatus } from "./page.js";
import { startServer } from "./server.js";
import { deployNewer, newer, versionOf, waitUntilKept } from "./versions.js";

/** @typedef {import("playwright-core").Page} Page */

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
 * @param {boolean} [bypassCSP]  only the page may start a worker; this test does too
 */
function offlineTest(name, body, bypassCSP = false) {
  test(name, { timeout: 300_000 }, async () => {
    const host = await startHost();
    const context = await browser.newContext({ bypassCSP, viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(patience);
    try {
      const watch = watchContext(context, host.origin);
      await body(await context.newPage(), host);
      watch.assertClean([withoutNetwork]);
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
    deployNewer: () => deployNewer(folder),
    /**
     * Has a file of the site be something else; resolves with what undoes that.
     * @param {string} name
     * @param {string} content
     */
    async spoil(name, content) {
      const version = (await readdir(folder)).find((entry) => /^[0-9a-f]{16}$/.test(entry)) ?? "";
      const file = path.join(folder, version, name);
      const whole = await readFile(file);
      await writeFile(file, content);
      for (const form of [".br", ".gz"]) await rm(file + form, { force: true });
      return () => writeFile(file, whole);
    },
    async stop() {
      await unplug();
      await rm(folder, { recursive: true });
    },
  };
}

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

offlineTest(
  "a new version is announced; the old page trains on with its own files, a reload brings the new one",
  async (page, host) => {
    await openPage(page, host.origin);
    const old = await versionOf(page);
    await waitUntilKept(page);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await waitForEpoch(page, 1);

    await host.deployNewer();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const notice = page.locator(".notice").filter({ hasText: "A new version is ready." });
    await notice.waitFor();
    await waitForStatus(page, "finished");
    assert.equal(await versionOf(page), old, "nothing was forced");
    const { parameters } = await page.evaluate(() => onelayer.checkGradient({ batchSize: 10, l2: 0 }));
    assert.equal(parameters, 30_730, "its files are still there, though the host has them no more");

    await notice.getByRole("button", { name: "Reload" }).click();
    await page.waitForFunction((wanted) => document.scripts[1]?.src.includes(wanted), newer);
    await openPage(page, host.origin);
    assert.equal(await versionOf(page), newer);
    assert.equal(await notice.count(), 0);
    await page.evaluate(async () => {
      const oldIsKept = async () => (await caches.keys()).length > 1;
      while (await oldIsKept()) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await host.unplug();
    await openPage(page, host.origin);
    assert.equal(await versionOf(page), newer, "the new one is what is kept");
  },
);

const portal = "<!doctype html><title>Sign in to the network</title>";

offlineTest(
  "what a captive portal answers with is not kept; a later visit keeps the site whole",
  async (page, host) => {
    const whole = await host.spoil("loader.wasm", portal);
    await openPage(page, host.origin);
    await page.evaluate(async () => {
      // The installation fails, and so does the next.
      await navigator.serviceWorker.register("sw.js").catch(() => {});
      while (await navigator.serviceWorker.getRegistration()) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    const kept = await page.evaluate(async () => (await caches.match("digests.json")) !== undefined);
    assert.equal(kept, false, "nothing stands for the whole site");
    await whole();
    await openPage(page, host.origin);
    await waitUntilKept(page);
    assert.match(await page.evaluate(contentOf, "loader.wasm"), /^\0asm/);
  },
  true,
);

offlineTest("an entry of the cache that is damaged is fetched anew", async (page, host) => {
  await openPage(page, host.origin);
  await waitUntilKept(page);
  await page.evaluate(async (text) => {
    const [name] = await caches.keys();
    const cache = await caches.open(name ?? "");
    const damaged = (await cache.keys()).find(({ url }) => url.endsWith("/checker.wasm"));
    await cache.put(damaged ?? "", new Response(text));
  }, portal);
  assert.match(await page.evaluate(contentOf, "checker.wasm"), /^<!doctype/);
  await openPage(page, `${host.origin}/?visit=second`);
  while (!/^\0asm/.test(await page.evaluate(contentOf, "checker.wasm"))) await page.waitForTimeout(50);
  const { parameters } = await page.evaluate(() => onelayer.checkGradient({ batchSize: 10, l2: 0 }));
  assert.equal(parameters, 30_730);
});

/** The first bytes of a file in the page's caches, as text. @param {string} name */
async function contentOf(name) {
  for (const cacheName of await caches.keys()) {
    const cache = await caches.open(cacheName);
    const request = (await cache.keys()).find(({ url }) => url.endsWith(`/${name}`));
    const response = request && (await cache.match(request));
    if (response) return (await response.text()).slice(0, 9);
  }
  return "";
}

offlineTest("Chromium finds nothing that keeps the page from being installed", async (page, host) => {
  await openPage(page, host.origin);
  const chrome = await page.context().newCDPSession(page);
  const { installabilityErrors } = await chrome.send("Page.getInstallabilityErrors");
  const ids = installabilityErrors.map(({ errorId }) => errorId);
  assert.deepEqual(
    ids.filter((id) => id !== "in-incognito"),
    [],
  ); // as every page of a test is
  const { errors, url, data } = await chrome.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { start_url: start, icons } = JSON.parse(data ?? "{}");
  assert.equal(new URL(start, url).href, `${host.origin}/`);
  for (const { src } of icons) assert.equal((await page.request.get(new URL(src, url).href)).status(), 200, src);
});

offlineTest("a browser without service workers misses nothing else", async (page, host) => {
  await page.addInitScript("delete Navigator.prototype.serviceWorker");
  const wanted = ["tour", "take_away", "entries", "sheet", "lean-qr"].map((part) =>
    page.waitForResponse(new RegExp(`/${part}-\\w+\\.js$`)),
  );
  await openPage(page, host.origin);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
  for (const response of await Promise.all(wanted)) await response.finished();

  await page.route(/\/js\//, (route) => route.fulfill({ status: 404 })); // the host has another version by now
  await page.locator("#more-open").click();
  await page.locator("#tour-start").click();
  await page.locator("#tour").waitFor();
});
