// A guess of the validation accuracy, drawn before it is trained: by mouse, finger and keys.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const line = "#guess-line";
const slider = ".guess-pad [role=slider]";

/** @param {Page} page @param {number} epochs */
async function train(page, epochs) {
  await page.locator("#train-button").click();
  await waitForStatus(page, "finished");
  const run = await page.evaluate(() => onelayer.runs().at(-1));
  assert.equal(run?.epoch, epochs);
  return run?.history ?? [];
}

/** The mean distance that the page tells, and what it says of the last epoch. @param {Page} page */
async function distance(page) {
  const text = await page.locator(line).filter({ hasText: "on average" }).innerText();
  const found = /by ([\d.]+) percent.* Epoch (\d+): guess ([\d.]+).%, validation ([\d.]+).%/.exec(text);
  assert.ok(found, text);
  const [mean = NaN, epoch = NaN, guessed = NaN, came = NaN] = found.slice(1).map(Number);
  return { mean, epoch, guessed, came };
}

pageTest("a guess by keys stays under the true curve, and its distance is that of the run's figures", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 4 }));
  await page.locator("#curves-open").click();
  await page.getByRole("button", { name: "Guess the accuracy…" }).click();
  const pad = page.locator(slider);
  await page.waitForFunction((slider) => document.activeElement?.matches(slider), slider);
  for (const key of ["PageUp", "PageUp", "End", "ArrowUp", "ArrowUp", "PageUp"]) await pad.press(key);
  assert.equal(await pad.getAttribute("aria-valuetext"), "epoch 4: 27\u00a0%");
  await pad.press("Enter");
  await page.locator(line).filter({ hasText: "Your guess ends at 27.0 %" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "train-button", "what comes next");

  const history = await train(page, 4);
  const guessed = [0.2, 0.2175, 0.235, 0.2525, 0.27];
  const off = history.map(({ validation }, i) => Math.abs(validation.accuracy - (guessed[i] ?? NaN)));
  const mean = off.reduce((sum, one) => sum + one, 0) / 5;
  const told = await distance(page);
  assert.ok(Math.abs(told.mean - 100 * mean) < 0.051, `${told.mean} for ${100 * mean}`);
  assert.deepEqual([told.epoch, told.guessed], [4, 27]);
  assert.ok(Math.abs(told.came - 100 * (history[4]?.validation.accuracy ?? NaN)) < 0.051);
  const words = () =>
    page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const drawn = document.querySelector(".view-on-paper")?.innerHTML ?? "";
      dispatchEvent(new Event("afterprint"));
      return drawn;
    });
  const named = Date.now() + 30_000;
  while (!/>guess</.test(await words())) assert.ok(Date.now() < named, "its line is named in the chart");

  await page.getByRole("button", { name: "Remove the guess" }).click();
  await page.locator(line).waitFor({ state: "hidden" });
  const deadline = Date.now() + 30_000;
  while (/>guess</.test(await words())) assert.ok(Date.now() < deadline, "its line is gone");
});

pageTest(
  "a guess is drawn by a finger on the covered chart, and tells nothing before the curtain is lifted",
  async (page) => {
    await page.evaluate(() => onelayer.set({ epochs: 3 }));
    await page.keyboard.press("c");
    await page.getByRole("button", { name: "Draw a guess" }).click();
    const pad = page.locator(slider);
    await pad.tap({ trial: true }); // waits until it is in sight, stands still and has nothing over it
    const box = await pad.boundingBox();
    assert.ok(box && box.width > 200 && box.height > 80, JSON.stringify(box));
    const touch = await page.context().newCDPSession(page);
    const at = (/** @type {number} */ along, /** @type {number} */ down) => [
      { x: box.x + 48 + along * (box.width - 60), y: box.y + 8 + down * (box.height - 32) },
    ];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0, 0.75) });
    for (const along of [0.3, 0.6, 1])
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(along, 0.75 - 0.25 * along) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.waitForFunction(
      (slider) => /^epoch 3: (49|50|51)/.test(document.querySelector(slider)?.getAttribute("aria-valuetext") ?? ""),
      slider,
    );
    await train(page, 3); // Train closes the sheet
    await page.locator(slider).waitFor({ state: "hidden" });
    assert.match(await page.locator(line).innerText(), /kept until the chart is shown/);
    await page.keyboard.press("c");
    const told = await distance(page);
    assert.ok(Math.abs(told.guessed - 50) <= 1.5, `it was drawn at 50 %: ${told.guessed}`);
  },
  { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
);
