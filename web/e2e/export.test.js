// Exports: read back by independent means, and weights loaded again.

import assert from "node:assert/strict";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { pageTest } from "./harness.js";
import { readNpz } from "./npz.js";
import { archived, currentRun, currentWeights, waitForStatus } from "./page.js";

/** @typedef {import("playwright-core").Page} Page */

const EPOCHS = 3;

/** @param {Page} page */
async function train(page) {
  await page.evaluate((epochs) => onelayer.set({ epochs, l2: 0.1, learningRate: 0.001 }), EPOCHS);
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await page.getByRole("button", { name: "Export" }).click();
}

/**
 * Presses a button of the panel and keeps what it gives.
 * @param {Page} page
 * @param {string} id
 */
async function take(page, id) {
  const download = page.waitForEvent("download");
  await page.locator(id).click();
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-export-"));
  const file = path.join(folder, (await download).suggestedFilename());
  await (await download).saveAs(file);
  return file;
}

pageTest("curves as CSV and JSON say what the page says", async (page) => {
  await train(page);
  const run = await currentRun(page);
  const [head, ...lines] = (await readFile(await take(page, "#take-csv"), "utf8")).trimEnd().split("\r\n").map(cellsOf);
  assert.equal(lines.length, EPOCHS + 1);
  const last = Object.fromEntries(head.map((name, i) => [name, lines[EPOCHS][i]]));
  assert.equal(last["name"], run.name);
  assert.equal(Number(last["l2"]), 0.1);
  assert.equal(Number(last["epoch"]), EPOCHS);
  assert.equal(Number(last["train_cost"]), run.history[EPOCHS].train.cost);
  assert.equal(Number(last["validation_accuracy"]), run.history[EPOCHS].validation.accuracy);
  assert.equal(Number(last["test_loss"]), run.test?.loss);

  const { runs } = JSON.parse(await readFile(await take(page, "#take-json"), "utf8"));
  assert.deepEqual(runs.at(-1).history, run.history);
  assert.deepEqual(runs.at(-1).settings, run.settings);
});

pageTest("weights as .npz open elsewhere, and come back as they were", async (page, t) => {
  await train(page);
  const [before, weights] = [await currentRun(page), await currentWeights(page)];
  const file = await take(page, "#take-weights");

  const { by, arrays } = await readNpz(file);
  t.diagnostic(`read by ${by}`);
  assert.deepEqual([arrays.W.dtype, arrays.W.shape], ["<f4", [10, 3072]]);
  assert.deepEqual([arrays.b.dtype, arrays.b.shape], ["<f4", [10]]);
  assert.deepEqual(arrays.W.numbers, weights.weights);
  assert.deepEqual(arrays.b.numbers, weights.bias);
  assert.deepEqual([arrays.mean.shape, arrays.std.shape], [[3072], [3072]]);
  assert.equal(JSON.parse(Buffer.from(arrays.settings.numbers).toString()).settings.l2, 0.1);

  await page.locator("#take-file").setInputFiles(file);
  await page.waitForFunction(
    (id) => onelayer.runs().at(-1)?.id !== id && onelayer.runs().at(-1)?.status === "finished",
    before.id,
  );
  const after = await currentRun(page);
  assert.deepEqual(await currentWeights(page), weights);
  assert.deepEqual(archived(after.history), archived(before.history), "its figures, measured again, are the same");
  assert.deepEqual(after.test, before.test);
});

pageTest("a file that holds no weights is refused by name", async (page) => {
  await page.getByRole("button", { name: "Export" }).click();
  await page
    .locator("#take-file")
    .setInputFiles({ name: "holiday.npz", mimeType: "application/zip", buffer: Buffer.from("a beach") });
  await page.getByRole("alert").filter({ hasText: "holiday.npz" }).waitFor();
  assert.equal((await page.evaluate(() => onelayer.runs())).length, 1);
});

pageTest("weight pictures are a PNG, the report one file that asks for nothing", async (page) => {
  await train(page);
  const png = await readFile(await take(page, "#take-pictures"));
  assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.equal(
    png.readUInt32BE(16),
    5 * 6 * 32 + 6 * 12,
    "five tiles of 32 weights, six pixels each, and gaps of twelve",
  );

  const html = await readFile(await take(page, "#take-summary"), "utf8");
  assert.match(html, /<svg/);
  assert.match(html, /src="data:image\/png/);
  assert.doesNotMatch(html, /<script|https?:\/\/|<link/);
});

pageTest("figures are an SVG that stands alone, and a PNG with two pixels for each of the screen's", async (page) => {
  await train(page);
  const svg = await readFile(await take(page, "#take-svg"), "utf8");
  assert.match(svg, /^<svg [^>]*>/);
  assert.match(svg, />validation</);
  assert.doesNotMatch(svg, /(href|src)="(?!data:)|url\("(?!data:)/, "all that it needs is in it");

  const frame = await page.locator("#view").boundingBox();
  const png = await readFile(await take(page, "#take-png"));
  assert.ok(Math.abs(png.readUInt32BE(16) - 2 * (frame?.width ?? 0)) <= 1, "twice as wide as on the screen");
});

/**
 * The cells of a line of CSV, which may be quoted.
 * @param {string} line
 */
function cellsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
