// Loaded data stay in the browser for the next visit; their roles can be changed.

import assert from "node:assert/strict";

import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { openPage } from "./page.js";

withoutWebGL();

pageTest(
  "loaded shards are there again after a reload, with their roles, until they are forgotten",
  async (page) => {
    await page.locator("#data-files").setInputFiles(realShards);
    await page.waitForFunction(() => onelayer.data().splits.test === 10_000);
    await page.locator("#data-chip").click();
    await page.getByLabel("Role of data_batch_2").selectOption("unused");
    await page.waitForFunction(() => onelayer.data().splits.train === 9000);
    await page.locator("#data-origin", { hasText: "10,000 unused" }).waitFor();
    await page.getByText("Kept: data_batch_1").waitFor();

    await page.reload();
    await openPage(page, page.url());
    const splits = await page.evaluate(() => onelayer.data().splits);
    assert.deepEqual(splits, { train: 9000, validation: 1000, test: 10_000 });

    page.on("dialog", (dialog) => dialog.accept());
    await page.locator("#data-chip").click();
    await page.getByRole("button", { name: "Forget" }).click();
    await page.getByText("Nothing is kept").waitFor();
    await openPage(page, page.url());
    assert.equal(await page.evaluate(() => onelayer.data().splits.train), 2000, "the sample is back");
  },
  { skip: withoutRealData },
);

pageTest(
  "what is replaced while it is being kept is not mixed with what replaces it",
  async (page) => {
    /** @param {() => Promise<unknown>} replace */
    const replaceWhileKept = async (replace) => {
      await page.evaluate(() => document.getElementById("use-sample")?.click());
      await page.waitForFunction(() => onelayer.data().name.startsWith("Practice"));
      await page.locator("#data-files").setInputFiles(realShards);
      await page.waitForFunction(() => onelayer.data().splits.test === 10_000);
      await replace();
    };
    const weights = () =>
      page.evaluate(async () => {
        await onelayer.step();
        return [...(await onelayer.weights(onelayer.runs().at(-1)?.id ?? NaN)).weights];
      });

    await replaceWhileKept(() => page.evaluate(() => document.getElementById("use-sample")?.click()));
    await page.waitForFunction(() => onelayer.data().name.startsWith("Practice"));
    await page.locator("#data-chip").click();
    await page.getByText("Nothing is kept").waitFor();
    assert.deepEqual(await page.getByRole("alert").allInnerTexts(), []);
    await page.keyboard.press("Escape");

    await replaceWhileKept(async () => {});
    const expected = await weights();
    await replaceWhileKept(() =>
      page.locator("#data-variant").evaluate((choice) => {
        if (!(choice instanceof HTMLSelectElement)) throw new Error("no choice");
        choice.value = "permuted";
        choice.dispatchEvent(new Event("change"));
      }),
    );
    await page.waitForFunction(() => /permuted/.test(onelayer.data().name));
    await page.waitForFunction(() => document.getElementById("kept-text")?.textContent?.startsWith("Kept:"));
    await openPage(page, page.url().replace(/[?#].*/, ""));
    assert.equal(await page.evaluate(() => onelayer.data().splits.test), 10_000);
    assert.deepEqual(await weights(), expected);
  },
  { skip: withoutRealData },
);
