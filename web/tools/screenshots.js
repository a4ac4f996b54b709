// Pictures of the page for eyes and for the README: `node web/tools/screenshots.js [FOLDER]`, after ./build.sh build.
// One PNG for each size, theme and state, on genuine data if CIFAR10_DIR is set, else on the sample.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { launchBrowser } from "../e2e/browser.js";
import { realShards, withoutRealData } from "../e2e/data.js";
import { openPage, waitForEpoch, waitForStatus } from "../e2e/page.js";
import { startServer } from "../e2e/server.js";

/** @typedef {import("playwright-core").Page} Page */

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];

/** @type {("light" | "dark")[]} */
const THEMES = ["light", "dark"];

/** How to bring a page from each state to the next. @type {[string, (page: Page) => Promise<void>][]} */
const STATES = [
  ["ready", async () => {}],
  [
    "running",
    async (page) => {
      await page.evaluate(() => onelayer.play());
      await waitForEpoch(page, 12);
    },
  ],
  ["finished", (page) => waitForStatus(page, "finished")],
];

/** Time for the view to draw what it was sent last: it has no event for that. */
const DRAWN = 1500; // ms

const folder = process.argv[2] ?? fileURLToPath(new URL("../e2e/artifacts/screenshots", import.meta.url));
await mkdir(folder, { recursive: true });
const server = await startServer();
const browser = await launchBrowser();
try {
  for (const viewport of SIZES) for (const colorScheme of THEMES) await pictureStates(viewport, colorScheme);
} finally {
  await browser.close();
  await server.stop();
}

/**
 * @param {{width: number, height: number}} viewport
 * @param {"light" | "dark"} colorScheme
 */
async function pictureStates(viewport, colorScheme) {
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  await openPage(page, server.origin);
  if (!withoutRealData) {
    await page.locator("#data-files").setInputFiles(realShards);
    await page.waitForFunction((images) => onelayer.data().splits.train === images, 10_000);
  }
  for (const [state, reach] of STATES) {
    await reach(page);
    await page.waitForTimeout(DRAWN);
    const name = `${viewport.width}x${viewport.height}-${colorScheme}-${state}.png`;
    await page.screenshot({ path: path.join(folder, name) });
    console.log(path.join(folder, name));
  }
  await context.close();
}
