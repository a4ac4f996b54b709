// The main journey by keys in another engine, where it is installed.

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";

import { withoutRealData } from "./data.js";
import { firefoxErrors, launchFirefox, withoutFirefox } from "./firefox.js";
import { pageTest } from "./harness.js";
import { journeyByKeys } from "./journey.js";

/** @typedef {import("playwright-core").Page} Page */

const downloads = await mkdtemp(path.join(tmpdir(), "onelayer-firefox-"));
after(() => rm(downloads, { recursive: true, force: true }));

pageTest("the main journey by keys alone, in Firefox", (page) => journeyByKeys(page, fileInFolder), {
  skip: withoutFirefox || withoutRealData,
  launch: () => launchFirefox(downloads),
  expectedErrors: firefoxErrors,
});

/**
 * The name of the file that a press saves: Playwright is not told by Firefox of one that the page makes itself.
 * @param {Page} page
 * @param {() => Promise<void>} press
 */
async function fileInFolder(page, press) {
  await press();
  for (const deadline = Date.now() + 60_000; ; await page.waitForTimeout(200)) {
    const name = (await readdir(downloads)).find((name) => name.endsWith(".csv"));
    if (name) return name;
    assert.ok(Date.now() < deadline, "no file was saved");
  }
}
