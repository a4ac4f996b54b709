// A run's record: its changes are shown wherever its figures are.

import assert from "node:assert/strict";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { origin, pageTest, withoutWebGL } from "./harness.js";
import { readNpz } from "./npz.js";
import { archived, currentRun, currentWeights, openPage, waitForEpoch, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/**
 * Presses a button of the export panel and keeps what it gives.
 * @param {Page} page
 * @param {string} id
 */
async function take(page, id) {
  if (!(await page.locator("#take-panel").isVisible())) await page.locator("#take-open").click();
  const download = page.waitForEvent("download");
  await page.locator(id).click();
  const file = path.join(await mkdtemp(path.join(tmpdir(), "onelayer-record-")), (await download).suggestedFilename());
  await (await download).saveAs(file);
  return file;
}

/** @param {Page} page @param {() => Promise<unknown>} act */
async function finishEpoch(page, act = () => page.locator("#next-epoch").click()) {
  const before = (await currentRun(page)).epoch;
  await act();
  await page.waitForFunction(
    (before) => onelayer.runs().at(-1)?.epoch === before + 1 && onelayer.runs().at(-1)?.status !== "running",
    before,
  );
}

/**
 * The visible cells of the table of runs, by their headers.
 * @param {Page} page
 */
function cellsUnderHeaders(page) {
  return page.evaluate(() => {
    const table = document.querySelector("#runs table");
    const seen = (/** @type {Element} */ cell) =>
      getComputedStyle(cell).visibility !== "hidden" && cell.getBoundingClientRect().width > 0;
    const heads = [...(table?.querySelectorAll("thead tr:last-child > *") ?? [])].filter(seen);
    const cells = [...(table?.querySelectorAll("tbody tr:first-child > *") ?? [])].filter(seen);
    return cells.map((cell) => {
      const { left, right } = cell.getBoundingClientRect();
      const above = heads.find(
        (head) =>
          Math.abs(head.getBoundingClientRect().left - left) < 2 &&
          Math.abs(head.getBoundingClientRect().right - right) < 2,
      );
      return [above?.textContent?.trim() ?? "?", cell.textContent?.trim() ?? ""];
    });
  });
}

for (const hidden of ["", "presets", "l2", "lr", "batch", "epochs", "seed", "cost", "loss", "accuracy", "published"]) {
  pageTest(`with ${hidden || "nothing"} hidden each figure of a run stands under its header`, async (page) => {
    await openPage(page, `${origin()}/?hide=${hidden}&l2=0.25&lr=0.003&epochs=1&seed=7`);
    // The link's settings are in the table with the next frame; one of these columns is there in each case.
    await page
      .locator("#runs tbody tr", { hasText: /0\.25|0\.003/ })
      .first()
      .waitFor();
    const cells = await cellsUnderHeaders(page);
    const under = Object.fromEntries(cells);
    if (hidden !== "l2") assert.equal(under["λ"], "0.25", JSON.stringify(cells));
    if (hidden !== "lr") assert.equal(under["η"], "0.003", JSON.stringify(cells));
    if (hidden !== "seed") assert.equal(under["seed"], "7", JSON.stringify(cells));
  });
}

pageTest("a change of η in mid-run stands in the table and in every export", async (page) => {
  await page.locator("#presets button").nth(2).click(); // C
  await page.evaluate(() => onelayer.set({ epochs: 40 }));
  await finishEpoch(page);
  await page.evaluate(() => onelayer.set({ learningRate: 0.006 }));
  await finishEpoch(page);
  const row = page.locator("#runs tbody tr").first();
  await row.getByText("C, changed").waitFor();

  const [head = [], ...lines] = (await readFile(await take(page, "#take-csv"), "utf8"))
    .trimEnd()
    .split("\r\n")
    .map(cellsOf);
  const rate = head.indexOf("learning_rate");
  assert.deepEqual(
    lines.map((line) => line[rate]),
    ["0.001", "0.001", "0.006"],
  );
  const { runs } = JSON.parse(await readFile(await take(page, "#take-json"), "utf8"));
  assert.deepEqual(
    runs.at(-1).changes.map((/** @type {any} */ { epoch, from, to }) => [epoch, from.learningRate, to.learningRate]),
    [[1, 0.001, 0.006]],
  );
  assert.deepEqual(
    runs.at(-1).history.map((/** @type {any} */ { learningRate }) => learningRate),
    [0, 0.001, 0.006],
  );
  const html = await readFile(await take(page, "#take-summary"), "utf8");
  assert.match(html, /C, changed/);
  assert.match(html, /η 0\.001 → 0\.006 after step/);
  assert.doesNotMatch(html, /39\.04/, "no figure of the report beside what is not the report's");
  const npz = (await readNpz(await take(page, "#take-weights"))).arrays.settings.numbers;
  const kept = JSON.parse(Buffer.from(npz).toString());
  assert.deepEqual(
    kept.history.map((/** @type {any} */ { learningRate }) => learningRate),
    [0, 0.001, 0.006],
  );
  assert.deepEqual(
    kept.changes.map((/** @type {any} */ { to }) => to.learningRate),
    [0.006],
  );
  const svg = await readFile(await take(page, "#take-svg"), "utf8");
  assert.equal(svg.match(/>η 0\.001 → 0\.006</g)?.length, 3, "on every chart");
  assert.match(svg, /η 0\.001 → 0\.006/);
  assert.match(svg, /Run 1, setting C, changed: λ 0\.1, η 0\.006, epoch 2/);
});

pageTest("λ that is moved while it trains is one λ for both splits of a point, as exported", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 0.1, learningRate: 0.001, epochs: 8, batchSize: 500 }));
  await page.evaluate(() => onelayer.play());
  await page.evaluate(async () => {
    for (let l2 = 0.1; onelayer.runs().at(-1)?.status === "running"; l2 = 0.6 - l2) await onelayer.set({ l2 });
  });
  await waitForStatus(page, "finished");
  const { runs } = JSON.parse(await readFile(await take(page, "#take-json"), "utf8"));
  assert.equal(runs.at(-1).history.length, 9);
  for (const { epoch, train, validation, penalty } of runs.at(-1).history) {
    for (const { cost, loss } of [train, validation])
      assert.ok(Math.abs(cost - loss - penalty) < 1e-5, `epoch ${epoch}: ${cost} − ${loss}, of λΣW² = ${penalty}`);
  }
});

