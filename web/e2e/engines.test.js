// The same journey in each engine that is installed: the same figures and the same weights, to the last bit.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { setTimeout } from "node:timers/promises";

import { launchBrowser } from "./browser.js";
import { realShards, withoutRealData } from "./data.js";
import { firefoxErrors, launchFirefox, withoutFirefox } from "./firefox.js";
import { tarGz } from "./forms.js";
import { pageTest, withoutNetwork } from "./harness.js";
import { openPage } from "./page.js";
import { startServer } from "./server.js";
import { launchWebKit, webkitInstalled } from "./webkit.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof journey>>} Found */

/**
 * How an engine is driven.
 * @typedef {object} Driver
 * @property {(script: string, parameter?: object) => Promise<any>} run the body of a function, which may await
 * @property {(files: string[]) => Promise<void>} choose
 * @property {() => Promise<unknown>} reload
 * @property {() => Promise<unknown>} unplug stops the host
 */

/** What the engines do: a run on the sample, and one on the report's three shards, if they are there. */
const settings = { l2: 0.1, learningRate: 0.001, batchSize: 100, epochs: 3, seed: 7, shuffle: true };

/** Functions for the scripts below. */
const TOOLS = `
  const until = async (holds) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const digestOf = async (run) => {
    const { weights, bias } = await onelayer.weights(run.id);
    let digest = 0xcbf29ce484222325n; // FNV-1a, 64 bits
    for (const values of [weights, bias])
      for (const bits of new Uint32Array(values.buffer, values.byteOffset, values.length))
        digest = BigInt.asUintN(64, (digest ^ BigInt(bits)) * 0x100000001b3n);
    return digest.toString(16);
  };
  const run = () => onelayer.runs().at(-1);
  await until(() => "onelayer" in window);
  await onelayer.ready;
`;

const TRAIN = `
  await onelayer.set(parameters[0]);
  await onelayer.reset();
  await onelayer.play();
  await until(() => run().status === "finished");
  const { history, test } = run();
  return { history, test, digest: await digestOf(run()), images: onelayer.data().splits };
`;

const CHECK = `
  const { sums, relativeError } = await onelayer.checkGradient({ batchSize: 10, l2: 0.1 });
  return { sums, relativeError };
`;

const REPORT = `
  const four = await onelayer.paper();
  return four.map(({ name, train, validation, test }) => ({ name, train, validation, test }));
`;

/** An archive of one shard, and the sample again. */
const UNPACK = `
  const isSample = () => onelayer.data().name.startsWith("Practice");
  const opened = () => /[0-9a-f]{64}/.test(document.querySelector(".digests").textContent); // its first shard is before
  await until(() => !isSample() && opened());
  await onelayer.step();
  const digest = await digestOf(run());
  document.querySelector("#use-sample").click();
  await until(isSample);
  return digest;
`;

const KEEP = `
  await until(() => onelayer.data().splits.test === 10_000);
  document.querySelector("#data-chip").click();
  await until(() => document.querySelector("#data-panel").textContent.includes("Kept: data_batch_1"));
`;

/** The text that the page would save as the curves of all runs. */
const EXPORT = `
  await until(() => document.querySelector(".digests").textContent.match(/[0-9a-f]{64}/g)?.length === 3);
  const { createObjectURL } = URL;
  HTMLAnchorElement.prototype.click = () => {}; // nothing is saved
  const file = await new Promise((resolve) => {
    URL.createObjectURL = (file) => (resolve(file), "about:blank");
    document.querySelector("#take-csv").click();
  });
  URL.createObjectURL = createObjectURL;
  delete HTMLAnchorElement.prototype.click;
  return file.text();
`;

/** What is there again: the data, and the weights of the two runs. */
const RETURN = `
  const finished = () => onelayer.runs().filter(({ epoch, status }) => epoch === 3 && status === "finished");
  const late = performance.now() + 60_000;
  await until(() => finished().length === 2 || performance.now() > late);
  const digests = await Promise.all(finished().map(digestOf));
  return { images: onelayer.data().splits, digests: digests.sort() };
`;

/** The browser has all files of the site. */
const KEPT = `
  const kept = async () => {
    const registered = await navigator.serviceWorker.getRegistration();
    const [name] = await caches.keys();
    return registered?.active && name && (await (await caches.open(name)).match("digests.json"));
  };
  while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 50));
`;

