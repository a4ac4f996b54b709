// The guided tour: it presses the page's own controls, quotes what they brought about, and loses nothing.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const card = (page) => page.locator("#tour");

/** @param {Page} page */
async function begin(page) {
  await page.locator("#more-open").click();
  await page.locator("#tour-start").click();
  await card(page).waitFor();
}

/**
 * @param {Page} page
 * @param {string} title
 */
const heading = (page, title) => card(page).getByRole("heading", { name: title }).waitFor();

/**
 * @param {Page} page
 * @param {RegExp} text
 */
const result = (page, text) => card(page).getByRole("status").filter({ hasText: text }).waitFor();

/** @param {Page} page */
const next = (page) => card(page).getByRole("button", { name: "Next" }).click();

pageTest("it tells the report's story with figures that are computed on the way", async (page) => {
  await page.evaluate(async () => {
    await onelayer.set({ epochs: 2 });
    await onelayer.play();
  });
  await waitForStatus(page, "finished"); // a run of the visitor's own, to be kept
  await begin(page);
  await result(page, /2,000 train · 1,000 validation/);
  await next(page);

  await card(page).getByRole("button", { name: "Choose C and train" }).click();
  await result(page, /After 40 epochs/);
  const c = await page.evaluate(() => onelayer.runs().at(-1));
  assert.deepEqual([c?.settings.l2, c?.settings.learningRate, c?.status], [0.1, 0.001, "finished"]);
  assert.ok(
    (await card(page).getByRole("status").innerText()).includes(
      `${(100 * (c?.history.at(-1)?.validation.accuracy ?? NaN)).toFixed(1)}\u00a0%`,
    ),
  );

  await next(page);
  await card(page).getByRole("button", { name: "Play the film" }).click();
  await page.getByRole("button", { name: "Stop the film" }).waitFor();
  await result(page, /‖W‖, went from 1\.7\d\d to \d/);

  await next(page);
  await card(page).getByRole("button", { name: "Show the two parts" }).click();
  const last = c?.history.at(-1)?.train;
  await result(page, new RegExp(`cost ${last?.cost.toFixed(3)} = loss ${last?.loss.toFixed(3)} \\+ penalty 0\\.\\d`));
  assert.ok(await page.locator("#why-stack").isChecked());

  await next(page);
  assert.ok(!(await page.locator("#why-stack").isChecked()), "the charts are as they were");
  await card(page).getByRole("button", { name: "Choose A and train" }).click();
  await waitForStatus(page, "finished");
  await result(page, /rose in \d+ of 40 epochs/);
  const rises = await page.evaluate(() => {
    const costs =
      onelayer
        .runs()
        .at(-1)
        ?.history.map(({ train }) => train.cost) ?? [];
    return costs.filter((cost, i) => i > 0 && cost > (costs[i - 1] ?? NaN)).length;
  });
  await result(page, new RegExp(`rose in ${rises} of 40 epochs`));

  await next(page);
  await card(page).getByRole("button", { name: "Choose B and train" }).click();
  await page.waitForFunction(() => {
    const run = onelayer.runs().at(-1);
    return run?.status === "finished" && run.settings.learningRate === 0.001;
  });
  await result(page, /B: accuracy .* C: /);
  await card(page).getByText("Your turn: train B for 200 epochs.").waitFor();

  await next(page);
  await card(page).getByRole("button", { name: "Choose D and train" }).click();
  await waitForStatus(page, "finished");
  await result(page, /D: accuracy .* C: /);

  await next(page);
  await page.locator("body[data-page=gradient]").waitFor();
  await card(page).getByRole("button", { name: "Check the gradient" }).click();
  await result(page, /The gradient is right\. All 30,730 parameters agree/);

  await next(page);
  await page.locator("body[data-page=train]").waitFor();
  await result(page, /The best on the validation split so far: Run \d/);
  const runs = await page.evaluate(() => onelayer.runs().map(({ epoch }) => epoch));
  assert.deepEqual(runs, [2, 40, 40, 40, 40], "the visitor's run and the tour's are all in the list");
  await card(page).getByRole("button", { name: "Finish" }).click();
  await card(page).waitFor({ state: "hidden" });
});

pageTest("an act is linked to: the page opens with it, and it plays", async (page) => {
  await page.goto(`${page.url().split("#")[0]}#act=3`);
  await heading(page, "Steps that are too long: setting A");
  await waitForStatus(page, "finished");
  await result(page, /rose in \d+ of 40 epochs/);
  assert.equal((await page.evaluate(() => onelayer.settings())).learningRate, 0.1);
  assert.match((await card(page).getByRole("link", { name: "act 3" }).getAttribute("href")) ?? "", /#act=3$/);
});

pageTest("arrow keys go through it, Escape leaves it, and the focus goes back", async (page) => {
  await page.locator("#more-open").focus();
  await page.keyboard.press("Enter");
  await page.locator("#tour-start").focus();
  await page.keyboard.press("Enter");
  await heading(page, "Ten classes, one layer");
  await page.keyboard.press("ArrowRight");
  await heading(page, "Train setting C");
  await page.keyboard.press("ArrowLeft");
  await heading(page, "Ten classes, one layer");
  await page.keyboard.press("Escape");
  await card(page).waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement?.id), "more-open");
  assert.equal(await page.evaluate(() => onelayer.runs().at(-1)?.step), 0, "nothing was done that wasn't asked for");
});

const sizes = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
];

for (const viewport of sizes) {
  pageTest(
    `its card is in sight and clear of its control at ${viewport.width} × ${viewport.height}`,
    async (page) => {
      await begin(page);
      for (let i = 0; i < 9; i++) {
        await page.waitForFunction(() => !document.querySelector(".tour-ring")?.hasAttribute("hidden"));
        await page.waitForFunction(clearOfItsControl, null, { timeout: 10_000 }).catch(async () => {
          assert.fail(
            `${await page.locator("#tour-title").innerText()}: the card covers its control or is out of sight`,
          );
        });
        if (i < 8) await next(page);
      }
    },
    { context: { viewport } },
  );
}

/** Whether the card is within the window and at most half over the ring; it may take a moment to get there. */
function clearOfItsControl() {
  const card = document.querySelector("#tour")?.getBoundingClientRect() ?? new DOMRect();
  const ring = document.querySelector(".tour-ring")?.getBoundingClientRect() ?? new DOMRect();
  const overlap =
    Math.max(0, Math.min(card.right, ring.right) - Math.max(card.left, ring.left)) *
    Math.max(0, Math.min(card.bottom, ring.bottom) - Math.max(card.top, ring.top));
  const inside = card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight;
  return inside && overlap <= 0.5 * ring.width * ring.height;
}