pageTest("an archive of a past epoch is of that epoch, and one within an epoch goes on bit for bit", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 0.1, learningRate: 0.001, epochs: 3, batchSize: 500 }));
  await page.evaluate(() => onelayer.set({ shuffle: true }));
  await finishEpoch(page);
  await page.evaluate(() => onelayer.step());
  const file = await take(page, "#take-weights");
  const place = JSON.parse(Buffer.from((await readNpz(file)).arrays.settings.numbers).toString());
  assert.deepEqual([place.epoch, place.inEpoch, place.history.length], [1, 1, 2]);
  await page.locator("#take-run", { hasText: `step ${place.step}, in epoch 2` }).waitFor();
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const [whole, weights] = [await currentRun(page), await currentWeights(page)];

  if (!(await page.locator("#take-panel").isVisible())) await page.locator("#take-open").click();
  await page.locator("#take-file").setInputFiles(file);
  await page.waitForFunction((id) => onelayer.runs().at(-1)?.id !== id, whole.id);
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const again = await currentRun(page);
  assert.equal(again.step, whole.step);
  assert.deepEqual(archived(again.history), archived(whole.history));
  assert.deepEqual((await currentWeights(page)).weights, weights.weights);

  await page.locator("#scrubber-range").focus();
  await page.keyboard.press("Home");
  const past = JSON.parse(
    Buffer.from((await readNpz(await take(page, "#take-weights"))).arrays.settings.numbers).toString(),
  );
  assert.deepEqual([past.epoch, past.step, past.history.length, past.test], [2, 2 * whole.stepsPerEpoch, 3, null]);
});

