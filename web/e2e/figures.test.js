// Figures next to a run: the report's only where the report was repeated, and the digests of opened files.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { readNpz } from "./npz.js";
import { currentRun, openPage, waitForStatus, waitForStoredRuns } from "./page.js";
import { waitForView } from "./pixels.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/**
 * Presses a button of the export panel and keeps what it gives.
 * @param {Page} page
 * @param {string} id
 */
async function taken(page, id) {
  if (!(await page.locator("#take-panel").isVisible())) await page.locator("#take-open").click();
  const download = page.waitForEvent("download");
  await page.locator(id).click();
  const file = path.join(await mkdtemp(path.join(tmpdir(), "onelayer-figures-")), (await download).suggestedFilename());
  await (await download).saveAs(file);
  await page.keyboard.press("Escape");
  return file;
}

/** The content of such a file. @param {Page} page @param {string} id */
async function take(page, id) {
  return readFile(await taken(page, id), "utf8");
}

/** Two frames, after which the page is up to date. @param {Page} page */
async function settle(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * Trains setting C in a new run, with or without a change on the way.
 * @param {Page} page
 * @param {Record<string, unknown>} [settings]
 * @param {Record<string, unknown>} [later]
 */
async function trainC(page, settings = {}, later) {
  await page.evaluate(async (settings) => {
    await onelayer.set({ preset: "C", ...settings });
    await onelayer.reset();
  }, settings);
  if (later) {
    await page.locator("#next-epoch").click();
    await page.waitForFunction(() => {
      const run = onelayer.runs().at(-1);
      return run?.epoch === 1 && run.status === "paused";
    });
    await page.evaluate((later) => onelayer.set(later), later);
  }
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  return currentRun(page);
}

/** The report's figure in the row of the newest run, or empty. @param {Page} page */
async function figureBeside(page) {
  await settle(page);
  return (await page.locator("#runs tbody tr").first().locator("td.report").innerText()).trim().replace("\u00a0", " ");
}

/** The report's accuracies beside the runs in the summary, by the runs' names. @param {Page} page */
async function figuresInSummary(page) {
  const html = (await take(page, "#take-summary")).replace(/<style>.*?<\/style>/s, ""); // the page allows none
  const blank = await page.context().newPage(); // the page itself parses no markup
  return blank.evaluate((html) => {
    const tables = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("table")];
    const heads = tables.map((table) => [...table.querySelectorAll("thead th")].map((cell) => cell.textContent ?? ""));
    const i = heads.findIndex((head) => head.includes("report, test accuracy"));
    const column = heads[i]?.indexOf("report, test accuracy") ?? -1;
    const rows = [...(tables[i]?.querySelectorAll("tbody tr") ?? [])];
    return rows.map((row) => row.children[column]?.textContent?.replace("\u00a0", " ")).filter(Boolean);
  }, html);
}

pageTest(
  "the report's figures stand beside runs that repeat the report, and beside no other",
  async (page) => {
    await page.locator("#data-files").setInputFiles(realShards);
    await page.waitForFunction(() => onelayer.data().splits.train === 10_000);

    const short = await trainC(page, { epochs: 39 });
    assert.equal(short.epoch, 39);
    assert.equal(await figureBeside(page), "", "after 39 epochs");
    await trainC(page, {}, { l2: 0.2 });
    assert.equal(await figureBeside(page), "", "after a change of λ");
    assert.match(await page.locator("#runs tbody tr").first().innerText(), /C, changed/);
    assert.deepEqual(await figuresInSummary(page), []);
    await trainC(page);
    assert.equal(await figureBeside(page), "39.0 %");
    assert.deepEqual(await figuresInSummary(page), ["39.04 %"], "beside the one run that repeats it");

    await page.locator("#data-chip").click();
    const roles = page.locator("#shards tbody select");
    const names = await page.locator("#shards tbody th").allInnerTexts();
    const [first, second] = ["data_batch_1.bin", "data_batch_2.bin"].map((name) => names.indexOf(name));
    await roles.nth(second).selectOption("train"); // at once: each role builds on the one before
    await roles.nth(first).selectOption("validation");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => onelayer.data().splits.validation === 10_000 && onelayer.data().unused === 0);
    await trainC(page);
    assert.equal(await figureBeside(page), "", "with the shards in each other's roles");
    assert.deepEqual(await figuresInSummary(page), ["39.04 %"], "no second one");
    await page.locator('#pages a[href="#report"]').click();
    await page.locator("#report-why", { hasText: "other data or other roles" }).waitFor();
  },
  { skip: withoutRealData },
);

