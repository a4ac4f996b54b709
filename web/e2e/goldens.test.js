// How the page looks, shell and canvas, held to pictures taken of it: at three sizes and in forced colours, light and
// dark. A change that is intended updates them: UPDATE_GOLDENS=1 node --test web/e2e/goldens.test.js, then look at what
// git shows.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

import { pageTest } from "./harness.js";
import { waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

/** @typedef {import("playwright-core").Page} Page */

const GOLDENS = fileURLToPath(new URL("goldens/", import.meta.url));
const ARTIFACTS = fileURLToPath(new URL("artifacts/", import.meta.url));

/** The Chromium that the pictures are of. Another may set letters a little otherwise; no more than that is let pass. */
const BROWSER = path.join(GOLDENS, "browser.txt");

/** How many of the pixels may differ. */
const tolerance = { same: 0.0002, other: 0.02 };

const sizes = {
  wide: { width: 1440, height: 900 },
  projector: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
};
const themes = /** @type {const} */ (["light", "dark"]);

/** The views other than the Train tab, each at one size and in one theme. */
const others = [
  { name: "report-wide-dark", open: (/** @type {Page} */ page) => openTab(page, "report") },
  { name: "gradient-projector-light", open: (/** @type {Page} */ page) => openTab(page, "gradient") },
  { name: "inspect-phone-dark", open: (/** @type {Page} */ page) => openTab(page, "inspect") },
  { name: "confusion-projector-dark", open: openConfusion },
  { name: "lecture-projector-light", open: (/** @type {Page} */ page) => page.keyboard.press("l") },
];

for (const [size, viewport] of Object.entries(sizes)) {
  for (const theme of themes) {
    pageTest(
      `the page looks as it did: ${size}, ${theme}`,
      async (page) => {
        await page.evaluate(() => onelayer.set({ epochs: 3 }));
        await page.evaluate(() => onelayer.play());
        await waitForStatus(page, "finished");
        await waitForView(page, { colours: 1000 });
        await compare(page, `train-${size}-${theme}`);
        for (const { name, open } of others.filter(({ name }) => name.endsWith(`-${size}-${theme}`))) {
          await openTab(page, "train");
          await open(page);
          await compare(page, name);
        }
      },
      { context: { viewport, colorScheme: theme, reducedMotion: "reduce" } },
    );
  }
}

for (const theme of themes)
  pageTest(
    `the page looks as it did: forced colours, ${theme}`,
    async (page) => {
      await page.evaluate(() => onelayer.set({ epochs: 3 }));
      await page.evaluate(() => onelayer.play());
      await waitForStatus(page, "finished");
      await openImage(page);
      await compare(page, `image-forced-${theme}`);
      await openConfusion(page);
      await compare(page, `confusion-forced-${theme}`);
    },
    { context: { viewport: sizes.projector, colorScheme: theme, forcedColors: "active", reducedMotion: "reduce" } },
  );

/**
 * @param {Page} page
 * @param {string} tab
 */
async function openTab(page, tab) {
  await page.locator(`#pages a[href="#${tab}"]`).click();
  await page.locator(`body[data-page=${tab}]`).waitFor();
}

/** The first image with its evidence. @param {Page} page */
async function openImage(page) {
  await openTab(page, "inspect");
  await page.getByRole("radio", { name: "Images" }).check();
  await page.locator(".image-grid [role=option]").first().click();
  await page.locator(".scores .score-share").filter({ hasText: "%" }).nth(9).waitFor();
}

/** @param {Page} page */
async function openConfusion(page) {
  await openTab(page, "inspect");
  await page.getByRole("radio", { name: "Confusion" }).check();
  await page.getByRole("heading", { name: /%/ }).waitFor();
}

/**
 * Compares the screen with the picture of that name.
 * @param {Page} page
 * @param {string} name
 */
async function compare(page, name) {
  const golden = path.join(GOLDENS, `${name}.png`);
  const browser = page.context().browser()?.version() ?? "";
  if (process.env.UPDATE_GOLDENS)
    await Promise.all([writeFile(golden, await stillPicture(page)), writeFile(BROWSER, `${browser}\n`)]);
  const was = PNG.sync.read(await readFile(golden));
  const tolerated = (await readFile(BROWSER, "utf8")).trim() === browser ? tolerance.same : tolerance.other;
  const deadline = Date.now() + 15_000;
  for (;;) {
    const shot = await stillPicture(page); // on a busy machine something may still be to come
    const is = PNG.sync.read(shot);
    assert.deepEqual([is.width, is.height], [was.width, was.height], `${name}: another size`);
    const difference = new PNG({ width: is.width, height: is.height });
    const share =
      pixelmatch(is.data, was.data, difference.data, is.width, is.height, { threshold: 0.1 }) / (is.width * is.height);
    if (share <= tolerated) return;
    if (Date.now() < deadline) continue;
    await mkdir(ARTIFACTS, { recursive: true });
    await writeFile(path.join(ARTIFACTS, `${name}.png`), shot);
    await writeFile(path.join(ARTIFACTS, `${name}-difference.png`), PNG.sync.write(difference));
    assert.fail(
      `${name}: ${(100 * share).toFixed(2)} % of the pixels differ; see web/e2e/artifacts/${name}-difference.png`,
    );
  }
}

/**
 * The screen when nothing on it moves.
 * @param {Page} page
 */
async function stillPicture(page) {
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.mouse.move(0, 0);
  let before = await page.screenshot({ animations: "disabled" });
  for (let still = 0; still < 3;) {
    await page.waitForTimeout(200);
    const now = await page.screenshot({ animations: "disabled" });
    still = now.equals(before) ? still + 1 : 0;
    before = now;
  }
  return before;
}
