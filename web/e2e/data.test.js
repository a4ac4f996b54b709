// Genuine CIFAR-10 through the file picker and by drop; wrong files.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { realShards, withoutRealData } from "./data.js";
import { dropFiles } from "./drop.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

pageTest(
  "the real shards through the file picker: progress, roles, class counts",
  async (page) => {
    await page.evaluate(() => {
      const noticed = new Set();
      new MutationObserver(() => {
        const text = document.querySelector(".notice.loading")?.textContent;
        if (text) noticed.add(text);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
      Object.assign(window, { noticed });
    });
    await page.locator("#data-chip").click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByText("Choose files…").click();
    await (await chooser).setFiles(realShards);
    await waitForSplits(page, { train: 10_000, validation: 10_000, test: 10_000 });

    const progress = await page.evaluate(() => [.../** @type {any} */ (window).noticed]);
    assert.ok(
      progress.some((text) => /data_batch_1\.bin/.test(text)),
      `progress was shown: ${progress}`,
    );
    await page.locator("#data-chip", { hasText: "10,000 train · 10,000 validation · 10,000 test" }).waitFor();
    assert.doesNotMatch(await page.locator("#data-chip").innerText(), /practice images/i);

    await page.locator("#data-chip").click();
    const rows = await page.locator("#shards tbody tr").allInnerTexts();
    assert.equal(rows.length, 3);
    for (const [i, [name, role]] of [
      ["data_batch_1", "train"],
      ["data_batch_2", "validation"],
      ["test_batch", "test"],
    ].entries()) {
      assert.ok(rows[i].includes(name) && rows[i].includes(role), `${name} is ${role}: ${rows[i]}`);
    }
    const counts = await page.locator("#shards tbody tr").nth(2).textContent();
    assert.match(counts ?? "", /airplane 1,000.*truck 1,000/, "the test shard has a thousand of each class");

    const run = await currentRun(page);
    assert.equal(run.stepsPerEpoch, 100);
    assert.equal(run.step, 0);
  },
  { skip: withoutRealData },
);

pageTest(
  "the real shards by drop",
  async (page) => {
    await dropFiles(page, realShards);
    await waitForSplits(page, { train: 10_000, validation: 10_000, test: 10_000 });
    assert.equal(await page.locator("#drop-overlay").isVisible(), false);
  },
  { skip: withoutRealData },
);

pageTest("wrong files are named, with what was expected; what was loaded stays", async (page) => {
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-wrong-"));
  const before = await page.evaluate(() => onelayer.data());
  const wrong = [
    { name: "holiday.jpg", bytes: Buffer.from("not a shard, but a picture of a beach") },
    { name: "cut_off.bin", bytes: Buffer.alloc(3073 * 4 + 100) },
    { name: "eleventh_class.bin", bytes: Buffer.alloc(3073 * 3, 10) },
  ];
  for (const { name, bytes } of wrong) {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    await dropFiles(page, [file]);
    // Whole records of a file that is cut off could be read: that is asked.
    const question = page.getByRole("dialog", { name });
    if (name === "cut_off.bin") await question.getByRole("button", { name: "Cancel" }).click();
    const alert = page.getByRole("alert").filter({ hasText: name });
    await alert.waitFor();
    assert.match(await alert.innerText(), /3,?073|CIFAR-10|0.{1,6}9|the classes’ names/, "it says what was expected");
    assert.deepEqual(await page.evaluate(() => onelayer.data()), before);
  }

  const rejected = await page.evaluate(() =>
    onelayer.open([new File(["nothing of the kind"], "notes.txt")]).then(
      () => "opened",
      (error) => error.message,
    ),
  );
  assert.match(rejected, /notes\.txt/);
  assert.ok(
    (await page.getByRole("alert").allInnerTexts()).some((text) => text.includes(rejected)),
    "the script's message is the page's",
  );

  await page.evaluate(() => onelayer.step());
  assert.equal((await currentRun(page)).step, 1, "and the page goes on working");
});

/**
 * Waits for data with these image counts.
 * @param {Page} page
 * @param {{train: number, validation: number, test: number}} splits
 */
async function waitForSplits(page, splits) {
  await page.waitForFunction(({ train, validation, test }) => {
    const now = onelayer.data().splits; // its fields come in any order
    return now.train === train && now.validation === validation && now.test === test;
  }, splits);
}

pageTest(
  "roles by keyboard, one choice for the last images, and duplicates pointed out",
  async (page) => {
    const [train = "", , test = ""] = realShards;
    const folder = await mkdtemp(path.join(tmpdir(), "onelayer-again-"));
    const again = path.join(folder, "data_batch_2.bin"); // the first shard's images once more
    await copyFile(train, again);
    await page.setInputFiles("#data-files", [train, again, test]);
    await page.locator("#train-button:focus").waitFor(); // where the next act is
    await page.locator("#data-chip").focus();
    await page.keyboard.press("Enter");
    const panel = page.locator("#data-panel");
    await panel.getByText("10,000 of the 10,000 validation images are also in train").waitFor();

    const role = panel.getByLabel("Role of data_batch_2");
    await role.focus();
    await page.keyboard.press("u"); // for unused
    await waitForSplits(page, { train: 9000, validation: 1000, test: 10_000 });
    assert.ok(await role.evaluate((select) => select === document.activeElement), "the keyboard keeps its place");
    await page.locator("#data-duplicates").waitFor({ state: "hidden" });

    await panel.getByLabel("Validation:").selectOption({ label: "the last 5,000 images of train, all others train" });
    await waitForSplits(page, { train: 15_000, validation: 5000, test: 10_000 });
    await page.locator("#data-chip", { hasText: "15,000 train · 5,000 validation · 10,000 test" }).waitFor();
  },
  { skip: withoutRealData },
);
