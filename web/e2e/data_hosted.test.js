// A site that carries CIFAR-10 (`./build.sh data`) opens with it: the first chunk trains at once, the rest comes
// behind.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { withHostedData } from "../tools/dist.js";
import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, openPage } from "./page.js";
import { startServer } from "./server.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Serves a copy of the built site with the real shards, as `./build.sh data` adds them. */
async function hostedSite() {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), "onelayer-hosted-")), "site");
  await cp(path.join(ROOT, "dist"), folder, { recursive: true });
  await promisify(execFile)("go", ["run", "./web/tools/data", "-out", path.join(folder, "data"), ...realShards], {
    cwd: ROOT,
  });
  const manifest = (await readdir(path.join(folder, "data"))).find((name) => name.endsWith(".json"));
  const index = path.join(folder, "index.html");
  await writeFile(index, withHostedData(await readFile(index, "utf8"), manifest));
  for (const form of [".br", ".gz"]) await rm(index + form, { force: true }); // they are of the page without data
  const server = await startServer(folder);
  const stop = async () => {
    await server.stop();
    await rm(path.dirname(folder), { recursive: true });
  };
  return { ...server, stop };
}

/**
 * Notes every name of data that the page shows from its first moment on.
 * @param {Page} page
 */
async function noteNames(page) {
  await page.addInitScript(() => {
    const names = new Set();
    new MutationObserver(() => names.add(document.querySelector(".chip-name")?.textContent)).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    Object.assign(window, { names });
  });
}

pageTest(
  "the first thousand images train at once, the rest streams in, and training goes on with all",
  async (page) => {
    const address = page.url();
    await page.goto("about:blank"); // the page that was opened may still be asking for chunks
    await noteNames(page);
    /** @type {(() => void)[]} */
    const held = [];
    let chunks = 0;
    let open = false;
    await page.route("**/data/*.bin", async (route) => {
      if (chunks++ > 0 && !open) await new Promise((resolve) => held.push(() => resolve(undefined)));
      await route.continue().catch(() => {}); // a page that is left asks no more
    });
    await openPage(page, address);

    const first = await page.evaluate(() => onelayer.data());
    assert.doesNotMatch(first.name, /practice images/i);
    assert.equal(first.splits.train + first.splits.validation + first.splits.test, 1000);
    assert.match(
      await page.locator(".notice.loading").innerText(),
      /of 92\.2\sMB.*1,000 images/s,
      "the rest is on its way",
    );
    await page.evaluate(() => onelayer.set({ epochs: 1000 }));
    await page.evaluate(() => onelayer.play());
    await page.waitForFunction(() => (onelayer.runs().at(-1)?.step ?? 0) > 0);

    open = true;
    for (const release of held) release();
    await page.waitForFunction(() => onelayer.data().splits.test === 10_000);
    assert.deepEqual(
      { ...(await page.evaluate(() => onelayer.data().splits)) },
      { train: 10_000, validation: 10_000, test: 10_000 },
    );
    await page.waitForFunction(
      () => onelayer.runs().at(-1)?.stepsPerEpoch === 100 && (onelayer.runs().at(-1)?.step ?? 0) > 0,
    );
    assert.equal((await currentRun(page)).status, "running");
    await page.evaluate(() => onelayer.pause());
    await page.locator(".notice.loading").waitFor({ state: "detached" });
    const names = await page.evaluate(() => [.../** @type {any} */ (window).names].filter(Boolean));
    const shown = names.some((/** @type {string} */ name) => /practice images/i.test(name));
    assert.ok(!shown, `the sample was never shown: ${names}`);
  },
  { skip: withoutRealData, site: hostedSite },
);

pageTest(
  "a site whose data cannot be fetched opens on the sample, and says so",
  async (page) => {
    await page.waitForFunction(() => onelayer.data().splits.test === 10_000);
    await page.locator("#data-chip", { hasText: "10,000 train" }).waitFor();
    await page.route("**/data/*.json", (route) => route.fulfill({ status: 500, body: "" }));
    await openPage(page, page.url());
    await page.getByRole("alert").filter({ hasText: "could not be fetched (500)" }).waitFor();
    assert.match(await page.evaluate(() => onelayer.data().name), /practice images/i);
    await page.evaluate(() => onelayer.step());
  },
  { skip: withoutRealData, site: hostedSite, expectedErrors: [/500/] },
);
