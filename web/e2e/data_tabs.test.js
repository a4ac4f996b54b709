// Kept data stay intact: with two tabs, with no room, with damaged files, and in browsers without a file system.

import assert from "node:assert/strict";

import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { openPage } from "./page.js";

withoutWebGL();

/** @typedef {import("./harness.js").Page} Page */

/**
 * @param {Page} page
 * @param {string[]} files
 * @param {number} images in all
 */
async function load(page, files, images) {
  await page.locator("#data-files").setInputFiles(files);
  await page.waitForFunction((wanted) => {
    const { splits, unused } = onelayer.data();
    return splits.train + splits.validation + splits.test + unused === wanted;
  }, images);
}

/** Opens the panel and waits for what it says of the images that are kept. @param {Page} page @param {RegExp} text */
async function waitForKept(page, text) {
  if (!(await page.locator("#kept-text").isVisible())) await page.locator("#data-chip").click();
  await page.locator("#kept-text").filter({ hasText: text }).waitFor();
}

/** The names of the files that are kept. @param {Page} page */
const keptFiles = (page) =>
  page.evaluate(async () => {
    const names = [];
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("data", { create: true });
    for await (const name of folder.keys()) names.push(name);
    return names;
  });

const [first, second, test] = realShards;

pageTest(
  "two tabs that keep different data at once leave one of them, whole",
  async (page) => {
    const other = await page.context().newPage();
    await openPage(other, page.url());
    await Promise.all([load(page, [first, test], 20_000), load(other, [second, test], 20_000)]);
    await Promise.all([waitForKept(page, /^Kept/), waitForKept(other, /^Kept/)]);
    assert.equal((await keptFiles(page)).length, 3, "an index and two shards");
    await other.close();

    await openPage(page, page.url());
    assert.equal(
      await page.evaluate(() => !onelayer.data().name.startsWith("Practice") && onelayer.data().splits.test),
      10_000,
    );
    assert.equal(await page.locator("#notices [role=alert]").count(), 0);
  },
  { skip: withoutRealData },
);

pageTest(
  "where there is no room the data stay loaded, and nothing is left in the storage",
  async (page) => {
    await page.evaluate(() => {
      let written = 0;
      const { write } = FileSystemWritableFileStream.prototype;
      FileSystemWritableFileStream.prototype.write = function (data) {
        written += data instanceof Uint8Array ? data.length : 0;
        if (written > 40_000_000) throw new DOMException("full", "QuotaExceededError");
        return write.call(this, data);
      };
    });
    await load(page, [first, second, test], 30_000);
    await page.getByText("this browser has no room for them").waitFor();
    await waitForKept(page, /^Nothing/);
    assert.deepEqual(await keptFiles(page), []);
    assert.equal(await page.evaluate(() => onelayer.data().splits.train), 10_000, "they are still loaded");
  },
  { skip: withoutRealData },
);

pageTest(
  "what was left and what is damaged is removed, and the page says so once",
  async (page) => {
    await load(page, [test], 10_000);
    await waitForKept(page, /^Kept/);
    const damage = (/** @type {string} */ ending) =>
      page.evaluate(async (ending) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("data");
        for await (const name of folder.keys()) if (name.endsWith(ending)) await folder.removeEntry(name);
        await folder.getFileHandle("leftover.bin", { create: true });
      }, ending);

    await damage("leftover.bin");
    await openPage(page, page.url());
    while ((await keptFiles(page)).includes("leftover.bin")) await page.waitForTimeout(50);
    assert.equal((await keptFiles(page)).length, 2, "what was kept still is");

    await damage(".bin");
    await openPage(page, page.url());
    await page.getByText("The images kept in this browser are damaged and were removed.").waitFor();
    assert.equal(await page.evaluate(() => onelayer.data().splits.train), 2000, "the sample is there");
    await openPage(page, page.url());
    assert.equal(await page.getByText("damaged and were removed").count(), 0);
  },
  { skip: withoutRealData },
);

pageTest(
  "a browser that can't write files of its own file system keeps the data in its database",
  async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(FileSystemFileHandle.prototype, "createWritable"));
    await openPage(page, page.url());
    await load(page, [test], 10_000);
    await waitForKept(page, /^Kept/);
    await openPage(page, page.url());
    const data = await page.evaluate(() => onelayer.data());
    assert.equal(data.splits.train + data.splits.validation + data.splits.test + data.unused, 10_000);
    assert.notEqual(data.name, "Practice images, not CIFAR-10");

    page.on("dialog", (dialog) => dialog.accept());
    await page.locator("#data-chip").click();
    await page.getByRole("button", { name: "Forget" }).click();
    await waitForKept(page, /^Nothing/);
  },
  { skip: withoutRealData },
);