pageTest(
  "each opened file has the digest that sha256sum gives, on the page, in every export and after a reload",
  async (page) => {
    const files = await Promise.all(
      ["a.bin", "b.bin"].map(async (name, k) => {
        const record = Buffer.alloc(3073, 17 * (k + 1));
        return {
          name,
          mimeType: "",
          buffer: Buffer.concat(
            Array.from({ length: 400 }, (_, i) => {
              record[0] = i % 10;
              return Buffer.from(record);
            }),
          ),
        };
      }),
    );
    const digests = files.map(({ buffer }) => createHash("sha256").update(buffer).digest("hex"));
    await page.locator("#data-files").setInputFiles(files);
    await page.waitForFunction(() => !onelayer.data().name.startsWith("Practice"));
    await page.locator("#data-chip").click();
    await page.locator(".digests summary").click();
    for (const [i, digest] of digests.entries()) {
      const row = page.locator(".digests tbody tr", { hasText: files[i].name });
      await row.getByText(digest).waitFor();
    }
    await page.getByText("Kept: ").waitFor();
    await page.keyboard.press("Escape");
    await page.evaluate(() => onelayer.set({ epochs: 1 }).then(() => onelayer.play()));
    await waitForStatus(page, "finished");
    await waitForStoredRuns(page, (statuses) => statuses.includes("finished"));
    const exported = async () => {
      const csv = await take(page, "#take-csv");
      const html = await take(page, "#take-summary");
      const { files: listed, runs } = JSON.parse(await take(page, "#take-json"));
      const { arrays } = await readNpz(await taken(page, "#take-weights"));
      const { files: ofNetwork } = JSON.parse(Buffer.from(arrays.settings.numbers).toString());
      const line = csv.trimEnd().split("\r\n").at(-1);
      for (const [i, digest] of digests.entries()) {
        const expected = { name: files[i].name, bytes: files[i].buffer.length, sha256: digest };
        for (const given of [listed, runs.at(-1).files, ofNetwork])
          assert.deepEqual(
            given.find((/** @type {{name: string}} */ { name }) => name === expected.name),
            expected,
          );
        assert.ok(line?.includes(`${expected.name} sha256=${digest}`), line);
        assert.ok(html.includes(digest));
      }
    };
    await exported();

    await openPage(page, page.url());
    await page.waitForFunction(() => !onelayer.data().name.startsWith("Practice"));
    await page.locator("#data-chip").click();
    await page.locator(".digests summary").click();
    for (const digest of digests) await page.locator(".digests tbody").getByText(digest).waitFor();
    await page.keyboard.press("Escape");
    const csv = await take(page, "#take-csv");
    for (const digest of digests) assert.ok(csv.includes(digest), "of the run of the visit before");

    await page.locator("#data-chip").click();
    await page.locator("#use-sample").click();
    await page.locator(".digests").waitFor({ state: "hidden" });
    assert.deepEqual(JSON.parse(await take(page, "#take-json")).files, []);
  },
);

pageTest("the summary is whole at 1,200 pixels and on paper", async (page) => {
  for (const preset of ["A", "C"]) {
    await page.evaluate((preset) => onelayer.set({ preset }).then(() => onelayer.set({ epochs: 3 })), preset);
    await page.evaluate(() => onelayer.reset());
    await page.evaluate(() => onelayer.play());
    await waitForStatus(page, "finished");
  }
  const html = await take(page, "#take-summary");
  const file = path.join(await mkdtemp(path.join(tmpdir(), "onelayer-summary-")), "summary.html");
  await writeFile(file, html);
  /** @type {Page | undefined} */
  const other = await page
    .context()
    .browser()
    ?.newPage({ viewport: { width: 1200, height: 800 } });
  assert.ok(other);
  await other.goto(pathToFileURL(file).href);
  const [paperWidth, margin] = [1123, 45]; // A4 on its side at 96 pixels an inch, and its margins
  for (const [media, width] of /** @type {const} */ ([
    ["screen", 1200],
    ["print", paperWidth - 2 * margin],
  ])) {
    await other.emulateMedia({ media });
    await other.setViewportSize({ width, height: 800 });
    /** @type {string[]} */
    const cut = await other.evaluate(() =>
      [...document.querySelectorAll("th, td, svg, img, h3, summary")]
        .filter((element) => !element.checkVisibility() || element.getBoundingClientRect().right > innerWidth)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(cut, [], media);
    /** @type {number} */
    const scrolled = await other.evaluate(
      () => [...document.querySelectorAll(".wide")].filter((box) => box.scrollWidth > box.clientWidth + 1).length,
    );
    assert.equal(scrolled, 0, media);
  }
  const rows = await other.locator("details tbody tr:visible").count();
  assert.equal(rows, 8, "every epoch of both runs");
  if (process.env.KEEP_PDF) await other.pdf({ path: process.env.KEEP_PDF, preferCSSPageSize: true });
  await other.close();
});

pageTest("after a reload no two runs have one name, and a run that was paused continues in its row", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 3 }));
  await page.locator("#next-epoch").click();
  await waitForStatus(page, "paused");
  await page.evaluate(() => onelayer.set({ seed: 7 }));
  await page.evaluate(() => onelayer.reset());
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const before = await page.evaluate(() => onelayer.runs().map(({ name }) => name));
  await waitForStoredRuns(page, (stored) => stored.length === 2 && stored.includes("finished"));
  await openPage(page, page.url());
  await page.waitForFunction(
    (names) => names.every((name) => onelayer.runs().some((run) => run.name === name)),
    before,
  );
  const names = await page.evaluate(() => onelayer.runs().map(({ name }) => name));
  assert.equal(new Set(names).size, names.length, names.join());

  await page.getByRole("button", { name: "Continue from epoch 1" }).click();
  await page.waitForFunction((name) => {
    const run = onelayer.runs().at(-1);
    return run?.name === name && run.status === "finished";
  }, before[0]);
  const run = await currentRun(page);
  assert.deepEqual([run.name, run.epoch, run.history.length], [before[0], 3, 4], "the same run, to its end");
});

