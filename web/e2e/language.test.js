// English and Swedish: which one the page speaks, and that it speaks it everywhere.

import assert from "node:assert/strict";

import { origin, pageTest, withoutWebGL } from "./harness.js";
import { currentRun, openPage, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const spoken = async (page) => [
  await page.locator("html").getAttribute("lang"),
  (await page.locator("#train-button").innerText()).trim(),
];

pageTest(
  "a Swedish browser gets a Swedish page, an address with ?lang= what it says",
  async (page) => {
    assert.deepEqual(await spoken(page), ["sv", "Träna"]);
    await page.getByRole("link", { name: "Rapport", exact: true }).waitFor();
    await openPage(page, `${origin()}/?lang=en`);
    assert.deepEqual(await spoken(page), ["en", "Train"]);
  },
  { context: { locale: "sv-SE" } },
);

pageTest(
  "a browser that speaks neither gets English",
  async (page) => {
    assert.deepEqual(await spoken(page), ["en", "Train"]);
    await openPage(page, `${origin()}/?lang=sv`);
    assert.deepEqual(await spoken(page), ["sv", "Träna"]);
  },
  { context: { locale: "de-DE" } },
);

/**
 * Changes the language in the menu.
 * @param {Page} page
 * @param {"English" | "Svenska"} name
 */
async function speak(page, name) {
  await page.locator("#more-open").click();
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator(`html[lang=${name === "English" ? "en" : "sv"}]`).waitFor();
  await page.keyboard.press("Escape");
}

const tabs = ["train", "report", "gradient", "grid", "inspect"];

/**
 * All that the page says, seen or read out, on each of its tabs; digits as #, for times differ.
 * @param {Page} page
 */
async function allWords(page) {
  const words = new Set();
  for (const tab of tabs) {
    await page.evaluate((tab) => (location.hash = tab), tab);
    await page.locator(`body[data-page=${tab}]`).waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const said = await page.evaluate(() => {
      const found = [];
      const otherTabs = (/** @type {Element | null} */ element) =>
        element?.closest("[class*='on-']")?.checkVisibility() === false;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const skipped = node.parentElement?.closest("script, style, noscript, code, [translate=no], #announcer");
        if (!skipped && !otherTabs(node.parentElement)) found.push(node.nodeValue ?? "");
      }
      for (const name of ["aria-label", "title", "alt", "aria-valuetext", "aria-description"])
        for (const element of document.querySelectorAll(`[${name}]`))
          if (!otherTabs(element)) found.push(element.getAttribute(name) ?? "");
      return found;
    });
    for (const text of said) words.add(text.replace(/\s+/g, " ").trim().replace(/\d+/g, "#"));
  }
  return [...words];
}

/** @param {string[]} said @param {string[]} wanted */
function assertSame(said, wanted) {
  const left = said.filter((text) => !wanted.includes(text));
  const missing = wanted.filter((text) => !said.includes(text));
  assert.deepEqual({ left, missing }, { left: [], missing: [] });
}

/**
 * Has the page say much of what it can.
 * @param {Page} page
 */
async function saySomething(page) {
  await page.evaluate(async () => {
    await onelayer.set({ epochs: 2 });
    await onelayer.play();
  });
  await waitForStatus(page, "finished");
  await page.evaluate(() => onelayer.reset());
  await page.locator("#step").click();
  await page.locator("#step-details").waitFor();
  await allWords(page); // each tab has been seen
  await page.evaluate(() => (location.hash = "gradient"));
  await page.locator("#gradient-check").click();
  await page.locator("#gradient-checks tbody td").first().waitFor();
  await page.locator(".verdict-title:not(:empty)").waitFor();
  await page.locator(".gradient-doing:empty").waitFor({ state: "attached" }); // the curve over h, too
  await page.evaluate(() => (location.hash = "train"));
  for (const id of ["#data-chip", "#share-open", "#take-open"]) {
    await page.locator(id).click();
    await page.keyboard.press("Escape");
  }
  await page.evaluate(() => onelayer.open([new File(["?"], "holiday.xyz")]).catch(() => {}));
  await page.getByRole("alert").first().waitFor();
}

pageTest("the language is changed in place, everywhere, and back: as on a page that was opened in it", async (page) => {
  await saySomething(page);
  const english = await allWords(page);
  await speak(page, "Svenska");
  const inPlace = await allWords(page);
  await speak(page, "English");
  assertSame(await allWords(page), english);

  const other = await page.context().browser()?.newPage({ serviceWorkers: "block", viewport: page.viewportSize() });
  assert.ok(other);
  await openPage(other, `${origin()}/?lang=sv`);
  await saySomething(other);
  assertSame(inPlace, await allWords(other));
  await speak(other, "English");
  assertSame(await allWords(other), english);
  await other.close();
});

pageTest("a run goes on and data stay while the language is changed; it is remembered", async (page) => {
  await page.evaluate(async () => {
    await onelayer.set({ epochs: 10_000 });
    await onelayer.play();
    Object.assign(window, { here: true }); // gone after a reload
  });
  await page.waitForFunction(() => (onelayer.runs().at(-1)?.epoch ?? 0) >= 2);
  const before = await currentRun(page);
  await speak(page, "Svenska");
  assert.equal((await currentRun(page)).status, "running");
  await page.waitForFunction((epoch) => (onelayer.runs().at(-1)?.epoch ?? 0) > epoch, before.epoch + 1);
  assert.equal((await currentRun(page)).id, before.id);
  assert.ok(await page.evaluate(() => "here" in window), "without a reload");
  assert.deepEqual(await spoken(page), ["sv", "Pausa"]);
  await page.locator("#pages a", { hasText: "Rapport" }).waitFor();
  assert.match(await page.locator("#runs tbody tr").first().innerText(), /Körning 1/);
  assert.match(await page.locator("#formula-line").innerText(), /kostnad \d,\d+/);

  await page.reload();
  assert.equal((await spoken(page))[0], "sv");
});

pageTest(
  "figures have a decimal comma in Swedish, and inputs take both",
  async (page) => {
    const rate = page.getByRole("textbox", { name: "inlärningshastighet η" });
    assert.equal(await rate.inputValue(), "0,001");
    for (const [typed, value] of /** @type {[string, number][]} */ ([
      ["0,02", 0.02],
      ["0.03", 0.03],
    ])) {
      await rate.fill(typed);
      await rate.press("Enter");
      await page.waitForFunction((value) => onelayer.settings().learningRate === value, value);
    }
    assert.equal(await rate.inputValue(), "0,03");
  },
  { context: { locale: "sv-SE" } },
);

const sizes = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];

for (const viewport of sizes) {
  pageTest(
    `nothing of the Swedish page is cut at ${viewport.width} pixels`,
    async (page) => {
      for (const tab of ["train", "report", "gradient", "inspect"]) {
        await page.locator(`#pages a[href="#${tab}"]`).click();
        await page.locator(`body[data-page=${tab}]`).waitFor();
        // A tab shown for the first time may ask for a font, and until that is there letters have other widths.
        await page.evaluate(() => new Promise(requestAnimationFrame).then(() => document.fonts.ready).then(() => {}));
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll("button, label, th, dt, .column, html")]
            .filter(
              (element) => element.checkVisibility() && !element.closest(".visually-hidden, .no-report .report, tbody"),
            )
            .filter(
              (element) =>
                element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline",
            )
            .map(
              (element) =>
                `${element.tagName}.${element.className}#${element.id}: ${element.textContent?.trim().slice(0, 40)}`,
            ),
        );
        assert.deepEqual(cut, [], tab);
      }
    },
    { context: { locale: "sv-SE", viewport } },
  );
}
