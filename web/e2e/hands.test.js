// For hands and eyes of every kind: where the focus goes, what keys do on any keyboard, where Back leads.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const shown = (page) => page.evaluate(() => document.body.dataset["page"]);

/**
 * A key as a keyboard with another layout sends it.
 * @param {Page} page
 * @param {{key: string, code: string, ctrlKey?: boolean, isComposing?: boolean}} key
 */
const press = (page, key) =>
  page.evaluate((init) => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
  }, key);

pageTest("every id is one element's, and none is a tab's address, which would take the focus", async (page) => {
  const { ids, hashes } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    hashes: [...document.querySelectorAll("#pages a")].map((link) => link.getAttribute("href")?.slice(1) ?? ""),
  }));
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i || hashes.includes(id)),
    [],
  );
});

pageTest(
  "a tab that is opened with Enter keeps the focus, and the arrows, Home and End go from one to the next",
  async (page) => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
    await page.locator("#pages a[href='#train']").focus();
    /** @type {[string, string][]} */
    const moves = [
      ["ArrowRight", "#report"],
      ["End", "#inspect"],
      ["ArrowRight", "#train"],
      ["ArrowLeft", "#inspect"],
      ["Home", "#train"],
    ];
    for (const [key, there] of moves) {
      await page.keyboard.press(key);
      assert.equal(await focused(), there, key);
    }
    for (const name of ["report", "gradient", "grid", "inspect", "train"]) {
      await page.locator(`#pages a[href='#${name}']`).focus();
      await page.keyboard.press("Enter");
      await page.locator(`body[data-page=${name}]`).waitFor();
      assert.equal(await focused(), `#${name}`);
    }
  },
);

pageTest(
  "Back and Forward show the tab that the address names, also where the settings have changed since",
  async (page) => {
    /** @param {string} name */
    const open = async (name) => {
      await page.locator(`#pages a[href='#${name}']`).click();
      await page.locator(`body[data-page=${name}]`).waitFor();
    };
    await open("report");
    await open("train");
    await page.locator("#setting-l2").fill("0.5");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("l2=0.5"));
    await page.evaluate(() => history.back());
    await page.locator("body[data-page=report]").waitFor();
    assert.equal(await page.evaluate(() => location.hash), "#report");
    assert.equal((await currentRun(page)).settings.l2, 0.5, "settings are no entries to go back to");
    await page.evaluate(() => history.forward());
    await page.locator("body[data-page=train]").waitFor();
    await page.evaluate(() => history.go(-2));
    await page.locator("body[data-page=train]").waitFor();
    assert.equal(await shown(page), "train");
  },
);

pageTest("letters and digits act on any keyboard layout", async (page) => {
  await press(page, { key: "ы", code: "KeyS" }); // Cyrillic
  await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
  await press(page, { key: "'", code: "Digit4" }); // AZERTY without Shift
  await page.waitForFunction(() => onelayer.runs().at(-1)?.settings.l2 === 1);
  await press(page, { key: "я", code: "KeyZ", ctrlKey: true });
  await page.waitForFunction(() => onelayer.runs().at(-1)?.settings.l2 !== 1);
  await press(page, { key: "a", code: "KeyQ" }); // a Latin letter is what it says
  await press(page, { key: "q", code: "KeyS" });
  assert.equal((await currentRun(page)).step, 0);
});

pageTest("keys of a composition are the input method's", async (page) => {
  await page.locator("#runs-table .run-name, .run-name").first().dblclick();
  const input = page.locator(".run-name-input:not([hidden])");
  await input.fill("にほん");
  for (const init of [{ isComposing: true }, { keyCode: 229 }])
    await input.evaluate((field, more) => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...more }));
    }, init);
  assert.ok(await input.isVisible(), "the name is still being typed");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.name === "にほん");
  await press(page, { key: "s", code: "KeyS", isComposing: true });
  await press(page, { key: "e", code: "KeyE" });
  await waitForStatus(page, "paused");
  const run = await currentRun(page);
  assert.equal(run.step, run.stepsPerEpoch);
});

pageTest("who listens is told of settings, steps, undo and what is saved, a sentence at a time", async (page) => {
  const announcer = page.locator("#announcer");
  /** @param {RegExp} sentence */
  const told = (sentence) => announcer.filter({ hasText: sentence }).waitFor({ state: "attached" });
  await page.keyboard.press("3");
  await told(/^C\. λ 0\.1, η 0\.001, batch size 100, 40 epochs\.$/);
  await page.keyboard.press("4");
  await told(/^D\. λ 1, η 0\.001/);
  await page.keyboard.press("Control+z");
  await told(/^λ 0\.1, η 0\.001/);
  for (const step of [1, 2, 3]) {
    await page.keyboard.press("s");
    await told(new RegExp(`^Step ${step}[.,]`));
  }
  await page.locator("#more-open").click();
  await page.locator("#take-open").click();
  await page.locator("#take-csv").click();
  await told(/^Saved: onelayer-curves\.csv$/);
});

pageTest("files that are in are told of, and the focus is where the next act is", async (page) => {
  await page.locator("#data-chip").click();
  const images = Array.from({ length: 20 }, (_, i) => [Buffer.from([i % 10]), Buffer.alloc(3072, 9 * i)]).flat();
  await page.locator("#data-files").setInputFiles({
    name: "data_batch_1.bin",
    mimeType: "application/octet-stream",
    buffer: Buffer.concat(images),
  });
  await page
    .locator("#announcer")
    .filter({ hasText: / train · .* validation/ })
    .waitFor({ state: "attached" });
  await page.waitForFunction(() => document.activeElement?.id === "train-button");
});

pageTest("an empty folder that is dropped gets words", async (page) => {
  await page.evaluate(() => {
    /** @param {(entries: []) => void} done */
    const readEntries = (done) => done([]);
    const folder = { isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
    const transfer = { types: ["Files"], files: [], items: [{ kind: "file", webkitGetAsEntry: () => folder }] };
    const drop = new Event("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(drop, "dataTransfer", { value: transfer });
    document.body.dispatchEvent(drop);
  });
  await page.getByRole("alert").filter({ hasText: "There is no file in what was dropped" }).waitFor();
});