pageTest("an epoch that is looked at is kept and shown, though others of a long run are thinned out", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 140, batchSize: 1000 }));
  await page.evaluate(() => onelayer.play());
  await waitForEpoch(page, 65);
  await page.evaluate(() => onelayer.pause());
  await page.locator("#scrubber-range").focus();
  const looked = async () => Number(/epoch (\d+)/.exec(await page.locator("#scrubber-where").innerText())?.[1]);
  const where = page.locator("#scrubber-where");
  do {
    const before = await where.innerText();
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction((text) => document.querySelector("#scrubber-where")?.textContent !== text, before);
  } while ((await looked()) % 2 === 0); // thinning keeps the even ones
  const epoch = await looked();
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  assert.equal(await looked(), epoch);
  const { numbers } = (await readNpz(await take(page, "#take-weights"))).arrays.settings;
  assert.equal(JSON.parse(Buffer.from(numbers).toString()).epoch, epoch);
});

pageTest("a step shows its minibatch, the gradient as ten pictures, and the loss before and after", async (page) => {
  await page.locator("#step").click();
  const look = page.locator("#step-details");
  await look.waitFor();
  const [, before, after] =
    /loss (\d\.\d+); after it, (\d\.\d+)/.exec(await look.locator("header p").innerText()) ?? [];
  assert.ok(Number(after) < Number(before), `${before} → ${after}`);
  assert.equal(await look.locator("figure canvas").count(), 10);
  assert.ok((await look.locator(".step-images canvas").count()) > 10);
  await page.locator("#reset").click();
  await look.waitFor({ state: "hidden" });
});

pageTest("a step is followed in formulas with the shapes of its minibatch, and their figures agree", async (page) => {
  await page.evaluate(() => onelayer.set({ batchSize: 50, l2: 0.1, learningRate: 0.01 }));
  const before = await currentWeights(page);
  await page.locator("#step").click();
  const flow = page.locator(".step-flow");
  await flow.waitFor();
  const shapes = await flow.locator("button span").allInnerTexts();
  assert.deepEqual(shapes, ["50×3072", "50×10", "50×10", "1", "50×10", "10×3072", "10×3072"]);
  /** @type {string[]} */
  const says = [];
  for (const button of await flow.locator("button").all()) {
    await button.click();
    assert.equal(await button.getAttribute("aria-pressed"), "true");
    assert.equal(await flow.locator("math").count(), 1);
    says.push(await flow.locator("p").innerText());
  }
  const figure = (/** @type {number} */ stage, /** @type {RegExp} */ pattern) =>
    Number(pattern.exec(says[stage]?.replaceAll("−", "-") ?? "")?.[1]);
  const p = figure(2, /= ([\d.]+)\.$/);
  assert.ok(p > 0 && p < 1, says[2]);
  assert.ok(Math.abs(figure(3, /-ln [\d.]+ = ([\d.]+)\.$/) + Math.log(p)) < 0.002, says[3]);
  assert.ok(Math.abs(figure(4, /= ([-\d.]+)\.$/) - (p - 1) / 50) < 2e-5, says[4]);
  const after = await currentWeights(page);
  const moved = Math.hypot(...after.weights.map((w, i) => w - (before.weights[i] ?? NaN)));
  const told = figure(6, /moves by ([\d.]+e-?\d+)\./);
  assert.ok(Math.abs(told - moved) < 0.06 * moved, `${says[6]}: it moved by ${moved}`);
  assert.ok(Math.abs(0.01 * figure(5, /length is ([\d.]+)\.$/) - moved) < 0.01 * moved, says[5]);

  await page.locator("#step").click();
  await page.locator("#step-details header p").filter({ hasText: "Step 2" }).waitFor();
  assert.equal(await flow.locator("button").last().getAttribute("aria-pressed"), "true", "the same is looked at");
});

pageTest("a finished run goes on, or begins again from another seed", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 1 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await page.getByRole("button", { name: "Train 1 more" }).click();
  await page.waitForFunction(
    () => onelayer.runs().at(-1)?.epoch === 2 && onelayer.runs().at(-1)?.status === "finished",
  );
  assert.equal((await page.evaluate(() => onelayer.runs())).length, 1);
  await page.getByRole("button", { name: "Again, new seed" }).click();
  await page.waitForFunction(() => onelayer.runs().length === 2);
});

/**
 * The cells of a line of CSV, which may be quoted.
 * @param {string} line
 */
function cellsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
