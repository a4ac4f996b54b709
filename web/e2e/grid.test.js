// The grid search: by script, by its tab, and after a reload.

import assert from "node:assert/strict";

import { pageTest } from "./harness.js";
import { waitForStatus } from "./page.js";

pageTest("a cell is what a run of its settings is; a search pauses, goes on, and ends with all cells", async (page) => {
  const found = await page.evaluate(async () => {
    await onelayer.set({ batchSize: 200, seed: 4 });
    const search = onelayer.grid({ l2: [0, 1], learningRate: [0.001, 0.01], epochs: 2 });
    await search.grid.pause();
    await search.grid.resume();
    return search;
  });
  assert.equal(found.length, 4);
  assert.ok(found.every(({ status, epoch }) => status === "finished" && epoch === 2));
  const [, second] = found;
  assert.deepEqual([second.settings.l2, second.settings.learningRate, second.settings.batchSize], [0, 0.01, 200]);
  await page.evaluate(() => onelayer.set({ l2: 0, learningRate: 0.01, epochs: 2 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const history = await page.evaluate(() => onelayer.runs().at(-1)?.history ?? []);
  assert.deepEqual(history.at(-1)?.validation, second.validation, "to the last bit");
});

pageTest("halving drops the worse half at each rung, a random search keeps to its budget", async (page) => {
  const { halved, drawn } = await page.evaluate(async () => {
    await onelayer.set({ batchSize: 500 });
    const halved = await onelayer.grid({ l2: [0, 0.1, 1, 10], learningRate: [0.001], epochs: 4, search: "halving" });
    const drawn = await onelayer.grid({
      l2: [0.001, 1],
      learningRate: [0.0001, 0.1],
      epochs: 1,
      search: "random",
      budget: 3,
    });
    return { halved, drawn };
  });
  assert.equal(halved.filter(({ status }) => status === "finished").length, 1);
  assert.equal(halved.filter(({ status }) => status === "dropped").length, 3);
  assert.equal(drawn.length, 3);
  const error = await page.evaluate(() =>
    onelayer.grid({ l2: [-1] }).then(
      () => "",
      (error) => error.message,
    ),
  );
  assert.match(error, /l2/);
});

pageTest("the tab searches, opens a cell as a run, and its figures survive a reload", async (page) => {
  await page.locator("#pages").getByRole("link", { name: "Grid" }).click();
  await page.getByLabel("λ", { exact: true }).fill("0, 0.1");
  await page.getByLabel("η", { exact: true }).fill("0.001 0.01");
  await page.locator("#grid-epochs").fill("2");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.locator("#grid-results tbody").getByText("finished").nth(3).waitFor();
  const best = await page.locator("#grid-results tbody tr").first().innerText();
  await page.locator("#grid-results tbody button").first().click();
  await page.locator("#grid-results tbody").getByText("opened").waitFor();
  await page.waitForFunction(
    () => onelayer.runs().at(-1)?.status === "finished" && onelayer.runs().at(-1)?.epoch === 2,
  );
  await page.reload();
  await page.evaluate(() => onelayer.ready);
  await page.locator("#grid-results tbody tr").nth(3).waitFor();
  assert.equal(
    (await page.locator("#grid-results tbody tr").first().innerText()).split("\t").slice(0, 6).join(),
    best.split("\t").slice(0, 6).join(),
  );
});

pageTest(
  "the map shows a cell's curves, opens it, and a dragged rectangle or one by keys is searched finer",
  async (page) => {
    await page.locator("#pages").getByRole("link", { name: "Grid" }).click();
    await page.getByLabel("λ", { exact: true }).fill("0.001, 0.1");
    await page.getByLabel("η", { exact: true }).fill("0.001 0.01 0.1");
    await page.locator("#grid-epochs").fill("2");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.locator("#grid-results tbody").getByText("finished").nth(5).waitFor();
    const map = page.locator(".grid-map");
    const box = await map.boundingBox();
    assert.ok(box && box.width > 100 && box.height > 50, JSON.stringify(box));
    /** @param {number} column @param {number} row */
    const middle = (column, row) => ({
      x: box.x + (box.width * (column + 0.5)) / 3,
      y: box.y + (box.height * (row + 0.5)) / 2,
    });

    const at = middle(1, 0);
    await page.mouse.move(at.x, at.y);
    await page.locator("#grid-controls .line-chart figcaption").getByText("λ 0.001, η 0.01", { exact: true }).waitFor();
    assert.equal(await page.locator("#grid-controls .line-chart tbody tr").count(), 3, "a row an epoch");
    await page.mouse.click(at.x, at.y);
    await page.waitForFunction(() => onelayer.runs().at(-1)?.status === "finished");
    const opened = await page.evaluate(() => onelayer.runs().at(-1));
    assert.deepEqual([opened?.settings.l2, opened?.settings.learningRate, opened?.history.length], [0.001, 0.01, 3]);

    const [from, to] = [middle(0, 1), middle(1, 1)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    assert.equal(await page.getByLabel("η", { exact: true }).inputValue(), "0.001, 0.0018, 0.0032, 0.0056, 0.01");
    assert.equal(await page.getByLabel("λ", { exact: true }).inputValue(), "0.05, 0.071, 0.1, 0.14, 0.2");
    await page.locator("#grid-controls").getByText("Filled in: 25 cells").waitFor();

    await map.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await page.getByLabel("λ", { exact: true }).inputValue(), "0.001, 0.0032, 0.01, 0.032, 0.1");
  },
);
