// CIFAR-10 in the forms that people have it in: read by content, whatever the name.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, open, readFile, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";

import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const RECORD = 3073;
const real = path.dirname(path.dirname(realShards[0]));

/**
 * Opens files through the picker and returns the data as the page reports them.
 * @param {Page} page
 * @param {string[]} files
 * @param {number} images how many there are in all splits together
 */
async function openFiles(page, files, images) {
  await page.setInputFiles("#data-files", files);
  await page.waitForFunction(
    (wanted) => {
      const { train, validation, test } = onelayer.data().splits;
      return train + validation + test === wanted;
    },
    images,
    { timeout: 60_000 },
  );
  return page.evaluate(() => onelayer.data());
}

/**
 * The first records of the genuine test shard.
 * @param {number} n
 */
async function records(n) {
  const file = await open(realShards[2]);
  const bytes = Buffer.alloc(n * RECORD);
  await file.read(bytes, 0, bytes.length, 0);
  await file.close();
  return bytes;
}

for (const { version, file } of [
  { version: "Python", file: "py/first_1000_of_test_batch" },
  { version: "MATLAB", file: "mat/first_1000_of_test_batch.mat" },
]) {
  pageTest(
    `a genuine shard of the ${version} version, whatever it is called`,
    async (page) => {
      const folder = await mkdtemp(path.join(tmpdir(), "onelayer-forms-"));
      const renamed = path.join(folder, "download");
      await writeFile(renamed, await readFile(path.join(real, file)));
      const data = await openFiles(page, [renamed], 1000);
      assert.doesNotMatch(data.name, /practice images/i);
      // A single shard trains, except for what is held out of it.
      assert.ok(
        data.splits.train >= 700 && data.splits.validation > 0 && data.splits.test > 0,
        JSON.stringify(data.splits),
      );
      await page.evaluate(() => onelayer.step());
    },
    { skip: withoutRealData },
  );
}

pageTest(
  "an archive as downloaded, unpacked by the browser",
  async (page) => {
    const folder = await mkdtemp(path.join(tmpdir(), "onelayer-archive-"));
    const inside = path.join(folder, "cifar-10-batches-bin");
    await mkdir(inside);
    const bytes = await records(600);
    for (const [i, name] of ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"].entries()) {
      await writeFile(path.join(inside, name), bytes.subarray(i * 200 * RECORD, (i + 1) * 200 * RECORD));
    }
    await writeFile(path.join(inside, "batches.meta.txt"), "airplane\nautomobile\n");
    await writeFile(path.join(inside, "readme.html"), "<html></html>");
    const archive = path.join(folder, "archive.tar.gz");
    execFileSync("tar", ["-czf", archive, "-C", folder, "cifar-10-batches-bin"]);
    const data = await openFiles(page, [archive], 600);
    assert.deepEqual({ ...data.splits }, { train: 200, validation: 200, test: 200 });
    assert.equal(await page.getByRole("alert").count(), 0, "what lies beside the shards is passed over");

    const cut = path.join(folder, "cut.tar.gz");
    await writeFile(cut, (await readFile(archive)).subarray(0, 100_000));
    await page.setInputFiles("#data-files", [cut]);
    await page.getByRole("alert").filter({ hasText: "cut.tar.gz" }).waitFor();
    assert.deepEqual(await page.evaluate(() => onelayer.data().splits), data.splits, "what was loaded stays");
  },
  { skip: withoutRealData },
);

pageTest("CIFAR-100 is named", async (page) => {
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-cifar100-"));
  const file = path.join(folder, "train.bin");
  const bytes = Buffer.alloc(10 * (RECORD + 1));
  for (let i = 0; i < 10; i++) bytes.set([i, 10 * i + 9], i * (RECORD + 1));
  await writeFile(file, bytes);
  await page.setInputFiles("#data-files", [file]);
  const question = page.getByRole("dialog", { name: "train.bin is CIFAR-100. Which of its labels?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "train.bin" });
  await alert.waitFor();
  assert.match(await alert.innerText(), /CIFAR-100/);
  assert.match(await page.evaluate(() => onelayer.data().name), /practice images/i, "the sample stays");

  await page.setInputFiles("#data-files", [file]);
  await question.getByLabel("its 20 superclasses").check();
  await question.getByRole("button", { name: "Open" }).click();
  await page.waitForFunction(() => onelayer.data().classes.length === 20);
});
