// The page behind servers that others have: opened, trained, drawn, and opened again without a network.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { launchBrowser } from "./browser.js";
import { patience, watchContext, withoutNetwork } from "./harness.js";
import { hosts } from "./hosts.js";
import { openPage, waitForEpoch } from "./page.js";
import { waitForView } from "./pixels.js";
import { deployNewer, newer, versionOf, waitUntilKept } from "./versions.js";

/** @typedef {import("playwright-core").Page} Page */

/** Where the page lies on each host, at the root or in a folder, and by what name it is opened the second time. */
const VISITS = [
  ["nginx", "/demo/onelayer/", ""],
  ["Caddy", "/", ""],
  ["python3 -m http.server", "/demo/onelayer/", "index.html"],
  ["npx serve", "/", "index.html?visit=second"], // it redirects that name
  ["GitHub Pages", "/onelayer/", ""],
];

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  browser = await launchBrowser();
});

after(() => browser.close());

/**
 * A test with a copy of the built site on a host.
 * @param {string} name  of the host
 * @param {string} place  the site's path there
 * @param {string} title
 * @param {(page: Page, site: {address: string, folder: string, unplug: () => Promise<void>}) => Promise<void>} body
 */
function hostTest(name, place, title, body) {
  const { missing, start } = hosts[name];
  test(`${name}, at ${place}: ${title}`, { skip: missing, timeout: 300_000 }, async () => {
    const root = await mkdtemp(path.join(tmpdir(), "onelayer-host-"));
    const folder = path.join(root, place);
    await cp("dist", folder, { recursive: true });
    await addCompressedForms(folder);
    const host = await start(root);
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    context.setDefaultTimeout(patience);
    let running = true;
    const unplug = async () => {
      if (running) await host.stop();
      running = false;
    };
    try {
      const watch = watchContext(context, host.origin);
      await body(await context.newPage(), { address: host.origin + place, folder, unplug });
      watch.assertClean([withoutNetwork]);
    } finally {
      await context.close();
      await unplug();
      await rm(root, { recursive: true });
    }
  });
}

/**
 * Adds compressed forms of programs that have none: compressed fast, as long as they are smaller.
 * @param {string} folder
 */
async function addCompressedForms(folder) {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith(".wasm")) continue;
    const bytes = await readFile(path.join(folder, name));
    await writeFile(path.join(folder, `${name}.gz`), gzipSync(bytes, { level: 1 }));
    await writeFile(
      path.join(folder, `${name}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    );
  }
}

for (const [name, place, entry] of VISITS) {
  hostTest(
    name,
    place,
    "the page opens, trains and draws, and once more without a network",
    async (page, { address, unplug }) => {
      const programs = page.waitForResponse(/trainer\.wasm$/);
      await openPage(page, address);
      const { "content-encoding": encoding, "content-type": type } = await (await programs).allHeaders();
      assert.equal(type, "application/wasm");
      if (hosts[name].compresses) assert.match(encoding ?? "", /br|gzip/);
      await page.getByRole("button", { name: "Train", exact: true }).click();
      await waitForEpoch(page, 2);
      await waitForView(page, { colours: 1000, curve: 20 });

      await waitUntilKept(page);
      await unplug();
      await openPage(page, address + entry);
      await page.getByRole("button", { name: "Step", exact: true }).click();
      await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
      await waitForView(page, { colours: 1000 });
    },
  );
}

hostTest(
  "GitHub Pages",
  "/onelayer/",
  "a new version is there at the next visit, though the old one may be kept for ten minutes",
  async (page, { address, folder, unplug }) => {
    await openPage(page, address);
    const old = await versionOf(page);
    await waitUntilKept(page);
    await deployNewer(folder);
    await openPage(page, address);
    assert.deepEqual([await versionOf(page), old === newer], [newer, false]);
    await waitUntilKept(page, newer);
    await unplug();
    await openPage(page, address);
    assert.equal(await versionOf(page), newer);
  },
);
