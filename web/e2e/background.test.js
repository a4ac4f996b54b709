// Training in the background: in a hidden tab, and while the page scrolls and types.

import assert from "node:assert/strict";
import test from "node:test";

import { launchPlainBrowser } from "./browser.js";
import { origin, pageTest, watchContext } from "./harness.js";
import { currentRun, openPage, waitForEpoch, waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

test("training goes on in a hidden tab, and its curves are whole when it comes back", async () => {
  const { browser, close } = await launchPlainBrowser();
  try {
    const [context] = browser.contexts();
    const watch = watchContext(context, origin());
    const [page] = context.pages();
    await openPage(page, origin());
    await page.evaluate(() => onelayer.set({ epochs: 10_000 }));
    await page.evaluate(() => onelayer.play());
    await waitForEpoch(page, 1);

    const other = await context.newPage();
    await other.bringToFront();
    await page.evaluate(async () => {
      while (!document.hidden)
        await new Promise((resolve) => addEventListener("visibilitychange", resolve, { once: true }));
    });
    const hiddenAt = (await currentRun(page)).epoch;
    // Timers and frames of a hidden page are throttled: ask from here.
    while ((await currentRun(page)).epoch < hiddenAt + 20) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(await page.evaluate(() => document.visibilityState), "hidden");

    await page.bringToFront();
    await page.evaluate(() => onelayer.pause());
    const run = await currentRun(page);
    assert.deepEqual(
      run.history.map((point) => point.epoch),
      Array.from({ length: run.epoch + 1 }, (_, i) => i),
    );
    watch.assertClean();
  } finally {
    await close();
  }
});

pageTest("the page scrolls, drags and types while it trains", async (page) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await waitForView(page, { colours: 1000 }); // its start is not part of this test
  await page.evaluate(() => onelayer.set({ epochs: 10_000 }));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForEpoch(page, 1);

  const field = page.getByRole("textbox", { name: "epochs" });
  await field.fill("");
  await field.pressSequentially("9999", { delay: 20 });
  assert.equal(await field.inputValue(), "9999");
  await field.press("Enter");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.settings.epochs === 9999);

  const slider = page.getByRole("slider", { name: /^learning rate/ });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  assert.ok(box);
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, middle);
  await page.mouse.down();
  /** @type {number[]} */
  const rates = [];
  for (const share of [0.6, 0.7, 0.8]) {
    await page.mouse.move(box.x + share * box.width, middle);
    rates.push(Number(await slider.inputValue()));
  }
  await page.mouse.up();
  assert.ok(
    rates.every((rate, i) => rate > (rates[i - 1] ?? -1)),
    `the slider follows the pointer: ${rates}`,
  );
  const number = Number(await page.getByRole("textbox", { name: /^learning rate/ }).inputValue());
  await page.waitForFunction((wanted) => onelayer.runs().at(-1)?.settings.learningRate === wanted, number);

  assert.ok(
    await page.evaluate(() => document.documentElement.scrollHeight > innerHeight),
    "the page has something to scroll to",
  );
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(700, 63); // the column of settings has a scroll of its own
  await page.mouse.wheel(0, 150);
  await page.waitForFunction(() => scrollY > 0);
  await page.mouse.wheel(0, -150);
  await page.waitForFunction(() => scrollY === 0);

  assert.equal((await currentRun(page)).status, "running");
  await page.evaluate(() => onelayer.pause());
  await waitForStatus(page, "paused");
});
