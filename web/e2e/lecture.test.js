// Lecture mode and the curtain: large, few controls, and nothing revealed before it was predicted.

import assert from "node:assert/strict";

import { origin, pageTest, withoutWebGL } from "./harness.js";
import { openPage, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/**
 * @param {Page} page
 * @param {number} epochs
 */
async function train(page, epochs) {
  await page.evaluate((epochs) => onelayer.set({ epochs }), epochs);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForStatus(page, "finished");
}

/** All that a screen reader would come by. @param {Page} page */
const told = (page) => page.locator("body").ariaSnapshot();

pageTest("l makes the page large and simple, on one screen, and l brings it back", async (page) => {
  const size = () => page.locator("#setting-l2").evaluate((input) => input.getBoundingClientRect().height);
  const before = await size();
  await page.keyboard.press("l");
  assert.ok((await size()) > 1.2 * before, "type and fields are larger");
  for (const id of ["#runs", "#setting-seed", "#data-chip", "#take-open"])
    assert.ok(await page.locator(id).isHidden(), id);
  for (const name of ["Train", "Step", "Reset"])
    assert.ok(await page.getByRole("button", { name, exact: true }).isVisible(), name);
  const { height, width, screen } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    width: document.documentElement.scrollWidth,
    screen: [innerWidth, innerHeight],
  }));
  assert.ok(width <= (screen[0] ?? 0) && height <= (screen[1] ?? 0), `${width} × ${height} on ${screen}`);
  const train = await page.locator("#train-button").boundingBox();
  const column = await page.locator(".column").boundingBox();
  assert.ok(train && column && train.x + train.width <= column.x + column.width, "the buttons keep to their column");
  await page.waitForFunction(() => location.search.includes("lecture=1"));
  await page.keyboard.press("l");
  assert.equal(await size(), before);
});

pageTest("a curtain covers the loss until c lifts it, and tells nobody what is behind", async (page) => {
  await openPage(page, `${origin()}/?curtain=loss&epochs=3`);
  const cover = page.locator(".curtain:visible", { hasText: "Predict first" });
  await cover.waitFor();
  await train(page, 3);
  const run = await page.evaluate(() => onelayer.runs().at(-1));
  const loss = run?.history.at(-1)?.train.loss.toFixed(3) ?? "";
  const cost = run?.history.at(-1)?.train.cost.toFixed(3) ?? "";
  assert.equal(await cover.count(), 1);
  const secret = await told(page);
  assert.ok(!secret.includes(loss), `the loss ${loss} is told`);
  assert.ok(secret.includes(cost), "the cost is not covered");
  await page.waitForFunction(() => {
    const [frame, cover] = ["#view", ".curtain:not([hidden])"].map((selector) =>
      document.querySelector(selector)?.getBoundingClientRect(),
    );
    return frame && cover && cover.width < frame.width / 2 && cover.top > frame.top + frame.height / 3; // one chart
  });

  await page.keyboard.press("l");
  await page.waitForFunction(() => {
    const [frame, cover] = ["#view", ".curtain:not([hidden])"].map((selector) =>
      document.querySelector(selector)?.getBoundingClientRect(),
    );
    return (
      document.body.matches(".lecture") &&
      frame &&
      cover &&
      cover.left > frame.left &&
      cover.right < frame.right &&
      cover.top > frame.top &&
      cover.bottom <= frame.bottom
    );
  });
  await page.keyboard.press("l");

  await page.keyboard.press("c");
  await cover.waitFor({ state: "hidden" });
  assert.ok((await told(page)).includes(loss));
  await page.keyboard.press("c");
  await cover.getByRole("button", { name: "Lift" }).click();
  await cover.waitFor({ state: "hidden" });
});

pageTest("the menu covers everything: pictures, charts, tables, formulas and what is announced", async (page) => {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("combobox", { name: /Predict first/ }).selectOption("everything");
  await page.keyboard.press("Escape");
  await train(page, 2);
  const figures = await page.evaluate(() =>
    (onelayer.runs().at(-1)?.history ?? [])
      .flatMap(({ train, validation }) => [train, validation])
      .flatMap(({ cost, loss, accuracy }) => [cost.toFixed(3), loss.toFixed(3), `${(100 * accuracy).toFixed(1)} %`]),
  );
  await noneIsTold(page, figures);
  await page.keyboard.press("t");
  await page.locator("#history").waitFor();
  await noneIsTold(page, figures); // nor in the table
  await page.keyboard.press("c");
  await page.locator("body[data-curtain='']").waitFor();
  const open = (await told(page)).replaceAll("\u00a0", " ");
  assert.ok(figures.slice(-6).some((figure) => open.includes(figure)));
});

/**
 * Waits until none of the figures is shown anywhere: earlier ones disappear with the next frame.
 * @param {Page} page
 * @param {string[]} figures
 */
async function noneIsTold(page, figures) {
  /** @type {string[]} */
  let seen = figures;
  for (const deadline = Date.now() + 10_000; seen.length > 0; await page.waitForTimeout(50)) {
    assert.ok(Date.now() < deadline, `told: ${seen.join()}`);
    const all = (await told(page)).replaceAll("\u00a0", " ");
    seen = figures.filter((figure) => all.includes(figure));
  }
}
