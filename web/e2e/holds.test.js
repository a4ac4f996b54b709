// What once held when people of every kind used the page, and must stay.

import assert from "node:assert/strict";

import { launchBrowser } from "./browser.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
async function trainShortly(page) {
  await page.evaluate(() => onelayer.set({ epochs: 2 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
}

const tabs = ["report", "gradient", "grid", "inspect", "train"];

/** @param {Page} page @param {string} tab */
async function openTab(page, tab) {
  await page.locator(`#pages a[href="#${tab}"]`).click();
  await page.locator(`body[data-page=${tab}]`).waitFor();
}

/** @param {Page} page */
const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/**
 * Ways to write a number into λ's field, and what they are; NaN where they are refused.
 * @type {[number, string[]][]}
 */
const written = [
  [0.1, ["0.1", "0,1", ".1", ",1", "1e-1", "1E-1", "1e-01", "0.10", "0,10", " 0.1 ", "+0.1", "+,1", "00.1", "10e-2"]],
  [0.1, ["1.0E-1", "1,0e-1", "0 .1", "\u00a00.1", "\t0,1", "0.100000", "100e-3"]],
  [1, ["1", "1.", "1,", "1.0", "1,0", "01", "+1", "1e0", "10e-1", "1.000"]],
  [NaN, ["1,000", "1.2.3", "1,2,3", "", "abc", "0x1", "1e", "--1", "-1", "½", "Infinity", "1_0"]],
];

pageTest("43 ways to write a number, with comma and point", async (page) => {
  assert.equal(written.flatMap(([, texts]) => texts).length, 43);
  const found = await page.evaluate((table) => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector("#setting-l2"));
    const key = (/** @type {string} */ name) => field.dispatchEvent(new KeyboardEvent("keydown", { key: name }));
    return table.map(([, texts]) =>
      texts.map((text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent("input"));
        const refused = field.getAttribute("aria-invalid") === "true";
        key("Enter");
        const value = refused ? NaN : Number(field.value);
        key("Escape");
        return value;
      }),
    );
  }, written);
  assert.deepEqual(
    found,
    written.map(([value, texts]) => texts.map(() => value)),
  );
  await page.locator("#setting-l2").fill("0,25");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.settings.l2 === 0.25);
});

pageTest("a translation that wraps every text node breaks nothing", async (page) => {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.nodeValue?.trim()) texts.push(/** @type {Text} */ (node));
    for (const text of texts) {
      if (text.parentElement?.closest("script, style, svg, option")) continue;
      const font = document.createElement("font");
      text.replaceWith(font);
      font.append(document.createElement("font"));
      font.firstElementChild?.append(text);
    }
  });
  await trainShortly(page);
  assert.equal(await page.locator("#status-word").innerText(), "finished");
  for (const tab of tabs) await openTab(page, tab);
  await page.locator("#data-chip").click();
  await page.locator("#data-panel").waitFor();
});

pageTest("from 67 to 300 % nothing has to be scrolled to sideways, and Train can be pressed", async (page) => {
  await trainShortly(page);
  for (const percent of [67, 80, 100, 125, 150, 200, 250, 300]) {
    await page.setViewportSize({ width: Math.round(128_000 / percent), height: Math.round(72_000 / percent) });
    for (const tab of tabs) {
      await openTab(page, tab);
      assert.ok((await tooWide(page)) <= 0, `${tab} at ${percent} %`);
    }
    await page.locator("#train-button").click({ trial: true });
  }
});

