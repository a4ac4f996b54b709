// What the report concludes, beside the charts: each text sets up the run that shows it.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForEpoch } from "./page.js";

withoutWebGL();

pageTest("a conclusion trains the run that shows it, with the switch that draws it", async (page) => {
  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByRole("button", { name: "Train with λ = 1" }).click();
  await waitForEpoch(page, 1);
  const first = await currentRun(page);
  assert.deepEqual([first.settings.l2, first.settings.learningRate, first.settings.epochs], [1, 0.001, 40]);
  assert.ok(await page.getByRole("checkbox", { name: /split the cost/ }).isChecked());
  await page.waitForFunction(() => Number(document.querySelector("#why-norm")?.textContent) > 0, null, {
    timeout: 20_000,
  });

  await page.getByRole("button", { name: "Train with η = 0.1" }).click();
  await page.waitForFunction((id) => onelayer.runs().at(-1)?.id !== id, first.id);
  assert.equal((await currentRun(page)).settings.learningRate, 0.1);
  assert.equal((await page.evaluate(() => onelayer.runs())).length, 2, "the earlier run is kept");
});

pageTest("at 1280 × 720 the Train page with the conclusions is one screen", async (page) => {
  await page.getByRole("button", { name: "Explain" }).click();
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollHeight,
    screen: innerHeight,
  }));
  assert.ok(content <= screen, `${content} px of page on ${screen} px of screen`);
});