pageTest("Train says that the report's runs rest, and another run's figures leave the settings alone", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 2, l2: 0.25 }));
  await page.locator('#pages a[href="#report"]').click();
  await page.locator("#reproduce").click();
  await page.waitForFunction(() => {
    if (!onelayer.runs().some((run) => run.name === "Report A" && run.status === "running")) return false;
    // In the same task: on the sample the four finish soon.
    for (const selector of ['#pages a[href="#train"]', "#train-button"])
      /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();
    return true;
  });
  await page.locator(".notice", { hasText: "The report’s four runs rest meanwhile" }).waitFor();
  await waitForStatus(page, "finished");
  await page.waitForFunction(() => onelayer.runs().every((run) => run.status !== "running"));

  const current = await currentRun(page);
  await page.locator("#runs tbody tr", { hasText: "Report A" }).locator(".run-name").click();
  const words = page.locator(".other-run:visible");
  await words.getByText(`The figures are of Report A; settings and buttons belong to ${current.name}.`).waitFor();
  assert.equal(await page.locator("#setting-l2").inputValue(), "0.25", "the current run's");
  await words.getByRole("button", { name: `Look at ${current.name}` }).click();
  await words.waitFor({ state: "hidden" });
});

pageTest("space trains after a slider was dragged; a click on the curtain leaves it", async (page) => {
  const slider = page.getByRole("slider", { name: "L2 penalty λ, slider" });
  const box = await slider.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 10, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  const dragged = await slider.inputValue();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => (onelayer.runs().at(-1)?.step ?? 0) > 0);
  assert.equal(await slider.inputValue(), dragged);
  await page.keyboard.press("Space");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.status !== "running");

  await openPage(page, `${new URL(page.url()).origin}/?curtain=loss`);
  const cover = page.locator(".curtain:visible", { hasText: "Predict first" });
  await cover.click({ position: { x: 8, y: 8 } });
  await cover.locator("b").click();
  await settle(page);
  assert.equal(await cover.count(), 1, "a click leaves it");
});

pageTest("an epoch that is pinned on Train leaves an untrained Report alone", async (page) => {
  const drawnReport = async () => {
    await page.locator('#pages a[href="#report"]').click();
    await page.locator("body[data-page=report]").waitFor();
    await settle(page);
    return (await take(page, "#take-svg")).replace(/<text[^>]*>Run 1[^<]*<\/text>/g, "");
  };
  await waitForView(page, { colours: 500 });
  const before = await drawnReport();
  await page.locator('#pages a[href="#train"]').click();
  await page.evaluate(() => onelayer.set({ epochs: 3 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await page.locator("#scrubber-range").fill("1");
  await page.locator("#scrubber-where", { hasText: "epoch 1" }).waitFor();
  assert.equal(await drawnReport(), before);
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
]) {
  pageTest(
    `λ is dragged while the charts are watched, at ${viewport.width} × ${viewport.height}`,
    async (page) => {
      await page.evaluate(() => onelayer.set({ epochs: 10_000 }));
      await page.locator("#train-button").click();
      await page.waitForFunction(() => (onelayer.runs().at(-1)?.epoch ?? 0) >= 2);
      await page.locator("#view").evaluate((view) => view.scrollIntoView({ block: "end" }));
      const slider = page.locator("#dock").getByRole("slider", { name: "L2 penalty λ, slider" });
      const box = await slider.boundingBox();
      assert.ok(box && box.y + box.height <= viewport.height && box.width > 90);
      const before = await page.evaluate(() => onelayer.settings().l2);
      await page.mouse.move(box.x + 20, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + 0.8 * box.width, box.y + box.height / 2, { steps: 5 });
      const seen = await page.evaluate(() => {
        const [bar, view] = ["#training", "#view"].map((id) => document.querySelector(id)?.getBoundingClientRect());
        return Math.min(bar?.top ?? 0, view?.bottom ?? 0) - Math.max(0, view?.top ?? 0);
      });
      assert.ok(seen > 0.4 * viewport.height, `${seen} pixels of the charts are seen meanwhile`);
      await page.waitForFunction((before) => onelayer.settings().l2 > before, before);
      await page.mouse.up();
      assert.equal((await currentRun(page)).status, "running");
      assert.ok(await page.locator("#dock").getByRole("slider", { name: "learning rate η, slider" }).isVisible());
      if (process.env.KEEP_SHOTS)
        await page.screenshot({ path: `${process.env.KEEP_SHOTS}/dock-${viewport.width}.png` });
    },
    { context: { viewport } },
  );
}
