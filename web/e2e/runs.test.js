// The list of runs: what can be done with each, and that it survives a reload.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, openPage, waitForEpoch, waitForStatus, waitForStoredRuns } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

pageTest("a run is renamed in its place", async (page) => {
  await choose(page, 0, "Rename");
  await page.keyboard.type("first try");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => onelayer.runs()[0].name === "first try");
});

pageTest("three runs are seen at once on a projector, and the status", async (page) => {
  for (let runs = 1; runs < 3; runs++) {
    await train(page, 1);
    await page.evaluate(() => onelayer.reset()); // archives it
    await page.waitForFunction((count) => onelayer.runs().length > count, runs);
  }
  await page.locator("#runs tbody tr").nth(2).waitFor();
  const hidden = await page.locator("#runs .scroller").evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect();
    const head = list.querySelector("thead")?.getBoundingClientRect().bottom ?? top;
    return [...list.querySelectorAll("tbody tr")]
      .map((row) => row.getBoundingClientRect())
      .filter((row) => row.top < head - 1 || row.bottom > Math.min(bottom, innerHeight) + 1).length;
  });
  assert.equal(hidden, 0);
  await train(page, 1);
  const clipped = await page.locator(".status-line").evaluate((line) => {
    const column = line.closest(".column")?.getBoundingClientRect().bottom ?? 0;
    return line.getBoundingClientRect().bottom > column;
  });
  assert.equal(clipped, false);
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
  await choose(page, 0, "Fork from epoch 2");
  await page.waitForFunction(() => onelayer.runs().length === 2);
  await page.evaluate(() => onelayer.set({ l2: 1, epochs: 4 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const [old, fork] = await page.evaluate(() => onelayer.runs());
  assert.deepEqual(fork.history.slice(0, 3), old.history.slice(0, 3), "a common past");
  assert.equal(fork.epoch, 4);
  assert.equal(old.history.length, 7);
  assert.notEqual(fork.history[3].train.loss, old.history[3].train.loss);
  assert.equal(await page.locator("#scrubber-where", { hasText: "now" }).count(), 1, "a new run is shown as it is");
});

pageTest("a fork has its run's λ and η in the table, whatever the panel has meanwhile", async (page) => {
  await page.evaluate(() => onelayer.set({ l2: 0.25, learningRate: 0.003 }));
  await train(page, 3);
  await page.evaluate(() => onelayer.set({ seed: 9, l2: 0, learningRate: 0.001 }).then(() => onelayer.reset()));
  await train(page, 2);
  const rows = page.locator("#runs tbody tr");
  const first = rows.filter({ hasText: "0.25" });
  await first.getByRole("button", { name: "What can be done with this run" }).click();
  await page.locator("#run-menu").getByRole("button", { name: "Fork from epoch 3", exact: true }).click();
  await page.waitForFunction(() => onelayer.runs().length === 3);
  const { l2, learningRate } = await page.evaluate(() => onelayer.settings());
  assert.deepEqual([l2, learningRate], [0.25, 0.003]);
  await rows.filter({ hasText: "0.25" }).nth(1).getByText("0.003", { exact: true }).waitFor();
});

pageTest("a film plays from the first epoch to the present", async (page) => {
  await train(page, 3);
  const where = page.locator("#scrubber-where");
  const seen = await where.evaluateHandle((element) => {
    /** @type {string[]} */
    const texts = [];
    new MutationObserver(() => texts.push(element.textContent ?? "")).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  await page.getByRole("button", { name: "Play the epochs as a film" }).click();
  await page.getByRole("button", { name: "Stop the film" }).waitFor();
  await page.getByRole("button", { name: "Play the epochs as a film" }).waitFor();
  await where.filter({ hasText: "now" }).waitFor();
  // A busy machine may leave some out, but shows none twice and none before its turn.
  const shown = (await seen.jsonValue()).map((text) =>
    text === "Run 1, now" ? 4 : Number(/^Run 1, epoch (\d)$/.exec(text)?.[1]),
  );
  assert.ok(
    shown.length > 2 && shown.at(-1) === 4 && shown.every((epoch, i) => i === 0 || epoch > (shown[i - 1] ?? NaN)),
    shown.join(),
  );
});

pageTest("a run that is paused in another tab is on the list, can be forked, and stays that tab's", async (page) => {
  const other = await page.context().newPage();
  await openPage(other, page.url());
  await page.evaluate(() => onelayer.set({ epochs: 10_000 }));
  await page.evaluate(() => onelayer.play());
  await waitForEpoch(page, 2);
  await page.evaluate(() => onelayer.pause());
  const { epoch, history } = await currentRun(page);
  await other.waitForFunction((wanted) => onelayer.runs()[0]?.epoch === wanted, epoch);
  const [listed, own] = await other.evaluate(() => onelayer.runs());
  assert.deepEqual([listed?.name, listed?.history, own?.name], ["Run 1", history, "Run 2"]);

  await other.locator("#runs .resume:visible").click();
  await other.getByText("Run 1 is the current run of another tab. Fork it to go on from here.").waitFor();
  await choose(other, 1, `Fork from epoch ${epoch}`);
  await other.waitForFunction((wanted) => onelayer.runs().at(-1)?.epoch === wanted, epoch);
  assert.equal(
    await other.evaluate(() => onelayer.runs().length),
    2,
    "the fork, in place of the run that had not begun",
  );

  await page.close();
  const tabs = () =>
    other.evaluate(async () => {
      const { held } = await navigator.locks.query();
      return held?.filter(({ name }) => name?.startsWith("onelayer.tab.")).length;
    });
  while ((await tabs()) !== 1) await other.waitForTimeout(50);
  await other.locator("#runs .resume:visible").click();
  await waitForEpoch(other, epoch + 1);
  assert.equal((await currentRun(other)).name, "Run 1");
});

pageTest("a run of 10,000 epochs takes no more elements of the page than one of hundreds, in any tab", async (page) => {
  await train(page, 2);
  await waitForStoredRuns(page, (stored) => stored.includes("finished"));
  await page.evaluate(lengthenStoredRun, 10_000);
  await openPage(page, page.url());
  await page.waitForFunction(() => onelayer.runs()[0]?.history.length === 10_001);
  const elements = () => page.evaluate(() => document.querySelectorAll("*").length);
  const before = await elements();
  await page.locator("#runs tbody tr").nth(1).locator(".run-name").click();
  await page.keyboard.press("t");
  await page.locator("#history tbody th", { hasText: /^10,000$/ }).waitFor();
  assert.equal(await page.locator("#history tbody tr").count(), 200);
  await page.getByRole("button", { name: "Older epochs" }).click();
  await page.locator("#history tbody th", { hasText: /^9,800$/ }).waitFor();
  assert.equal(await page.locator("#history tbody tr").count(), 200);
  for (const tab of await page.locator("#pages a").all()) if (await tab.isVisible()) await tab.click();
  const more = (await elements()) - before;
  assert.ok(more < 12_000, `${more} more elements`);
});

pageTest("the list survives a reload; a stored run can be forked; all can be forgotten", async (page) => {
  await train(page, 3);
  const [before] = await page.evaluate(() => onelayer.runs());
  const weights = await lastWeights(page, before.id);
  await waitForStoredRuns(page, (stored) => stored.includes("finished"));
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
  await waitForStoredRuns(page, (stored) => stored.length === 0);
});

pageTest(
  "an interrupted run is the current one again, paused where it was, and ends with the same bits",
  async (page) => {
    await page.evaluate(() => onelayer.set({ epochs: 12, shuffle: true, optimizer: "momentum", momentum: 0.9 }));
    await page.keyboard.press("v"); // slowly
    await page.keyboard.press(" ");
    // Only an epoch whose weights and figures have come survives.
    await page.waitForFunction(() => (onelayer.runs().at(-1)?.history.at(-1)?.epoch ?? 0) >= 2);
    await openPage(page, page.url());
    const { epoch } = await currentRun(page);
    assert.ok(epoch >= 2, `epoch ${epoch}`);

    await page.evaluate(() => onelayer.step());
    const before = await currentRun(page);
    await waitForStoredPause(page, before.step);
    await openPage(page, page.url());
    const after = await currentRun(page);
    assert.equal((await names(page)).join(), "Run 1");
    assert.deepEqual({ ...after, id: 0 }, { ...before, id: 0 });

    const interrupted = await finish(page);
    await page.evaluate(() => onelayer.reset());
    assert.deepEqual(await finish(page), interrupted);
    assert.equal((await names(page)).join(), "Run 1 before reset,Run 1");
  },
);

/**
 * Trains to the end.
 * @param {Page} page
 */
async function finish(page) {
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  return lastWeights(page, (await currentRun(page)).id);
}

/**
 * Waits until a run is stored as it is paused after a step.
 * @param {Page} page
 * @param {number} step
 */
async function waitForStoredPause(page, step) {
  const deadline = Date.now() + 60_000;
  while (!(await storedPauses(page)).includes(step)) {
    assert.ok(Date.now() < deadline, `no run is stored as paused after step ${step}`);
    await page.waitForTimeout(100);
  }
}

/**
 * The steps after which stored runs are paused within an epoch.
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
function storedPauses(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("onelayer");
        opening.onsuccess = () => {
          const asked = opening.result.transaction("runs").objectStore("runs").getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result.flatMap(({ pause }) => pause?.step ?? []));
          };
        };
      }),
  );
}

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

/**
 * Runs in the page: gives the run that is stored as many epochs as if it had gone on.
 * @param {number} epochs
 */
function lengthenStoredRun(epochs) {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open("onelayer");
    opened.onerror = () => reject(opened.error);
    opened.onsuccess = () => {
      const transaction = opened.result.transaction(["runs", "snapshots"], "readwrite");
      const runs = transaction.objectStore("runs");
      const all = runs.getAll();
      all.onsuccess = () => {
        const [run] = all.result;
        const point = run.history.at(-1);
        const { stepsPerEpoch } = run;
        for (let epoch = run.history.length; epoch <= epochs; epoch++)
          run.history.push({ ...point, epoch, step: epoch * stepsPerEpoch });
        runs.put({ ...run, epoch: epochs, step: epochs * stepsPerEpoch, settings: { ...run.settings, epochs } });
      };
      transaction.oncomplete = () => (opened.result.close(), resolve(undefined));
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
