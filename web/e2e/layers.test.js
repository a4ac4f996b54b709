// Dialogs, menus and panels: where the focus is when they close, and that Back closes them on a phone.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What opens one, by the row of the menu it is behind, if it is; and the one that is open then. */
const layers = [
  { opener: "#data-chip", layer: "#data-panel" },
  { opener: "#share-open", layer: "#share-panel" },
  { opener: "#take-open", layer: "#take-panel" },
  { opener: "#help-open", layer: "#help" },
  { opener: "#more-open", layer: "#more-menu" },
  { opener: "#more-open", row: "#experiments-open", layer: "#experiments" },
  { opener: "#more-open", row: "#tour-start", layer: "#tour" },
  { opener: "#curves-open", layer: "#curves-menu" },
  { opener: "#runs .menu .tool", layer: "#run-menu" },
  { opener: "#why-open", layer: "#why", toggles: true },
];

const onPhone = [
  { opener: "#settings-open", layer: "#settings-sheet" },
  { opener: "#data-chip", layer: "#data-panel" },
  { opener: "#share-open", layer: "#share-panel" },
  { opener: "#more-open", layer: "#more-menu" },
  { opener: "#more-open", row: "[data-for=take-open]", layer: "#take-panel" },
  { opener: "#more-open", row: "[data-for=help-open]", layer: "#help" },
  { opener: "#more-open", row: "#experiments-open", layer: "#experiments" },
  { opener: "#curves-open", layer: "#curves-menu" },
];

/**
 * @param {Page} page
 * @param {{opener: string, row?: string, layer: string}} way
 */
async function open(page, { opener, row, layer }) {
  await page.locator(opener).first().focus();
  await page.keyboard.press("Enter");
  if (row) {
    await page.locator(row).focus();
    await page.keyboard.press("Enter");
  }
  await page.locator(layer).waitFor();
}

/**
 * @param {Page} page
 * @param {string} opener
 */
const hasFocus = (page, opener) =>
  page.waitForFunction((selector) => document.activeElement === document.querySelector(selector), opener);

pageTest("every dialog, menu and panel gives the focus back, whether Escape closes it or its button", async (page) => {
  for (const way of layers) {
    await open(page, way);
    if (way.toggles) await page.keyboard.press("Enter");
    else await page.keyboard.press("Escape");
    await page.locator(way.layer).waitFor({ state: "hidden" });
    await hasFocus(page, way.opener);
    const close = page.locator(`${way.layer} :is([aria-label=Close], [aria-label^="Leave the tour"])`).first();
    if ((await close.count()) === 0) continue;
    await open(page, way);
    await close.focus();
    await page.keyboard.press("Enter");
    await page.locator(way.layer).waitFor({ state: "hidden" });
    await hasFocus(page, way.opener);
  }
});

pageTest(
  "on a phone Back closes what is open and leaves the page where it was",
  async (page) => {
    await page.evaluate(() => (location.hash = "#report"));
    await page.evaluate(() => (location.hash = "#train"));
    await page.locator("body[data-page=train]").waitFor();
    for (const way of onPhone) {
      await open(page, way);
      await page.waitForFunction(() => history.state?.layer);
      await page.evaluate(() => history.back());
      await page.locator(way.layer).waitFor({ state: "hidden" });
      assert.equal(await page.evaluate(() => document.body.dataset["page"]), "train", way.layer);
      await hasFocus(page, way.opener);
    }
    await open(page, { opener: "#settings-open", layer: "#settings-sheet" });
    await page.locator("#setting-seed").fill("5");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("seed=5"));
    await page.locator("#settings-sheet .close").click();
    await page.waitForFunction(() => !history.state?.layer && location.search.includes("seed=5"));
    await page.evaluate(() => history.back());
    await page.locator("body[data-page=report]").waitFor();
  },
  { context: phone },
);

pageTest("with a mouse a dialog is no entry to go back from", async (page) => {
  const before = await page.evaluate(() => history.length);
  await open(page, { opener: "#help-open", layer: "#help" });
  await page.keyboard.press("Escape");
  await page.locator("#help").waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => history.length), before);
});
