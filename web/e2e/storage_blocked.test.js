// A browser that refuses all storage, as with cookies blocked: the page works, and remembers nothing.

import assert from "node:assert/strict";

import { origin, pageTest, withoutWebGL } from "./harness.js";
import { openPage, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/**
 * Has every kind of storage refuse, from the next page on.
 * @param {Page} page
 */
async function blockStorage(page) {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, { configurable: true, get: refuse });
    navigator.storage.getDirectory = async () => refuse();
  });
}

pageTest("with storage blocked the page opens, trains, and takes every choice for this visit", async (page) => {
  await blockStorage(page);
  await openPage(page, `${origin()}/`);
  assert.equal(
    await page.evaluate(() => {
      try {
        return typeof localStorage;
      } catch (error) {
        return /** @type {Error} */ (error).name;
      }
    }),
    "SecurityError",
  );
  await page.evaluate(() => onelayer.set({ epochs: 2 }));
  await page.locator("#train-button").click();
  await waitForStatus(page, "finished");

  const dark = () => page.evaluate(() => document.documentElement.dataset["theme"] ?? "");
  await page.locator("#theme-switch").click();
  assert.equal(await dark(), "dark");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByText("Sound of the loss").click();
  assert.ok(await page.getByRole("switch", { name: "Sound of the loss" }).isChecked());
  await page.keyboard.press("Escape");
  await page.locator("#data-chip").click();
  if (await page.locator("#kept").isVisible()) await page.locator("#keep-data").click();
  await page.keyboard.press("Escape");

  await page.reload();
  await page.waitForFunction(() => "onelayer" in window);
  await page.evaluate(() => onelayer.ready);
  assert.equal(await dark(), "", "nothing is remembered");
});

pageTest("with storage blocked the address remembers the language", async (page) => {
  await blockStorage(page);
  await openPage(page, `${origin()}/`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Svenska" }).click();
  await page.locator("html[lang=sv]").waitFor();
  await page.waitForFunction(() => "onelayer" in window);
  await page.evaluate(() => onelayer.ready);
  assert.equal(new URL(page.url()).searchParams.get("lang"), "sv");
  assert.equal((await page.locator("#train-button").innerText()).trim(), "Träna");
});
