// The built page as a visitor has it, for what the bench measures in it.

import { realShards, withoutRealData } from "../e2e/data.js";
import { openPage } from "../e2e/page.js";

/** @typedef {import("playwright-core").Page} Page */

/**
 * A page in a profile of its own, with genuine data if there are some, set to the report's setting C.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {number} epochs
 * @param {(page: Page) => Promise<unknown>} [before] does something before the page opens
 * @returns {Promise<Page>}
 */
export async function readyPage(browser, address, epochs, before = async () => {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await before(page);
  await openPage(page, address);
  await openShards(page);
  await setC(page, epochs);
  return page;
}

/** @param {Page} page */
export async function openShards(page) {
  if (withoutRealData) return;
  await page.locator("#data-files").setInputFiles(realShards);
  await page.waitForFunction(() => onelayer.data().splits.test === 10_000);
}

/**
 * @param {Page} page
 * @param {number} epochs
 */
export async function setC(page, epochs) {
  await page.evaluate((epochs) => onelayer.set({ l2: 0.1, learningRate: 0.001, batchSize: 100, epochs }), epochs);
}
