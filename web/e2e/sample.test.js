// The first minute of a visit: the page opens with the sample, one click trains it.

import assert from "node:assert/strict";

import { pageTest } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

pageTest("the page opens ready to train, on data it calls practice images", async (page) => {
  assert.match(await page.locator("#data-chip").innerText(), /practice images/i);
  assert.match(await page.locator("#data-chip").innerText(), /2,000 train · 1,000 validation · 1,000 test/);
  const run = await currentRun(page);
  assert.equal(run.status, "ready");
  assert.equal(run.step, 0);
  assert.deepEqual(
    run.history.map((point) => point.epoch),
    [0],
    "figures before any step",
  );
  await page.getByRole("button", { name: "Train", exact: true }).waitFor();
  await waitForView(page, { colours: 1000 });
});

for (const [name, viewport] of /** @type {const} */ ([
  ["on a wide screen", { width: 1350, height: 940 }],
  ["on a phone", { width: 390, height: 844 }],
])) {
  pageTest(
    `nothing moves while the page starts ${name}`,
    async (page) => {
      await page.addInitScript(() => {
        localStorage.removeItem("onelayer.trained");
        const shifts = Object.assign(window, { shifts: /** @type {string[]} */ ([]) }).shifts;
        new PerformanceObserver((list) => {
          for (const shift of /** @type {any[]} */ (list.getEntries())) {
            const moved = shift.sources.map((/** @type {{node: Element}} */ { node }) => node?.id || node?.nodeName);
            if (shift.value > 0.02) shifts.push(`${shift.value.toFixed(3)}: ${moved}`);
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.reload();
      await page.evaluate(() => onelayer.ready);
      await page.locator(".machine-buttons").waitFor(); // the view is there; a picture of it would resize the page
      assert.ok(await page.locator("#lead").isVisible(), "the line of a first visit");
      assert.deepEqual(await page.evaluate(() => Reflect.get(window, "shifts")), []);
    },
    { context: { viewport } },
  );
}

pageTest("one click trains the sample: curves and tables fill, the figures stand as text", async (page) => {
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await waitForStatus(page, "finished");

  const run = await currentRun(page);
  assert.equal(run.epoch, run.settings.epochs);
  assert.equal(run.step, run.settings.epochs * run.stepsPerEpoch);
  assert.deepEqual(
    run.history.map((point) => point.epoch),
    Array.from({ length: run.settings.epochs + 1 }, (_, i) => i),
  );
  const first = run.history[0];
  const last = run.history[run.settings.epochs];
  assert.ok(last.train.cost < first.train.cost, "the cost falls");
  assert.ok(last.train.loss < last.train.cost, "λ > 0 sets the cost above the loss");
  assert.ok(run.test && run.test.accuracy > 0.35 && run.test.accuracy < 0.85, `test accuracy ${run.test?.accuracy}`);

  await page.getByText("finished").first().waitFor();
  const row = (await page.locator("#runs tbody tr").first().innerText()).replace(/\s/g, " ");
  for (const accuracy of [last.train.accuracy, last.validation.accuracy, run.test.accuracy]) {
    assert.ok(row.includes(percent(accuracy)), `${percent(accuracy)} in the row of the run: ${row}`);
  }
  await waitForView(page, { colours: 1000, curve: 100 });

  await page.getByRole("button", { name: "Figures as a table" }).click();
  await page.locator("#history tbody tr").first().waitFor();
  assert.equal(await page.locator("#history tbody tr").count(), run.settings.epochs + 1);
  assert.match(await page.locator("#history tbody tr").first().innerText(), new RegExp(last.train.cost.toFixed(3)));
});

pageTest(
  "a phone trains as well: the settings are a sheet, the page is not wider than the screen",
  async (page) => {
    await page.getByRole("button", { name: "Settings" }).click();
    const sheet = page.getByRole("dialog", { name: "Settings" });
    await sheet.getByRole("button", { name: /^Preset B/ }).click();
    await sheet.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Train", exact: true }).tap();
    await waitForStatus(page, "finished");
    assert.equal((await currentRun(page)).settings.l2, 0);
    const { content, screen } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      screen: innerWidth,
    }));
    assert.ok(content <= screen, `the content is ${content} px wide on a screen of ${screen} px`);
  },
  { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
);

/** @param {number} accuracy */
function percent(accuracy) {
  return `${(100 * accuracy).toFixed(1)} %`;
}
