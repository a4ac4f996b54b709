// Another engine, where it is installed: the same arithmetic to the last bit.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";

import { firefox } from "playwright-core";

import { launchBrowser } from "./browser.js";
import { origin, pageTest } from "./harness.js";
import { currentRun, openPage, waitForStatus } from "./page.js";

/** @typedef {import("playwright-core").Page} Page */

const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const skip = existsSync(executablePath) ? false : "Firefox ESR is not installed";

pageTest(
  "Firefox trains to the same figures as Chromium",
  async (page) => {
    const found = await trainShortly(page);
    const chromium = await launchBrowser({ webgl: false });
    try {
      const other = await chromium.newPage();
      await openPage(other, origin());
      assert.deepEqual(found, await trainShortly(other));
    } finally {
      await chromium.close();
    }
  },
  {
    skip,
    launch: () => firefox.launch({ channel: "moz-firefox", executablePath }),
    expectedErrors: [/WebGL|context/i], // headless, it has none
  },
);

/** @param {Page} page */
async function trainShortly(page) {
  await page.evaluate(() => onelayer.set({ epochs: 5 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const { history, test } = await currentRun(page);
  return { history, test };
}
