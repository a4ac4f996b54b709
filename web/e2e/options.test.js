// The settings past the report: the fold, the link, the runs table, predictions as the run sees images.

import assert from "node:assert/strict";

import { options } from "../js/core/options.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

const report = {
  loss: "softmax",
  optimizer: "sgd",
  schedule: "constant",
  initialization: "normal",
  earlyStopping: 0,
  flip: 0,
  shift: 0,
  trainingImages: 0,
  smoothing: 0,
};

pageTest("the fold counts what differs, hides what nothing uses, and a preset turns all of it off", async (page) => {
  const settings = () => page.evaluate(() => onelayer.settings());
  for (const [name, value] of Object.entries(report))
    assert.equal(/** @type {any} */ (await settings())[name], value, name);
  const fold = page.locator(".more-settings");
  await fold.locator("summary").click();
  for (const { name } of options) assert.equal(await fold.locator(`[data-setting="${name}"]`).count(), 1, name);
  assert.equal(await page.getByLabel("momentum μ", { exact: true }).isVisible(), false);
  await fold.getByLabel("loss", { exact: true }).selectOption("bce");
  await fold.getByLabel("steps", { exact: true }).selectOption("momentum");
  await page.getByLabel("momentum μ", { exact: true }).waitFor();
  await page.getByLabel("smoothing, passes", { exact: true }).fill("2");
  await page.keyboard.press("Enter");
  await fold.getByText("3 changed from the report").waitFor();
  await page.waitForFunction(
    () =>
      location.search.includes("loss=bce") &&
      location.search.includes("opt=momentum") &&
      location.search.includes("smoothing=2"),
  );
  await page.getByRole("button", { name: /^Preset C/ }).click();
  await fold.getByText("changed from the report").waitFor({ state: "hidden" });
  await page.waitForFunction(() => location.search === "");
  assert.deepEqual(await page.evaluate(() => onelayer.settings().loss), "softmax");
});

pageTest("a run with options says so in the table, and its predictions agree with its figures", async (page) => {
  await page.evaluate(() =>
    onelayer.set({ epochs: 2, batchSize: 100, loss: "svm", smoothing: 3, flip: 0.5, optimizer: "adam" }),
  );
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await page.locator("#runs tbody").getByText("SVM hinge, Adam, flips 0.5, smoothed 3×").waitFor();
  const run = await currentRun(page);
  const accuracy = run.history.at(-1)?.validation.accuracy ?? NaN;
  await page.evaluate(() => onelayer.set({ loss: "softmax", smoothing: 0 }));
  await page.getByRole("link", { name: "Inspect" }).click();
  await page.locator(".mode-switch label", { hasText: "Confusion" }).click();
  await page.locator(".confusion-overall", { hasText: `${(100 * accuracy).toFixed(1)}\u00a0%` }).waitFor();
});

pageTest("a wrong value names its field, whatever it is", async (page) => {
  for (const wrong of [{ loss: "mse" }, { flip: 2 }, { smoothing: 9 }, { shift: -1 }, { preset: "E" }]) {
    const error = await page.evaluate(
      (wrong) =>
        onelayer.set(/** @type {any} */ (wrong)).then(
          () => null,
          (error) => ({ field: error.field, message: error.message }),
        ),
      wrong,
    );
    const [name] = Object.keys(wrong);
    assert.equal(error?.field, name);
    assert.ok(error?.message.startsWith(name ?? ""));
  }
});

pageTest("the gradient of the chosen loss is checked", async (page) => {
  for (const loss of /** @type {const} */ (["bce", "svm"])) {
    await page.evaluate((loss) => onelayer.set({ loss }), loss);
    const { relativeError, kernel } = /** @type {any} */ (
      await page.evaluate(() => onelayer.checkGradient({ batchSize: 10, l2: 0.1 }))
    );
    assert.ok(relativeError.weights < 1e-7 && relativeError.bias < 1e-7, `${loss}: ${JSON.stringify(relativeError)}`);
    assert.ok(kernel.weights < 1e-5, `${loss}: the kernel is ${kernel.weights} away`);
  }
});
