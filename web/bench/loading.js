// How fast CIFAR-10 comes in and how much memory that takes, from the dropped files to data that can be trained on, for
// each form that people have it in, beside the browser's own gunzip of the same archive; and how soon what is kept is
// there again at the next visit. `node web/bench/loading.js [ROUNDS]` prints it by itself.
//
// Needs a built dist/ and genuine CIFAR-10: made-up images compress to nothing like it.

import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { launchBrowser } from "../e2e/browser.js";
import { realShards, withoutRealData } from "../e2e/data.js";
import { dropFiles } from "../e2e/drop.js";
import * as forms from "../e2e/forms.js";
import { openPage } from "../e2e/page.js";
import { startServer } from "../e2e/server.js";
import { peakMemory } from "./memory.js";
import { markdown, median, times } from "./table.js";

/** @typedef {import("playwright-core").Page} Page */

/**
 * @typedef {object} Row
 * @property {string} name  the form
 * @property {number} images
 * @property {number} fileBytes  of what is dropped
 * @property {number} seconds  median, from the drop to ready
 * @property {number} rate  MB of images a second, 3072 bytes each
 * @property {number | null} ofGunzip  the rate as a share of what the browser's gunzip reaches alone; null for itself
 * @property {number | null} peak  bytes that the page takes at the most beyond those before; null if that says nothing
 */

/** @typedef {{name: string, files: string[], images: number}} Form */

const CACHE = fileURLToPath(new URL("../../.cache/loading/", import.meta.url));
const PLAIN = "binary version, three files";
const GUNZIP = "the browser’s gunzip alone, of the archive";
const KEPT = "kept in the browser, from the navigation on";
const COPY = "one arrayBuffer() of each of the three files";
const FIRST = "the dropped archive, to the first training step";
const HOVER = 700; // ms that a hand takes from the page's edge to the drop
const SHARD = 10_000; // images

/**
 * A row for each form, the fastest first; none without genuine data.
 * @param {number} [rounds]
 * @returns {Promise<Row[]>}
 */
export async function timeLoading(rounds = 3) {
  if (withoutRealData) return [];
  const all = await writeForms();
  const server = await startServer();
  try {
    const taken = await inBrowser(server.origin, "no", (page) => timeForms(page, all, rounds));
    taken[KEPT] = await inBrowser(server.origin, "yes", (page) => timeKept(page, rounds));
    /** @type {Record<string, number>} */
    const peaks = {};
    for (const { name, files } of all) {
      peaks[name] = await inBrowser(server.origin, "no", (page, browser) =>
        peakMemory(browser, () => openFiles(page, files)),
      );
    }
    return rowsOf(all, taken, peaks);
  } finally {
    await server.stop();
  }
}

/**
 * @param {Form[]} all
 * @param {Record<string, number[]>} taken  ms by name
 * @param {Record<string, number>} peaks
 * @returns {Row[]}
 */
function rowsOf(all, taken, peaks) {
  const archive = all.filter(({ name }) => name.endsWith("tar.gz"));
  const plain = all.filter(({ files }) => files === realShards);
  const others = [
    ...archive.flatMap((form) => [GUNZIP, FIRST].map((name) => ({ ...form, name }))),
    ...plain.flatMap((form) => [KEPT, COPY].map((name) => ({ ...form, name }))),
  ];
  const rows = [...all, ...others].map(({ name, files, images }) => {
    const seconds = median(taken[name] ?? []) / 1000;
    return {
      name,
      images,
      seconds,
      fileBytes: sizes(files),
      rate: (images * 3072) / 1e6 / seconds,
      peak: peaks[name] ?? null,
    };
  });
  const limit = rows.find(({ name }) => name === GUNZIP)?.rate ?? NaN;
  return rows
    .map((row) => ({ ...row, ofGunzip: row.name === GUNZIP ? null : row.rate / limit }))
    .sort((a, b) => b.rate - a.rate);
}

/**
 * The targets for loading, in seconds or as ratios within one run.
 * @param {Row[]} rows
 */
