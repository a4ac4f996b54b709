// The list of runs: what can be done with each, and that it survives a reload.

import assert from "node:assert/strict";

import { pageTest } from "./harness.js";
import { openPage, waitForStatus } from "./page.js";

/** @typedef {import("playwright-core").Page} Page */

pageTest("a run is renamed in its place", async (page) => {
  await choose(page, 0, "Rename");
  await page.keyboard.type("first try");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => onelayer.runs()[0].name === "first try");
});

pageTest("a run is removed, and brought back", async (page) => {
  await train(page, 2);
  const before = await names(page);
  await page.evaluate(() => onelayer.reset()); // archives it
  await page.waitForFunction(() => onelayer.runs().length === 2);
  const archived = (await names(page))[0];
  await choose(page, 1, "Remove");
  await page.waitForFunction(() => onelayer.runs().length === 1);
  assert.deepEqual(await names(page), before);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.waitForFunction(() => onelayer.runs().length === 2);
  assert.equal((await names(page))[0], archived);
  assert.equal(await page.evaluate(() => onelayer.runs()[0].history.length), 3);
});

pageTest("the scrubber shows an epoch that is past; a fork goes on from there and both stay", async (page) => {
  await train(page, 6);
  await page.locator("#scrubber-range").fill("2");
  await page.locator("#scrubber-where", { hasText: "epoch 2" }).waitFor();
  await page.evaluate(() => onelayer.set({ l2: 1, epochs: 4 }));
  await choose(page, 0, "Fork from epoch 2");
  await page.waitForFunction(() => onelayer.runs().length === 2);
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const [old, fork] = await page.evaluate(() => onelayer.runs());
  assert.deepEqual(fork.history.slice(0, 3), old.history.slice(0, 3), "a common past");
  assert.equal(fork.epoch, 4);
  assert.equal(old.history.length, 7);
  assert.notEqual(fork.history[3].train.loss, old.history[3].train.loss);
  assert.equal(await page.locator("#scrubber-where", { hasText: "now" }).count(), 1, "a new run is shown as it is");
});

pageTest("a film plays from the first epoch to the present", async (page) => {
  await train(page, 3);
  const where = page.locator("#scrubber-where");
  const seen = await where.evaluateHandle((element) => {
    /** @type {string[]} */
    const texts = [];
    new MutationObserver(() => texts.push(element.textContent ?? "")).observe(element, { childList: true, characterData: true, subtree: true });
    return texts;
  });
  await page.getByRole("button", { name: "Play the epochs as a film" }).click();
  await page.getByRole("button", { name: "Stop the film" }).waitFor();
  await page.getByRole("button", { name: "Play the epochs as a film" }).waitFor();
  await where.filter({ hasText: "now" }).waitFor();
  // A busy machine may leave some out, but shows none twice and none before its turn.
  const shown = (await seen.jsonValue()).map((text) => (text === "Run 1, now" ? 4 : Number(/^Run 1, epoch (\d)$/.exec(text)?.[1])));
  assert.ok(shown.length > 2 && shown.at(-1) === 4 && shown.every((epoch, i) => i === 0 || epoch > (shown[i - 1] ?? NaN)), shown.join());
});

pageTest("the list survives a reload; a stored run can be forked; all can be forgotten", async (page) => {
  await train(page, 3);
  const [before] = await page.evaluate(() => onelayer.runs());
  const weights = await lastWeights(page, before.id);
  await waitForStored(page, "finished");
  await openPage(page, page.url());
  await page.waitForFunction(() => onelayer.runs().length === 2);
  const [stored] = await page.evaluate(() => onelayer.runs());
  assert.deepEqual({ ...stored, id: 0 }, { ...before, id: 0 });
  assert.deepEqual(await lastWeights(page, stored.id), weights);

  await choose(page, 1, "Fork from epoch 3");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.epoch === 3);
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");

  await choose(page, 0, "Forget all runs…", "Yes, forget all runs");
  await page.waitForFunction(() => onelayer.runs().length === 1);
  await waitForStored(page, null);
});

/**
 * Trains the current run for a few epochs.
 * @param {Page} page
 * @param {number} epochs
 */
async function train(page, epochs) {
  await page.evaluate(async (epochs) => {
    await onelayer.set({ epochs });
    await onelayer.play();
  }, epochs);
  await waitForStatus(page, "finished");
}

/**
 * Opens a run's menu and presses items of it.
 * @param {Page} page
 * @param {number} row from the top
 * @param {string[]} items
 */
async function choose(page, row, ...items) {
  await page.locator("#runs tbody tr").nth(row).getByRole("button", { name: "What can be done with this run" }).click();
  for (const item of items) await page.locator("#run-menu").getByRole("button", { name: item, exact: true }).click();
}

/**
 * Waits until a run with this status is in the browser's database, or none at all.
 * @param {Page} page
 * @param {string | null} status
 */
async function waitForStored(page, status) {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const stored = await storedStatuses(page);
    if (status === null ? stored.length === 0 : stored.includes(status)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`no ${status ?? "empty list"} in the database`);
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

/** @param {Page} page */
function names(page) {
  return page.evaluate(() => onelayer.runs().map(({ name }) => name));
}

/**
 * @param {Page} page
 * @param {number} id
 */
function lastWeights(page, id) {
  return page.evaluate(async (run) => [...(await onelayer.weights(run)).weights.slice(0, 50)], id);
}
