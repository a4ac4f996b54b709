// The canvas is a view: it draws, it may be lost and come back, and the page does without it.

import assert from "node:assert/strict";

import { launchBrowser } from "./browser.js";
import { pageTest } from "./harness.js";
import { currentRun, waitForEpoch, waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

pageTest("a view that loses its context comes back with the run's pictures and curves, and training goes on", async (page) => {
  await page.evaluate(() => onelayer.play());
  await waitForEpoch(page, 5);
  await waitForView(page, { colours: 1000, curve: 50 });

  const view = page.frames().find((frame) => frame.url().endsWith("/view.html"));
  assert.ok(view);
  const reloaded = page.waitForEvent("framenavigated");
  await view.evaluate(() => {
    const context = document.querySelector("canvas")?.getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await reloaded;

  await waitForStatus(page, "finished");
  await waitForView(page, { colours: 1000, curve: 100 });
  assert.equal((await page.evaluate(() => onelayer.runs())).length, 1, "the page itself was not reloaded");
});

pageTest("the wheel scrolls the page and Tab passes by, wherever the pointer is", async (page) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await waitForView(page, { colours: 500 });
  const box = await page.locator("#view").boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => scrollY > 0 || document.documentElement.scrollHeight <= innerHeight);
  const visited = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    visited.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName));
  }
  assert.ok(!visited.includes("view"), `Tab went ${visited}`);
});

pageTest(
  "without WebGL the page trains and shows all figures as text",
  async (page) => {
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await waitForStatus(page, "finished");
    const run = await currentRun(page);
    await page.locator("#history").waitFor();
    assert.equal(await page.locator("#history tbody tr").count(), run.settings.epochs + 1);
    assert.ok(run.test);
  },
  { launch: () => launchBrowser({ webgl: false }), expectedErrors: [/WebGL|context/i] },
);
