// The same journey in each engine that is installed: the same figures and the same weights, to the last bit.

import assert from "node:assert/strict";
import test from "node:test";

import { launchBrowser } from "./browser.js";
import { realShards, withoutRealData } from "./data.js";
import { firefoxErrors, launchFirefox, withoutFirefox } from "./firefox.js";
import { origin, pageTest } from "./harness.js";
import { openPage } from "./page.js";
import { launchWebKit, retry, webkitInstalled } from "./webkit.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{history: object[], test: object | null, digest: string, images: object}} Found of a run */

/** What the engines do: a run on the sample, and one on the report's three shards, if they are there. */
const settings = { l2: 0.1, learningRate: 0.001, batchSize: 100, epochs: 3, seed: 7, shuffle: true };

/** Trains in the page; the body of a function of the settings. */
const TRAIN = `
  await onelayer.ready;
  await onelayer.set(parameters[0]);
  await onelayer.reset();
  await onelayer.play();
  const run = () => onelayer.runs().at(-1);
  while (run().status !== "finished") await new Promise((resolve) => setTimeout(resolve, 20));
  const { weights, bias } = await onelayer.weights(run().id);
  let digest = 0xcbf29ce484222325n; // FNV-1a, 64 bits
  for (const values of [weights, bias])
    for (const bits of new Uint32Array(values.buffer, values.byteOffset, values.length))
      digest = BigInt.asUintN(64, (digest ^ BigInt(bits)) * 0x100000001b3n);
  const { history, test } = run();
  return { history, test, digest: digest.toString(16), images: onelayer.data().splits };
`;

/**
 * @param {(script: string, parameter: object) => Promise<any>} run
 * @param {(files: string[]) => Promise<void>} choose
 * @returns {Promise<Found[]>}
 */
async function journey(run, choose) {
  const found = [await run(TRAIN, settings)];
  if (withoutRealData) return found;
  await choose(realShards);
  await run("while (onelayer.data().splits.test !== 10_000) await new Promise((go) => setTimeout(go, 50))", {});
  return [...found, await run(TRAIN, settings)];
}

/** @param {Page} page */
const journeyIn = (page) =>
  journey(
    (script, parameter) =>
      page.evaluate(([script, parameter]) => {
        const Async = /** @type {any} */ (Object.getPrototypeOf(async () => {})).constructor;
        return new Async("parameters", script)([parameter]);
      }, /** @type {const} */ ([script, parameter])),
    (files) => page.locator("#data-files").setInputFiles(files),
  );

/** What Chromium finds, once. @type {Promise<Found[]> | null} */
let expected = null;

async function inChromium() {
  const chromium = await launchBrowser({ webgl: false });
  try {
    const page = await chromium.newPage();
    await openPage(page, origin());
    return await journeyIn(page);
  } finally {
    await chromium.close();
  }
}

/** @param {Found[]} found */
async function sameAsChromium(found) {
  assert.ok(found.length === (withoutRealData ? 1 : 2) && found.every(({ history }) => history.length === 4));
  assert.deepEqual(found, await (expected ??= inChromium()));
}

pageTest("Firefox trains to the same weights as Chromium", async (page) => sameAsChromium(await journeyIn(page)), {
  skip: withoutFirefox,
  launch: () => launchFirefox(),
  expectedErrors: firefoxErrors,
});

test(
  "WebKit trains to the same weights as Chromium",
  { skip: webkitInstalled ? false : "WebKitGTK is not installed", timeout: 300_000 },
  async () => {
    const page = await launchWebKit(origin());
    try {
      await retry(async () => assert.ok(await page.run("return 'onelayer' in window")));
      const choose = (/** @type {string[]} */ files) => page.choose("#data-files", files);
      await sameAsChromium(await journey(page.run, choose));
    } finally {
      await page.close();
    }
  },
);
