// The sliders and their numbers, by mouse and by keyboard, at rest and while training.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const settings = (page) => page.evaluate(() => onelayer.settings());

/**
 * Waits until a setting has arrived at the worker.
 * @param {Page} page
 * @param {Partial<import("./interface.js").Settings>} wanted
 */
async function waitForSettings(page, wanted) {
  await page.waitForFunction(
    (entries) => entries.every(([name, value]) => /** @type {any} */ (onelayer.settings())[name] === value),
    Object.entries(wanted),
  );
}

pageTest("a slider follows the mouse, and its number and the settings follow it", async (page) => {
  const slider = page.getByRole("slider", { name: "learning rate η, slider" });
  const box = await slider.boundingBox();
  assert.ok(box);
  const before = await settings(page);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.8 * box.width, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();

  await page.waitForFunction((old) => onelayer.settings().learningRate !== old, before.learningRate);
  const shown = await page.getByRole("textbox", { name: "learning rate η" }).inputValue();
  await waitForSettings(page, { learningRate: Number(shown) });
  assert.ok(Number(shown) > 0.01 && Number(shown) < 1, `logarithmic: four fifths of the way is ${shown}`);
  await waitForRunSettings(page, { learningRate: Number(shown) });
});

pageTest("sliders by keyboard: arrows step, Home takes λ to an exact 0", async (page) => {
  const l2 = page.getByRole("slider", { name: "L2 penalty λ, slider" });
  await l2.focus();
  await page.keyboard.press("Home");
  await waitForSettings(page, { l2: 0 });
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => onelayer.settings().l2 > 0);

  await page.getByRole("slider", { name: "epochs, slider" }).focus();
  const { epochs } = await settings(page);
  await page.keyboard.press("ArrowRight");
  await waitForSettings(page, { epochs: epochs + 1 });

  await page.getByRole("slider", { name: "batch size, slider" }).focus();
  await page.keyboard.press("Home");
  await waitForSettings(page, { batchSize: 1 });

  await page.getByRole("slider", { name: "seed, slider" }).focus();
  await page.keyboard.press("ArrowUp");
  await waitForSettings(page, { seed: 2 });
});

pageTest("numbers can be typed; a wrong one is explained and not taken", async (page) => {
  const field = page.getByRole("textbox", { name: "learning rate η" });
  await field.fill("3e-3");
  await field.press("Enter");
  await waitForSettings(page, { learningRate: 0.003 });

  await field.fill("fast");
  await page.getByRole("alert").filter({ hasText: "must be a number above 0" }).waitFor();
  assert.equal((await settings(page)).learningRate, 0.003);
  await field.blur();
  assert.equal(await field.inputValue(), "0.003");
});

pageTest("presets A–D set the report's four settings, by click and by key", async (page) => {
  const expected = { A: [0, 0.1], B: [0, 0.001], C: [0.1, 0.001], D: [1, 0.001] };
  for (const [name, [l2, learningRate]] of Object.entries(expected)) {
    await page.getByRole("button", { name: new RegExp(`^Preset ${name}`) }).click();
    await waitForSettings(page, { l2, learningRate, batchSize: 100, epochs: 40 });
  }
  await page.keyboard.press("1");
  await waitForSettings(page, { l2: 0, learningRate: 0.1 });
});

pageTest("λ and η change while training and take effect at once; batch size and seed wait and say so", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 10_000 }));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForStatus(page, "running");

  await page.getByRole("slider", { name: "L2 penalty λ, slider" }).focus();
  await page.keyboard.press("Home");
  await waitForRunSettings(page, { l2: 0 });
  await page.evaluate(() => onelayer.set({ learningRate: 0.0005 }));
  await waitForRunSettings(page, { learningRate: 0.0005 });
  assert.equal((await currentRun(page)).status, "running", "training went on");
  await page.waitForFunction(() => {
    const point = onelayer.runs().at(-1)?.history.at(-1);
    return point !== undefined && point.epoch > 0 && point.train.cost === point.train.loss;
  });

  const before = (await currentRun(page)).settings;
  await page.evaluate(() => onelayer.set({ batchSize: 50, seed: 7 }));
  await waitForDeferredNotes(page, 2);
  const during = await currentRun(page);
  assert.deepEqual([during.settings.batchSize, during.settings.seed], [before.batchSize, before.seed]);

  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await waitForRunSettings(page, { batchSize: 50, seed: 7 });
  await waitForDeferredNotes(page, 0);
});

/**
 * Waits until this many settings say that they wait for the next reset.
 * @param {Page} page
 * @param {number} count
 */
async function waitForDeferredNotes(page, count) {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(".field-note")].filter((note) => note.checkVisibility()).length === wanted,
    count,
  );
}

/**
 * Waits until the current run has these settings.
 * @param {Page} page
 * @param {Partial<import("./interface.js").Settings>} wanted
 */
async function waitForRunSettings(page, wanted) {
  await page.waitForFunction(
    (entries) =>
      entries.every(([name, value]) => /** @type {any} */ (onelayer.runs().at(-1)?.settings)[name] === value),
    Object.entries(wanted),
  );
}

pageTest("a slider's drag is undone in one go, and redone, by button and by key", async (page) => {
  const before = await settings(page);
  const slider = page.getByRole("slider", { name: "learning rate η, slider" });
  const box = await slider.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 0; i < 6; i++) {
    await page.mouse.move(box.x + (0.5 + 0.06 * i) * box.width, box.y + box.height / 2, { steps: 3 });
    await page.waitForTimeout(50); // so that several changes reach the worker
  }
  await page.mouse.up();
  const shown = Number(await page.getByRole("textbox", { name: "learning rate η" }).inputValue());
  await waitForSettings(page, { learningRate: shown });
  assert.notEqual(shown, before.learningRate);

  const undo = page.getByRole("button", { name: "Undo the last change of settings" });
  await page.locator("#undo[aria-disabled=false]").waitFor();
  await undo.click();
  await waitForSettings(page, { learningRate: before.learningRate });
  await page.locator("#undo[aria-disabled=true]").waitFor();
  await page.keyboard.press("Control+Shift+Z");
  await waitForSettings(page, { learningRate: shown });
  await page.keyboard.press("Control+z");
  await waitForSettings(page, { learningRate: before.learningRate });
  await page.getByRole("button", { name: "Redo the change of settings" }).click();
  await waitForSettings(page, { learningRate: shown });
});
