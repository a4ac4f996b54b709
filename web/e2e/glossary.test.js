// The glossary: a word explains itself under the pointer, with the focus and to a tap, and goes away when asked to.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { waitForView } from "./pixels.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const explanation = (page) => page.locator("#glossary");

/**
 * @param {Page} page
 * @param {string} place
 * @param {string} entry
 */
const word = (page, place, entry) => page.locator(`${place} .term[data-entry=${entry}]`);

pageTest("under the pointer; it stays while the pointer is on it and goes when it leaves", async (page) => {
  await word(page, "#fields", "rate").hover();
  await explanation(page).getByText("The length of a step against the gradient.").waitFor();
  await explanation(page).getByText("W ← W − η ∂J/∂W").waitFor();
  await waitForView(page, { colours: 1000 }); // a frame on its way would be asked for at each of the timers to come
  await page.clock.install(); // from here on timers run when they are told to
  await explanation(page).hover();
  await page.clock.runFor(60_000);
  assert.ok(await explanation(page).isVisible(), "it can be read with the pointer on it");
  await page.mouse.move(900, 20);
  await page.clock.runFor(1000);
  await explanation(page).waitFor({ state: "hidden" });
});

pageTest("by keyboard: the focus opens it, Escape closes it and nothing else", async (page) => {
  await page.locator("#more-open").click();
  await page.locator("#tour-start").click();
  await page.locator("#tour").waitFor(); // and the focus goes there
  await page.locator("#setting-l2").focus();
  await page.keyboard.press("Shift+Tab");
  await explanation(page).getByText("The cost of large weights").waitFor();
  const term = page.locator(":focus");
  await term.and(page.getByRole("button", { name: "L2 penalty", exact: true })).waitFor();
  const ids = (await term.getAttribute("aria-describedby"))?.split(" ") ?? [];
  const described = await Promise.all(ids.map((id) => page.locator(`#${id}`).innerText()));
  assert.match(described.join(" "), /^The cost of large weights.*λ Σ W²/);
  for (const [key, state] of /** @type {const} */ ([
    ["Enter", "hidden"],
    ["Space", "visible"],
  ])) {
    await page.keyboard.press(key);
    await explanation(page).waitFor({ state });
  }
  assert.equal((await page.evaluate(() => onelayer.runs())).at(-1)?.step, 0, "the space bar trains nothing there");
  await page.keyboard.press("Escape");
  await explanation(page).waitFor({ state: "hidden" });
  assert.ok(await page.locator("#tour").isVisible(), "the tour is still there");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "setting-l2");
});

pageTest(
  "to a tap, which doesn't press the label; a tap elsewhere closes it",
  async (page) => {
    await page.locator("#settings-open").tap();
    await word(page, "#settings-sheet", "seed").tap();
    await explanation(page).getByText("The start of the random numbers.").waitFor();
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), "setting-seed");
    await page.locator("#settings-sheet h2").first().tap();
    await explanation(page).waitFor({ state: "hidden" });
    assert.ok(await page.locator("#settings-sheet").isVisible());
  },
  { context: { viewport: { width: 390, height: 844 }, hasTouch: true } },
);

pageTest("all words stand in the help sheet, and labels are called what they were", async (page) => {
  await page.locator("#help-open").click();
  await page.locator("#help-words dt").first().waitFor();
  const words = await page.locator("#help-words dt").allInnerTexts();
  for (const name of ["loss", "cost", "softmax", "overfitting", "standardization", "seed"])
    assert.ok(words.includes(name), name);
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "learning rate η", exact: true }).waitFor();
  await page.getByRole("columnheader", { name: "accuracy", exact: true }).first().waitFor();
});

pageTest(
  "in Swedish, on every tab",
  async (page) => {
    await word(page, "#runs", "accuracy").first().hover();
    await explanation(page).getByText("Andelen av en delmängds bilder").waitFor();
    for (const [tab, place, entry] of /** @type {const} */ ([
      ["report", "#report-table", "loss"],
      ["gradient", ".gradient-note", "softmax"],
    ])) {
      await page.locator(`#pages a[href="#${tab}"]`).click();
      assert.ok((await word(page, place, entry).count()) > 0, tab);
    }
  },
  { context: { locale: "sv-SE" } },
);
