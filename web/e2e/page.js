// What the tests, the screenshots and the bench do with an open page.

import assert from "node:assert/strict";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Opens the page and waits for the engine, the sample data, and controls that can be used: as a visitor who has
 * trained here before, or as a new visitor, for whom the page begins slowly and with setting D.
 * @param {Page} page
 * @param {string} address
 * @param {{newVisitor?: boolean}} [options]
 */
export async function openPage(page, address, { newVisitor = false } = {}) {
  if (!newVisitor)
    await page.addInitScript(() => {
      try {
        localStorage.setItem("onelayer.trained", "1");
      } catch {} // a page without storage is everybody's first
    });
  await page.goto(address);
  await page.waitForFunction(() => "onelayer" in window);
  await page.evaluate(() => onelayer.ready);
  await page.locator("#train-button[aria-disabled=false]").waitFor({ state: "attached" }); // another tab may be shown
}

/**
 * Has workers that the page starts from now on run something before their own script.
 * @param {Page} page
 * @param {RegExp} workers their scripts' addresses
 * @param {string} script
 */
export function beforeWorkers(page, workers, script) {
  return page.route(workers, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script};\n${await response.text()}` });
  });
}

/**
 * The current run from the page's scripting interface.
 * @param {Page} page
 */
export async function currentRun(page) {
  const run = await page.evaluate(() => onelayer.runs().at(-1));
  assert.ok(run, "there is always a run");
  return run;
}

/**
 * A run's history as the archive of its weights has it: without the counts by class, which only training makes.
 * @param {import("./interface.js").Run["history"]} history
 */
export const archived = (history) => history.map((point) => ({ ...point, byClass: undefined }));

/**
 * Waits until the page shows what has changed by now: a frame may rest for 30 ms after the one before.
 * @param {Page} page
 */
const shown = (page) =>
  page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 40));
    for (let frame = 0; frame < 2 && !document.hidden; frame++) await new Promise(requestAnimationFrame);
  });

/**
 * Waits until the current run has a status, and the page shows it.
 * @param {Page} page
 * @param {import("./interface.js").Status} status
 */
export async function waitForStatus(page, status) {
  await page.waitForFunction((wanted) => onelayer.runs().at(-1)?.status === wanted, status, { timeout: 240_000 });
  await shown(page);
}

/**
 * Waits until the current run has finished a number of epochs.
 * @param {Page} page
 * @param {number} epoch
 */
export async function waitForEpoch(page, epoch) {
  await page.waitForFunction((wanted) => (onelayer.runs().at(-1)?.epoch ?? -1) >= wanted, epoch, { timeout: 240_000 });
}

/**
 * Waits until the runs in the browser's database have certain statuses.
 * @param {Page} page
 * @param {(statuses: string[]) => boolean} enough
 */
export async function waitForStoredRuns(page, enough) {
  const deadline = Date.now() + 20_000;
  let stored = await storedStatuses(page);
  while (!enough(stored)) {
    assert.ok(Date.now() < deadline, `the stored runs are ${stored.join() || "none"}`);
    await page.waitForTimeout(100);
    stored = await storedStatuses(page);
  }
}

/**
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
function storedStatuses(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opened = indexedDB.open("onelayer");
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const all = opened.result.transaction("runs").objectStore("runs").getAll();
          all.onsuccess = () => {
            opened.result.close();
            resolve(all.result.map((run) => run.status));
          };
        };
      }),
  );
}

/**
 * Weights and bias of a run, as plain numbers.
 * @param {Page} page
 */
export async function currentWeights(page) {
  return page.evaluate(async () => {
    const id = onelayer.runs().at(-1)?.id ?? NaN;
    const { shape, weights, bias } = await onelayer.weights(id);
    return { shape, weights: [...weights], bias: [...bias] };
  });
}
