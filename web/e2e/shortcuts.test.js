// What keys do, by tab, and the sheet that lists them.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

/**
 * @param {import("playwright-core").Page} page
 * @param {"Train" | "Report" | "Gradient"} name
 */
async function goTo(page, name) {
  await page.getByRole("link", { name, exact: true }).click();
  await page.locator(`body[data-page=${name.toLowerCase()}]`).waitFor();
}

pageTest("a key acts only on the tab it belongs to", async (page) => {
  await goTo(page, "Gradient");
  const before = await currentRun(page);
  for (const key of ["4", "s", "Space"]) await page.keyboard.press(key);
  await goTo(page, "Train");
  await page.keyboard.press("s");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
  const after = await currentRun(page);
  assert.deepEqual(
    [after.id, after.settings, after.status],
    [before.id, before.settings, "paused"],
    "no key acted on the Gradient tab",
  );
});

pageTest("on the Report tab, space trains the four and pauses them", async (page) => {
  await goTo(page, "Report");
  await page.locator("#reproduce[aria-disabled=false]").waitFor();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause all four" }).waitFor();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Go on" }).waitFor();
  assert.equal((await page.evaluate(() => onelayer.runs())).length, 5);
});

pageTest("the sheet lists every key, by tab", async (page) => {
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts and words" });
  await sheet.waitFor();
  const titles = await sheet.getByRole("heading", { level: 3 }).allInnerTexts();
  assert.deepEqual(titles.slice(0, 2), ["Everywhere", "On Train"]);
  assert.ok(titles.includes("On Report"));
  const keys = await sheet.locator("kbd").allInnerTexts();
  for (const key of ["space", "s", "e", "r", "1", "4", "t", "?"]) assert.ok(keys.includes(key), key);
  await page.keyboard.press("s");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await waitForStatus(page, "paused");
  const run = await currentRun(page);
  assert.equal(run.step, run.stepsPerEpoch, "s did nothing while the sheet was open");
});

pageTest("the More menu opens at the right, within the page", async (page) => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await page.getByRole("button", { name: "More", exact: true }).click();
    const box = await page.getByRole("dialog", { name: "More", exact: true }).boundingBox();
    assert.ok(
      box && box.x >= 0 && box.x + box.width <= viewport.width && box.y + box.height <= viewport.height,
      JSON.stringify(box),
    );
    await page.keyboard.press("Escape");
    const { content, width } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: innerWidth,
    }));
    assert.ok(content <= width, `${content} px wide on ${width}`);
  }
});

pageTest("left and right go through the epochs when nothing else has use for them", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 3 }).then(() => onelayer.play()));
  await waitForStatus(page, "finished");
  const where = page.locator("#scrubber-where");
  await page.keyboard.press("ArrowLeft");
  await where.filter({ hasText: "epoch 3" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await where.filter({ hasText: "epoch 2" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await where.filter({ hasText: "epoch 3" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await where.filter({ hasText: "now" }).waitFor();
});
