// The report's four settings in the browser, in full, on genuine data.

import assert from "node:assert/strict";

import { assertInBands, report } from "./bands.js";
import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

pageTest(
  "settings A–D come out where the report's reference does",
  async (page, t) => {
    await page.locator("#data-files").setInputFiles(realShards);
    await page.waitForFunction(() => onelayer.data().splits.train === 10_000);

    for (const [name, expected] of Object.entries(report)) {
      await page.getByRole("button", { name: new RegExp(`^Preset ${name}`) }).click();
      await page.waitForFunction(
        ({ l2, learningRate }) => {
          const run = onelayer.runs().at(-1);
          return run?.step === 0 && run.settings.l2 === l2 && run.settings.learningRate === learningRate;
        },
        { l2: expected.l2, learningRate: expected.learningRate },
      );
      await page.getByRole("button", { name: "Train", exact: true }).click();
      await waitForStatus(page, "finished");

      const { history, test } = await currentRun(page);
      assertInBands(name, { ...history[40], test });
      t.diagnostic(`${name}: test accuracy ${test?.accuracy.toFixed(4)}`);
    }
    assert.equal(
      (await page.evaluate(() => onelayer.runs())).filter((run) => run.status === "finished").length,
      4,
      "earlier runs stay",
    );
  },
  { skip: withoutRealData },
);
