// The first minute: what a new visitor sees, and the network at work on one image.

import assert from "node:assert/strict";

import { origin, pageTest } from "./harness.js";
import { openPage, waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const figures = (page) =>
  page.locator(".machine-figures").evaluate((root) => ({
    says: root.querySelector("p")?.textContent ?? "",
    rows: [...root.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
  }));

pageTest("a new visitor reads one sentence, watches setting D, and is offered what to do next", async (page) => {
  const context = await page
    .context()
    .browser()
    ?.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: "block" });
  assert.ok(context);
  const fresh = await context.newPage();
  try {
    await openPage(fresh, origin(), { newVisitor: true });
    await fresh.getByText("A network of one layer learns ten pictures").waitFor();
    assert.equal((await fresh.evaluate(() => onelayer.settings())).l2, 1);
    assert.equal(await fresh.locator("#train-button, #training .primary").count(), 1, "one filled button");
    assert.equal(await fresh.locator("#speed").getAttribute("aria-pressed"), "true");

    await fresh.evaluate(() => onelayer.set({ epochs: 2 }));
    await fresh.locator("#train-button").click();
    await waitForStatus(fresh, "finished");
    const wrong = fresh.getByRole("button", { name: "see the most confident mistakes" });
    await wrong.waitFor();
    assert.equal(await fresh.getByText("A network of one layer learns").count(), 0);
    await wrong.click();
    await fresh.locator("body[data-page=inspect] .images-mode").waitFor();

    await fresh.reload();
    await openPage(fresh, origin(), { newVisitor: true });
    assert.equal((await fresh.evaluate(() => onelayer.settings())).l2, 0.1, "who has trained begins as usual");
  } finally {
    await context.close();
  }
});

pageTest("what the network makes of an image stands as text, and follows the image", async (page) => {
  await waitForView(page, { colours: 1000 });
  await page.waitForFunction(() => document.querySelectorAll(".machine-figures tbody tr").length === 10);
  const first = await figures(page);
  assert.match(first.says, /^Image 1 of 1,000, \w+, is classified as \w+\. Its loss is \d+\.\d{3}\.$/);
  const total = first.rows.reduce((sum, [, , p = ""]) => sum + parseFloat(p), 0);
  assert.ok(Math.abs(total - 100) < 0.6, `the probabilities add up to ${total} %`);
  const greatest = first.rows.reduce((best, row) =>
    parseFloat(row[2] ?? "") > parseFloat(best[2] ?? "") ? row : best,
  );
  assert.match(first.says, new RegExp(`is classified as ${greatest[0]}\\.`));

  await page.getByRole("button", { name: "The next image" }).click();
  await page.waitForFunction(
    (before) => document.querySelector(".machine-figures p")?.textContent !== before,
    first.says,
  );
  assert.match((await figures(page)).says, /^Image 2 of 1,000/);

  await page.getByRole("button", { name: "Hold" }).click();
  await page.evaluate(() => onelayer.set({ epochs: 8 }));
  await page.locator("#speed").click();
  await page.locator("#train-button").click();
  await waitForStatus(page, "finished");
  const held = await figures(page);
  assert.match(held.says, /^Image 2 of 1,000/);
  assert.notDeepEqual(held.rows, first.rows);

  // Right images of validation, class by class: what the accuracy is made of, at each epoch.
  const accuracies = await page.evaluate(() =>
    onelayer
      .runs()
      .at(-1)
      ?.history.map(({ validation }) => validation.accuracy),
  );
  for (const epoch of [8, 3]) {
    await page.locator("#scrubber-range").fill(String(epoch));
    await page.waitForFunction(
      ([accuracy]) => {
        const cells = [...document.querySelectorAll(".machine-figures tbody td:last-child")];
        const counts = cells.map((cell) =>
          /^([\d,]+) of ([\d,]+)$/
            .exec(cell.textContent ?? "")
            ?.slice(1)
            .map(Number),
        );
        const [right, images] = [0, 1].map((i) => counts.reduce((sum, pair) => sum + (pair?.[i] ?? NaN), 0));
        return images === 1000 && Math.abs((right ?? NaN) / 1000 - (accuracy ?? NaN)) < 1e-9;
      },
      [accuracies?.[epoch]],
    );
  }
  assert.notEqual(accuracies?.[8], accuracies?.[3]);
});

pageTest("it works with the losses and images of a run's own", async (page) => {
  const figures = page.locator(".machine-figures");
  for (const [settings, made] of /** @type {const} */ ([
    [{ loss: "bce" }, "probability p"],
    [{ loss: "svm" }, "margin"],
    [{ loss: "softmax", smoothing: 3, trainingImages: 500 }, "probability p"],
  ])) {
    await page.evaluate(async (settings) => {
      await onelayer.set({ epochs: 1, ...settings });
      await onelayer.reset();
      await onelayer.play();
    }, settings);
    await waitForStatus(page, "finished");
    await figures.locator("thead").getByText(made, { exact: true }).waitFor({ state: "attached" });
    await page.waitForFunction(() => document.querySelectorAll(".machine-figures tbody tr").length === 10);
    const values = await figures.locator("tbody td:nth-child(3)").allInnerTexts();
    const numbers = values.map((text) => Number.parseFloat(text));
    if (settings.loss === "svm") assert.ok(numbers.filter((value) => value === 0).length >= 1, values.join());
    const total = numbers.reduce((sum, value) => sum + value, 0);
    if (settings.loss === "softmax") assert.ok(Math.abs(total - 100) < 1, values.join());
    if (settings.loss === "bce")
      assert.ok(
        numbers.every((value) => value >= 0 && value <= 100),
        values.join(),
      );
  }
});