export function loadingFigures(rows) {
  const row = (/** @type {(name: string) => boolean} */ wanted) => rows.find(({ name }) => wanted(name));
  const seconds = (/** @type {string} */ name) => row((each) => each === name)?.seconds ?? NaN;
  const plain = row((name) => name === PLAIN);
  const archive = row((name) => name.endsWith("tar.gz"));
  const pictures = row((name) => name.endsWith("PNG pictures"));
  if (!plain || !archive || !pictures) return null;
  const goal = Math.max(3 * seconds(COPY), (plain.images * 3072) / 200e6);
  return {
    plain: plain.seconds / goal,
    archive: archive.seconds / seconds(GUNZIP),
    first: seconds(FIRST),
    kept: seconds(KEPT),
    pictures: pictures.rate,
  };
}

/**
 * Does something with the page in a browser of its own: memory that a page has taken stays its own.
 * @template T
 * @param {string} origin
 * @param {"yes" | "no"} keep  whether the loaded data are kept
 * @param {(page: Page, browser: import("playwright-core").Browser) => Promise<T>} act
 */
async function inBrowser(origin, keep, act) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addInitScript((keep) => localStorage.setItem("keepData", keep), keep);
    await openPage(page, origin);
    await page.evaluate(() => {
      document.body.append(
        Object.assign(document.createElement("input"), { type: "file", multiple: true, id: "bench-files" }),
      );
    });
    return await act(page, browser);
  } finally {
    await browser.close();
  }
}

/**
 * @param {Page} page
 * @param {Form[]} all
 * @param {number} rounds
 */
async function timeForms(page, all, rounds) {
  /** @type {Record<string, number[]>} */
  const taken = {};
  for (let i = 0; i < rounds; i++) {
    for (const { name, files } of all) {
      (taken[name] ??= []).push(await openFiles(page, files));
      await page.evaluate(() => document.getElementById("use-sample")?.click());
      await page.waitForFunction(() => onelayer.data().name.startsWith("Practice"));
    }
    const archive = all.find(({ name }) => name.endsWith("tar.gz"));
    if (archive) (taken[GUNZIP] ??= []).push(await timeGunzip(page, archive.files));
    if (archive) (taken[FIRST] ??= []).push(await timeFirstStep(page, archive.files));
    (taken[COPY] ??= []).push(await timeCopy(page, realShards));
  }
  return taken;
}

/**
 * Milliseconds from the navigation to the three shards that an earlier visit kept.
 * @param {Page} page
 * @param {number} rounds
 */
async function timeKept(page, rounds) {
  await openFiles(page, realShards);
  await page.waitForFunction(() => document.getElementById("kept-text")?.textContent?.startsWith("Kept:"));
  await page.addInitScript(() => {
    const waiting = setInterval(async () => {
      if (!("onelayer" in window)) return;
      clearInterval(waiting);
      await onelayer.ready;
      Object.assign(window, { readyAfter: performance.now() });
    });
  });
  const taken = [];
  for (let i = 0; i < rounds; i++) {
    await page.reload();
    const after = await page.waitForFunction(() => /** @type {any} */ (window).readyAfter);
    taken.push(/** @type {number} */ (await after.jsonValue()));
    const { test } = await page.evaluate(() => onelayer.data().splits);
    if (test !== SHARD) throw new Error(`what was kept did not come again: ${test} test images`);
  }
  return taken;
}

/**
 * Milliseconds that something takes in the page with files, which the browser has at hand.
 * @param {Page} page
 * @param {string[]} files
 * @param {(input: HTMLInputElement) => Promise<number>} act runs in the page
 */
async function timeWith(page, files, act) {
  const input = page.locator("#bench-files");
  await input.setInputFiles(files);
  return input.evaluate(act);
}

/**
 * Milliseconds from the files to data that can be trained on.
 * @param {Page} page
 * @param {string[]} files
 */
function openFiles(page, files) {
  return timeWith(page, files, async ({ files }) => {
    const from = performance.now();
    await onelayer.open([...(files ?? [])]);
    return performance.now() - from;
  });
}

/**
 * Milliseconds from the drop of files to a training step on them, while the rest of them may still come. Whoever drops
 * files has held them over the page before.
 * @param {Page} page
 * @param {string[]} files
 */