const RESET = `
  await onelayer.reset();
  await onelayer.step();
  return { images: onelayer.data().splits, step: run().step, digest: await digestOf(run()) };
`;

/** A shard packed as a .tar.gz, once. @type {Promise<string> | undefined} */
let archive;

async function packed() {
  const [shard = ""] = realShards;
  const file = path.join(await mkdtemp(path.join(tmpdir(), "onelayer-engines-")), "batch.tar.gz");
  await writeFile(file, tarGz(path.dirname(shard), [path.basename(shard)]));
  return file;
}

/**
 * The sample, the gradient, the report, an archive, three real shards, an export, a reload, and another one without a
 * network.
 * @param {Driver} driver
 */
async function journey({ run: bare, choose, reload, unplug }) {
  const run = (/** @type {string} */ script, /** @type {object} */ parameter = {}) => bare(TOOLS + script, parameter);
  const sample = [await run(TRAIN, settings), await run(CHECK), await run(REPORT)];
  if (withoutRealData) return { sample };
  await choose([await (archive ??= packed())]);
  const unpacked = await run(UNPACK);
  await choose(realShards);
  await run(KEEP);
  const real = await run(TRAIN, settings);
  const curves = await run(EXPORT);
  await setTimeout(3000); // WebKit loses what a page writes at its end; the two seconds before are not promised
  await reload();
  const returned = await run(RETURN);
  await run(KEPT);
  await unplug();
  await reload();
  return { sample, unpacked, real, curves, returned, offline: await run(RESET) };
}

/** @param {Page} page @param {() => Promise<unknown>} unplug */
const journeyIn = (page, unplug) =>
  journey({
    run: (script, parameter) =>
      page.evaluate(([script, parameter]) => {
        const Async = /** @type {any} */ (Object.getPrototypeOf(async () => {})).constructor;
        return new Async("parameters", script)([parameter]);
      }, /** @type {const} */ ([script, parameter])),
    choose: (files) => page.locator("#data-files").setInputFiles(files),
    reload: () => page.reload(),
    unplug,
  });

/** The built site on a server that may be stopped before the end. */
async function startSite() {
  const { origin, stop } = await startServer();
  /** @type {Promise<void> | null} */
  let stopped = null;
  return { origin, stop: () => (stopped ??= stop()) };
}

/** What Chromium finds, once. @type {Promise<Found> | null} */
let expected = null;

async function inChromium() {
  const site = await startSite();
  const chromium = await launchBrowser({ webgl: false });
  try {
    const page = await chromium.newPage();
    await openPage(page, site.origin);
    return await journeyIn(page, site.stop);
  } finally {
    await chromium.close();
    await site.stop();
  }
}

/** @param {Found} found */
async function sameAsChromium(found) {
  const { sample, real, returned, offline } = found;
  assert.equal(sample[0].history.length, 4);
  if (!withoutRealData) assert.equal(real.history.length, 4);
  if (returned) assert.deepEqual(returned, { images: real.images, digests: [sample[0].digest, real.digest].sort() });
  if (offline) assert.deepEqual([offline.images, offline.step], [real.images, 1]);
  assert.deepEqual(found, await (expected ??= inChromium()));
}

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;

pageTest(
  "Firefox trains to the same weights as Chromium, and opens without a network",
  async (page) => sameAsChromium(await journeyIn(page, site.stop)),
  {
    skip: withoutFirefox,
    launch: () => launchFirefox(),
    site: async () => (site = await startSite()),
    context: { serviceWorkers: "allow" },
    expectedErrors: [...firefoxErrors, withoutNetwork],
  },
);

test(
  "WebKit trains to the same weights as Chromium, and opens without a network",
  { skip: webkitInstalled ? false : "WebKitGTK is not installed", timeout: 600_000 },
  async () => {
    const site = await startSite();
    const page = await launchWebKit(site.origin);
    try {
      const choose = (/** @type {string[]} */ files) => page.choose("#data-files", files);
      await sameAsChromium(await journey({ run: page.run, choose, reload: page.reload, unplug: site.stop }));
    } finally {
      await page.close();
      await site.stop();
    }
  },
);
