// The report's four settings together: by script on genuine data, and by the Report tab on the sample.

import assert from "node:assert/strict";

import { assertInBands, report } from "./bands.js";
import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const published = { A: 0.2729, B: 0.39, C: 0.3904, D: 0.3758 };

pageTest(
  "paper() trains A–D together, and all four come out in the reference's bands",
  async (page, t) => {
    await page.locator("#data-files").setInputFiles(realShards);
    await page.waitForFunction(() => onelayer.data().splits.train === 10_000);
    const four = await page.evaluate(() => onelayer.paper());

    assert.deepEqual(
      four.map(({ name }) => name),
      ["A", "B", "C", "D"],
    );
    assert.deepEqual(Object.fromEntries(four.map(({ name, published }) => [name, published])), published);
    for (const { name, settings, train, validation, test, run } of four) {
      const bands = report[name];
      assert.deepEqual(
        [settings.l2, settings.learningRate, settings.batchSize, settings.epochs],
        [bands.l2, bands.learningRate, 100, 40],
      );
      assert.equal(run.history.length, 41);
      assertInBands(name, { train, validation, test });
      t.diagnostic(`${name}: test accuracy ${test?.accuracy.toFixed(4)}`);
    }
    await openReport(page);
    const rows = await tableRows(page);
    rows.forEach((row, i) => {
      const { name, published, test } = four[i];
      assert.equal(row[0], name);
      assert.equal(row[13], `${(100 * published).toFixed(2)} %`);
      assert.ok(
        Math.abs(Number(row[14].replace("−", "-")) - 100 * ((test?.accuracy ?? NaN) - published)) < 0.011,
        `difference ${row[14]}`,
      );
    });
    assert.match(await page.locator("#report-note").innerText(), /it is the test accuracy/);
  },
  { skip: withoutRealData },
);

pageTest(
  "the Report tab trains the four, pauses, goes on, and shows no published column on the sample",
  async (page) => {
    await openReport(page);
    const button = page.locator("#reproduce");
    await button.click();
    await page.waitForFunction(
      () => onelayer.runs().filter((run) => run.name.startsWith("Report") && run.epoch >= 2).length === 4,
    );
    await button.click(); // Pause
    await page.waitForFunction(() => onelayer.runs().every((run) => run.status !== "running"));
    const epochs = await reportEpochs(page);
    assert.ok(epochs.every((epoch) => epoch < 40));
    await page.evaluate(() => onelayer.play()); // another run, at the same time
    await page.waitForFunction(() => (onelayer.runs().at(-1)?.epoch ?? 0) >= 2);
    await page.evaluate(() => onelayer.pause());
    assert.deepEqual(await reportEpochs(page), epochs, "a pause holds all four");
    await button.click(); // Go on
    await page.waitForFunction(() => onelayer.runs().filter((run) => run.status === "finished").length === 4, null, {
      timeout: 120_000,
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll("#report-table tbody tr")].every((row) =>
        /%/.test(row.children[12]?.textContent ?? ""),
      ),
    );

    const rows = await tableRows(page);
    const runs = await page.evaluate(() => onelayer.runs().filter((run) => run.name.startsWith("Report")));
    assert.deepEqual(
      runs.map(({ name }) => name),
      ["A", "B", "C", "D"].map((name) => `Report ${name}`),
    );
    assert.equal(new Set(runs.map(({ history }) => history[0]?.train.loss)).size, 1, "the same initial weights");
    rows.forEach((row, i) => assert.equal(row[12], `${(100 * (runs[i]?.test?.accuracy ?? NaN)).toFixed(2)} %`));
    assert.equal(await page.locator("#report-table th.report:visible").count(), 0);
    assert.match(await page.locator("#report-facts").innerText(), /drawn.*seed 1.*40 epochs.*trained for/);
    for (const { id } of runs) {
      const { weights } = await page.evaluate(
        async (run) => ({ weights: (await onelayer.weights(run)).weights.length }),
        id,
      );
      assert.equal(weights, 30_720, "weights are there when the crew has gone");
    }
  },
);

pageTest("stopping ends the four and keeps what they have", async (page) => {
  await openReport(page);
  await page.locator("#reproduce").click();
  await page.waitForFunction(
    // Pressed at once: the quickest of the four would be done before a click from outside comes.
    () => {
      const all = onelayer.runs().filter((run) => run.name.startsWith("Report") && run.epoch >= 1).length === 4;
      if (all) document.querySelector("#report-stop")?.dispatchEvent(new MouseEvent("click"));
      return all;
    },
  );
  await page.locator("#reproduce", { hasText: "Reproduce the report" }).waitFor();
  const runs = await page.evaluate(() => onelayer.runs());
  assert.deepEqual(
    runs.map(({ status }) => status),
    ["paused", "paused", "paused", "paused", "ready"],
  );
});

/** @param {Page} page */
async function openReport(page) {
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await page.locator("#reproduce[aria-disabled=false]").waitFor();
}

/**
 * The table's texts, one row per setting.
 * @param {Page} page
 */
function tableRows(page) {
  return page
    .locator("#report-table tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").replaceAll("\u00a0", " "))),
    );
}

/** @param {Page} page */
function reportEpochs(page) {
  return page.evaluate(() =>
    onelayer
      .runs()
      .filter((run) => run.name.startsWith("Report"))
      .map((run) => run.epoch),
  );
}