pageTest("the same file chosen twice, and text and links that are dragged in", async (page) => {
  const images = Array.from({ length: 20 }, (_, i) => [Buffer.from([i % 10]), Buffer.alloc(3072, 9 * i)]).flat();
  const file = { name: "data_batch_1.bin", mimeType: "application/octet-stream", buffer: Buffer.concat(images) };
  await page.locator("#data-files").setInputFiles(file);
  await page.waitForFunction(() => document.querySelector("#data-chip .chip-splits")?.textContent?.startsWith("1"));
  await page.waitForFunction(() => !document.querySelector(".notice.loading"));
  await page.locator("#data-files").setInputFiles(file);
  const same = "data_batch_1.bin holds the same images as data_batch_1.bin, which is there already";
  await page.locator(".notice.error", { hasText: same }).waitFor();
  const before = await page.evaluate(() => [onelayer.data().splits.train, location.href]);
  await page.evaluate(() => {
    for (const [type, text] of [
      ["text/plain", "a word"],
      ["text/uri-list", "https://example.org/"],
    ]) {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData(/** @type {string} */ (type), /** @type {string} */ (text));
      for (const name of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }));
    }
  });
  assert.equal(await page.locator("#drop-overlay").isVisible(), false);
  assert.deepEqual(await page.evaluate(() => [onelayer.data().splits.train, location.href]), before);
  assert.deepEqual(await page.locator(".notice.error").allInnerTexts(), [same]);
});

/** Waits until training goes on from where it is. @param {Page} page */
async function goesOn(page) {
  const step = (await page.evaluate(() => onelayer.runs().at(-1)?.step)) ?? 0;
  await page.waitForFunction((before) => (onelayer.runs().at(-1)?.step ?? 0) > before, step);
}

pageTest("a tab that is frozen in its training goes on when it is let go", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 10_000 }));
  await page.evaluate(() => onelayer.play());
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await goesOn(page);
});

/** Away in mid-training, and back. @param {Page} page */
async function awayAndBack(page) {
  await page.evaluate(() => onelayer.set({ epochs: 10_000 }));
  await page.evaluate(() => onelayer.play());
  await goesOn(page);
  await page.evaluate(() => addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted })));
  await page.goto("about:blank");
  await page.goBack({ waitUntil: "commit" }); // a page that was kept is not loaded again
}

pageTest("away and back the page begins again", async (page) => {
  await awayAndBack(page);
  await page.waitForFunction(() => "onelayer" in window);
  await page.evaluate(() => onelayer.ready);
  await trainShortly(page);
});

pageTest(
  "away and back with a page cache, training goes on from where it was",
  async (page) => {
    await awayAndBack(page);
    await page.waitForFunction(() => /** @type {any} */ (window).persisted);
    await goesOn(page);
    await trainShortly(page);
  },
  { launch: () => launchBrowser({ webgl: false, pageCache: true }) },
);

pageTest("Tab goes through each tab and leaves the page, forwards and back", async (page) => {
  for (const tab of tabs) {
    await openTab(page, tab);
    for (const key of ["Tab", "Shift+Tab"]) {
      let stops = 0;
      for (; stops < 500; stops++) {
        await page.keyboard.press(key);
        if (await page.evaluate(() => document.activeElement === document.body)) break;
      }
      assert.ok(stops > 12 && stops < 500, `${key} on ${tab}: ${stops} stops`);
    }
  }
});

pageTest(
  "a right-to-left locale, and names of 300 letters and of both directions, leave the page in order",
  async (page) => {
    for (const name of ["W".repeat(300), "ע".repeat(40) + " abc", "\u202eevil name", "שלום 123 (A)"]) {
      await page.locator(".run-name").first().dblclick();
      const input = page.locator(".run-name-input:not([hidden])");
      await input.fill(name);
      await page.keyboard.press("Enter");
      await page.waitForFunction((first) => onelayer.runs().at(-1)?.name.startsWith(first), name.slice(0, 4));
      assert.ok((await tooWide(page)) <= 0, name.slice(0, 10));
      await page.locator("#train-button").click({ trial: true });
    }
    await trainShortly(page);
  },
  { context: { locale: "ar-EG" } },
);

pageTest("epochs set below the one that is reached end the run where it stands", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 40 }));
  for (let epoch = 1; epoch <= 3; epoch++) {
    await page.keyboard.press("e");
    await page.waitForFunction((wanted) => {
      const run = onelayer.runs().at(-1);
      return run?.epoch === wanted && run.status === "paused";
    }, epoch);
  }
  await page.locator("#setting-epochs").fill("1");
  await page.keyboard.press("Enter");
  await waitForStatus(page, "finished");
  await page
    .locator("#status-epoch")
    .filter({ hasText: /^3 \/ 3$/ })
    .waitFor();
  assert.equal((await currentRun(page)).settings.epochs, 3, "the settings that bring the run about again");
});