async function timeFirstStep(page, files) {
  const stepped = page.evaluate(async () => {
    const before = onelayer.data().name;
    const from = await new Promise((resolve) =>
      addEventListener("drop", () => resolve(performance.now()), { once: true, capture: true }),
    );
    while (onelayer.data().name === before) await new Promise((resolve) => setTimeout(resolve, 1));
    await onelayer.step();
    return performance.now() - from;
  });
  await dropFiles(page, files, HOVER);
  const taken = await stepped;
  await page.locator(".notice.loading").waitFor({ state: "detached" });
  await page.evaluate(() => document.getElementById("use-sample")?.click());
  await page.waitForFunction(() => onelayer.data().name.startsWith("Practice"));
  return taken;
}

/**
 * Milliseconds in which the browser reads files into memory and does no more.
 * @param {Page} page
 * @param {string[]} files
 */
function timeCopy(page, files) {
  return timeWith(page, files, async ({ files }) => {
    const from = performance.now();
    for (const file of files ?? []) await file.arrayBuffer();
    return performance.now() - from;
  });
}

/**
 * Milliseconds of the browser's own decompression of a file.
 * @param {Page} page
 * @param {string[]} files
 */
function timeGunzip(page, files) {
  return timeWith(page, files, async ({ files }) => {
    const from = performance.now();
    const reader = files?.[0]?.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    while (reader && !(await reader.read()).done);
    return performance.now() - from;
  });
}

/**
 * Writes the forms that are not there yet.
 * @returns {Promise<Form[]>}
 */
async function writeForms() {
  const [train = "", validation = "", test = ""] = realShards;
  const shard = () => readFile(train);
  const made = async (/** @type {string} */ name, /** @type {() => Promise<Buffer>} */ make) => {
    const file = path.join(CACHE, name);
    await mkdir(CACHE, { recursive: true });
    if (!existsSync(file)) await writeFile(file, await make());
    return file;
  };
  const one = async (
    /** @type {string} */ name,
    /** @type {string} */ file,
    /** @type {() => Promise<Buffer>} */ make,
  ) => ({
    name,
    images: SHARD,
    files: [await made(file, make)],
  });
  const folder = path.dirname(train);
  const names = [train, validation, test].map((file) => path.basename(file));
  return [
    { name: PLAIN, images: 3 * SHARD, files: realShards },
    {
      name: "its archive, .tar.gz",
      images: 3 * SHARD,
      files: [await made("binary.tar.gz", async () => forms.tarGz(folder, names))],
    },
    await one("Python version", "data_batch_1", async () => forms.pickle(await shard())),
    await one("MATLAB version", "data_batch_1.mat", async () => forms.mat(await shard(), { compressed: true })),
    await one("MATLAB version, not compressed", "plain.mat", async () =>
      forms.mat(await shard(), { compressed: false }),
    ),
    await one(".zip of the binary version", "binary.zip", async () => forms.zip({ "data_batch_1.bin": await shard() })),
    await one("parquet of PNG pictures", "train.parquet", async () => forms.parquet(await shard())),
    await one(".zip of folders of PNG pictures", "pictures.zip", async () =>
      forms.zip(forms.pictureFolders(await shard())),
    ),
  ];
}

/** @param {Row[]} rows */
export function loadingTable(rows) {
  const cells = rows.map(({ name, images, fileBytes, seconds, rate, ofGunzip, peak }) => [
    name,
    images.toLocaleString("en"),
    (fileBytes / 1e6).toFixed(1),
    seconds.toFixed(2),
    rate.toFixed(0),
    ofGunzip === null ? "" : times(ofGunzip),
    ...(peak === null ? ["", ""] : [(peak / 1e6).toFixed(0), times(peak / allowed(images))]),
  ]);
  const head = [
    "",
    "images",
    "file MB",
    "s",
    "MB/s of images",
    "of gunzip",
    "peak memory, MB",
    "of 1.3 × images + a shard",
  ];
  return ["### From the dropped files to ready to train", "", markdown(head, cells), ""].join("\n");
}

/**
 * Bytes that loading may take beyond the page: the images, what else they need, and a shard on its way.
 * @param {number} images
 */
const allowed = (images) => (1.3 * images + SHARD) * 3072;

/** @param {string[]} files */
const sizes = (files) => files.reduce((bytes, file) => bytes + statSync(file).size, 0);

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(loadingTable(await timeLoading(Number(process.argv[2] ?? 3))));
