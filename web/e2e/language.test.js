// English and Swedish: which one the page speaks, and that it speaks it everywhere.

import assert from "node:assert/strict";

import { origin, pageTest } from "./harness.js";
import { openPage } from "./page.js";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const spoken = async (page) => [await page.locator("html").getAttribute("lang"), (await page.locator("#train").innerText()).trim()];

pageTest("a Swedish browser gets a Swedish page, an address with ?lang= what it says", async (page) => {
  assert.deepEqual(await spoken(page), ["sv", "Träna"]);
  await page.getByRole("link", { name: "Rapport", exact: true }).waitFor();
  await openPage(page, `${origin()}/?lang=en`);
  assert.deepEqual(await spoken(page), ["en", "Train"]);
}, { context: { locale: "sv-SE" } });

pageTest("a browser that speaks neither gets English", async (page) => {
  assert.deepEqual(await spoken(page), ["en", "Train"]);
  await openPage(page, `${origin()}/?lang=sv`);
  assert.deepEqual(await spoken(page), ["sv", "Träna"]);
}, { context: { locale: "de-DE" } });

pageTest("the language is changed in the menu and remembered; what was trained is not lost", async (page) => {
  await page.evaluate(async () => {
    await onelayer.set({ epochs: 10_000 });
    await onelayer.play();
  });
  await page.waitForFunction(() => (onelayer.runs().at(-1)?.epoch ?? 0) >= 2);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Svenska" }).click();
  await page.locator("html[lang=sv]").waitFor();
  await page.waitForFunction(() => "onelayer" in window);
  await page.evaluate(() => onelayer.ready);
  assert.deepEqual(await spoken(page), ["sv", "Träna"]);
  await page.waitForFunction(() => onelayer.runs().some((run) => run.epoch >= 2));

  await page.reload();
  assert.equal((await spoken(page))[0], "sv");
});

pageTest("figures have a decimal comma in Swedish, and inputs take both", async (page) => {
  const rate = page.getByRole("textbox", { name: "inlärningshastighet η" });
  assert.equal(await rate.inputValue(), "0,001");
  for (const [typed, value] of /** @type {[string, number][]} */ ([["0,02", 0.02], ["0.03", 0.03]])) {
    await rate.fill(typed);
    await rate.press("Enter");
    await page.waitForFunction((value) => onelayer.settings().learningRate === value, value);
  }
  assert.equal(await rate.inputValue(), "0,03");
}, { context: { locale: "sv-SE" } });

const sizes = [{ width: 1280, height: 720 }, { width: 390, height: 844 }];

for (const viewport of sizes) {
  pageTest(`nothing of the Swedish page is cut at ${viewport.width} pixels`, async (page) => {
    for (const tab of ["train", "report", "gradient", "inspect"]) {
      await page.locator(`#pages a[href="#${tab}"]`).click();
      await page.locator(`body[data-page=${tab}]`).waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => {})); // until then letters have other widths
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("button, label, th, dt, .column, html")]
          .filter((element) => element.checkVisibility() && !element.closest(".visually-hidden, .no-report .report, tbody"))
          .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline")
          .map((element) => `${element.tagName}.${element.className}#${element.id}: ${element.textContent?.trim().slice(0, 40)}`),
      );
      assert.deepEqual(cut, [], tab);
    }
  }, { context: { locale: "sv-SE", viewport } });
}
