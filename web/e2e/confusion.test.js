// Inspect, Confusion: the confusion matrix on real images: its figures are the run table's, its cells open the
// images behind them, and it follows the run and the epoch that are looked at.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForEpoch, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const [cat, dog] = [3, 5];
const recordSize = 3073;

pageTest(
  "the matrix counts every image once, and its accuracies are the run table's",
  async (page) => {
    await openReal(page);
    await train(page, 3);
    await openConfusion(page);
    const run = await currentRun(page);
    const shards = await Promise.all(realShards.map((file) => readFile(file)));
    for (const [split, shard, accuracy] of /** @type {const} */ ([
      ["validation", 1, run.history[3].validation.accuracy],
      ["test", 2, run.test?.accuracy],
      ["train", 0, run.history[3].train.accuracy],
    ])) {
      await page.locator(".confusion-controls label", { hasText: split }).click();
      await heading(page, `${split}, Run 1, epoch 3`);
      const matrix = await counts(page);
      assert.deepEqual(matrix.map(sum), classCounts(shards[shard]), `${split}: a row holds the images of its class`);
      assert.equal(
        sum(matrix.map((row, k) => row[k])) / 10_000,
        accuracy,
        `${split}: the diagonal is what the evaluation counts`,
      );
      const shown = await page.locator(".confusion-mode h2 strong").innerText();
      assert.ok(
        (await page.locator("#runs tbody tr").first().textContent())?.includes(shown),
        `${split}: ${shown} stands in the run table`,
      );
      assert.equal(await page.locator(".confusion-overall").innerText(), shown);
      const bins = await page.locator(".confusion-histogram tbody td").allTextContents();
      assert.equal(sum(bins.map(number)), 10_000, "the histogram has every image");
      assert.equal(sum(bins.filter((_, i) => i % 2 === 0).map(number)) / 10_000, accuracy, "right and wrong apart");
    }
  },
  { skip: withoutRealData },
);

pageTest(
  "keys go from cell to cell; a cell says what it counts and opens its images, each of which is what it is said to be",
  async (page) => {
    await openReal(page);
    await train(page, 3);
    await openConfusion(page);
    await heading(page, "validation, Run 1, epoch 3");
    await page.locator(".confusion-controls input:checked").focus();
    await page.keyboard.press("Tab");
    for (const key of [...Array(cat).fill("ArrowDown"), ...Array(dog).fill("ArrowRight")])
      await page.keyboard.press(key);
    const [matrix, words] = [await counts(page), page.locator(".confusion-words")];
    const count = matrix[cat][dog];
    assert.equal(
      await words.innerText(),
      `${count} of ${sum(matrix[cat]).toLocaleString("en")} cats were classified as dogs (${((100 * count) / sum(matrix[cat])).toFixed(1)}\u00a0%).`,
    );
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
      await words.innerText(),
    );
    assert.deepEqual(
      await page.locator(".confusion-table .lit").allInnerTexts(),
      ["dog", "cat"],
      "row and column are lit",
    );

    await page.keyboard.press("Enter");
    const tiles = page.locator(".confusion-pictures button");
    await tiles.first().waitFor();
    assert.equal(await tiles.count(), Math.min(24, count));
    const shares = (await tiles.locator("span").allInnerTexts()).map(parseFloat);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => b - a),
      "the most confident first",
    );
    const shard = await readFile(realShards[1]);
    for (const i of [0, 23]) {
      const index = number((await tiles.nth(i).getAttribute("aria-label"))?.match(/Image ([\d,]+)/)?.[1]);
      const record = shard.subarray(index * recordSize, (index + 1) * recordSize);
      assert.equal(record[0], cat, `image ${index} is a cat`);
      const pixel = await tiles
        .nth(i)
        .locator("canvas")
        .evaluate((canvas) => {
          const context = /** @type {HTMLCanvasElement} */ (canvas).getContext("2d");
          return [...(context?.getImageData(31, 7, 1, 1).data ?? [])];
        });
      assert.deepEqual(
        pixel.slice(0, 3),
        [0, 1, 2].map((channel) => record[1 + channel * 1024 + 7 * 32 + 31]),
        `image ${index} is drawn as it is`,
      );
    }
    await page.getByRole("button", { name: "Show more" }).click();
    await page.waitForFunction(
      (images) => document.querySelectorAll(".confusion-pictures button").length === images,
      Math.min(72, count),
    );
    await page.locator(".confusion-images").getByRole("button", { name: "Close" }).click();
    await page.locator(".confusion-mistakes button").first().click();
    assert.match(
      await page.locator(".confusion-images h3").innerText(),
      /^[A-Z][a-z]+ classified as [a-z]+$/,
      "a frequent mistake opens its images too",
    );

    const first = page.locator(".confusion-pictures[aria-busy=false] button").first();
    const opened =
      (await first.getAttribute("aria-label"))?.match(/Image ([\d,]+), predicted with (.+), true class (.+):/) ?? [];
    await first.click();
    const inspection = page.locator("#inspection > :not([hidden])");
    await inspection.getByText(`image ${opened[1]} of validation`).waitFor();
    const explained = await inspection.innerText();
    for (const p of opened.slice(2)) assert.ok(explained.includes(p), `Images explains the same image: ${p}`);

    await page.locator(".mode-switch label", { hasText: "Confusion" }).click();
    const picture = page.locator(".histogram-picture:visible");
    await picture.focus();
    await page.keyboard.press("End");
    assert.match(
      await page.locator(".confusion-histogram:visible figcaption").innerText(),
      /^p 0\.95–1\.00: [\d,]+ right, [\d,]+ wrong$/,
    );
  },
  { skip: withoutRealData },
);

pageTest("the matrix follows the run while it trains, and goes back to an epoch", async (page) => {
  await train(page, 2); // a run on the sample
  await page.evaluate(() => onelayer.set({ epochs: 4000 }));
  await page.evaluate(() => onelayer.play());
  await openConfusion(page);
  await page.waitForFunction(
    () => Number(document.querySelector(".confusion-mode h2")?.textContent?.match(/epoch (\d+)/)?.[1]) > 5,
  );
  await page.evaluate(() => onelayer.pause());
  await waitForStatus(page, "paused");
  const { history, epoch, step, stepsPerEpoch } = await currentRun(page);
  const within = step % stepsPerEpoch > 0;
  await heading(page, within ? `step ${step.toLocaleString("en")}, in epoch ${epoch + 1}` : `, epoch ${epoch}`);
  await page.locator("#scrubber-range").focus();
  await page.keyboard.press("Home");
  await heading(page, "epoch 0");
  const shown = await page.locator(".confusion-mode h2 strong").innerText();
  assert.equal(shown, `${(100 * history[0].validation.accuracy).toFixed(1)}\u00a0%`);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  pageTest(
    `every cell can be read on its shade, ${colorScheme}`,
    async (page) => {
      await train(page, 8); // the sample is easy: deep shades
      await openConfusion(page);
      await heading(page, "epoch 8");
      const contrasts = await page.locator(".confusion-table tbody button").evaluateAll((buttons) => {
        const channels = (/** @type {string} */ colour) => {
          const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
        };
        const luminance = (/** @type {string} */ colour) => {
          const [r = 0, g = 0, b = 0] = channels(colour).map((c) =>
            c <= 10 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        return buttons.map((button) => {
          const ground = luminance(getComputedStyle(button).backgroundColor);
          const texts = [...button.children]
            .filter((part) => part.textContent)
            .map((part) => luminance(getComputedStyle(part).color));
          return {
            shade: Number(/** @type {HTMLElement} */ (button).style.getPropertyValue("--shade")),
            least: Math.min(...texts.map((text) => (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05))),
          };
        });
      });
      assert.ok(Math.max(...contrasts.map(({ shade }) => shade)) === 1, "some cell has the full shade");
      assert.ok(
        Math.min(...contrasts.map(({ least }) => least)) >= 4.5,
        JSON.stringify(contrasts.toSorted((a, b) => a.least - b.least)[0]),
      );
    },
    { context: { colorScheme } },
  );
}

pageTest(
  "a run on other data says so instead of figures",
  async (page) => {
    await train(page, 1);
    await openReal(page);
    await page.locator("#runs tbody tr").last().locator(".run-name").click();
    await openConfusion(page);
    await page.locator(".confusion-note", { hasText: "Run 1 was trained on other data (Practice images" }).waitFor();
    assert.equal(await page.locator(".confusion-table").isVisible(), false);
  },
  { skip: withoutRealData },
);

pageTest(
  "on a phone a tap on a cell brings its images into sight; the page is not wider than the screen",
  async (page) => {
    await train(page, 2);
    await openConfusion(page);
    await heading(page, "epoch 2");
    await page.locator(".confusion-table button[data-label='0'][data-predicted='0']").tap();
    const tile = page.locator(".confusion-pictures[aria-busy=false] button").first();
    await tile.waitFor();
    await page.waitForFunction(
      () => (document.querySelector(".confusion-images h3")?.getBoundingClientRect().bottom ?? Infinity) < innerHeight,
    );
    assert.match(await page.locator(".confusion-images h3").innerText(), /^Airplanes classified correctly$/);
    const { content, screen, least } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      screen: innerWidth,
      least: Math.min(
        ...[...document.querySelectorAll(".confusion-table button")].flatMap((button) => [
          button.clientWidth,
          button.clientHeight,
        ]),
      ),
    }));
    assert.ok(content <= screen, `the content is ${content} px wide on a screen of ${screen} px`);
    assert.ok(least >= 44, `a cell of ${least} px is hard to hit`);
  },
  { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
);

/** @param {Page} page */
async function openReal(page) {
  await page.locator("#data-files").setInputFiles(realShards);
  await page.waitForFunction(() => onelayer.data().splits.train === 10_000);
}

/**
 * @param {Page} page
 * @param {number} epochs
 */
async function train(page, epochs) {
  await page.evaluate((epochs) => onelayer.set({ epochs }), epochs);
  await page.evaluate(() => onelayer.play());
  await waitForEpoch(page, epochs);
  await waitForStatus(page, "finished");
}

/** @param {Page} page */
async function openConfusion(page) {
  await page.locator("#pages").getByRole("link", { name: "Inspect" }).click();
  await page.locator(".mode-switch label", { hasText: "Confusion" }).click();
}

/**
 * Waits until the figures are those of a split, a run and an epoch.
 * @param {Page} page
 * @param {string} words
 */
async function heading(page, words) {
  await page.waitForFunction(
    (words) => document.querySelector(".confusion-mode h2")?.textContent?.endsWith(words),
    words,
  );
}

/** @param {Page} page */
async function counts(page) {
  const texts = await page.locator(".confusion-table tbody button b").allTextContents();
  return Array.from({ length: 10 }, (_, k) => texts.slice(10 * k, 10 * k + 10).map(number));
}

/** @param {Buffer} shard images of each class in the binary version */
function classCounts(shard) {
  const found = Array(10).fill(0);
  for (let at = 0; at < shard.length; at += recordSize) found[shard[at]]++;
  return found;
}

/** @param {string | undefined} text */
function number(text) {
  return Number(text?.replaceAll(",", ""));
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}

pageTest("softmax and sigmoid stand side by side: how sure each is of the true class", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 1 }));
  await page.evaluate(() => onelayer.play());
  await page.waitForFunction(() => onelayer.runs().at(-1)?.status === "finished");
  await page.locator("#pages").getByRole("link", { name: "Inspect" }).click();
  await page.locator(".mode-switch label", { hasText: "Confusion" }).click();
  await page.getByRole("button", { name: "Train the same with sigmoids, to compare" }).click();
  await page.waitForFunction(
    () => onelayer.runs().at(-1)?.settings.loss === "bce" && onelayer.runs().at(-1)?.status === "finished",
  );
  const titles = page.locator(".confusion-histogram:visible h3");
  await titles.nth(1).waitFor();
  const [first, second] = await titles.allInnerTexts();
  assert.match(first, /^sigmoid, Run 2/);
  assert.match(second, /^softmax, Run 1/);
  for (const histogram of await page.locator(".confusion-histogram").all()) {
    const counts = await histogram
      .locator("tbody td")
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent?.replace(/\D/g, ""))));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      1000,
      "every validation image once",
    );
  }
});
