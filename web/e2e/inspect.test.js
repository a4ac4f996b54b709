// Inspect: the weights of a class, any image explained and painted over, and the visitor's own picture.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { launchBrowser } from "./browser.js";
import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { currentWeights, waitForStatus } from "./page.js";
import { png } from "./png.js";
import { waitForView } from "./pixels.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const [dim, plane, bird] = [3072, 1024, 2];
const classes = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

// Weights

pageTest("a class's figures and pixels are its weights, and its past can be looked at", async (page) => {
  await train(page, 3);
  await open(page, "Weights");
  const { weights, bias } = await currentWeights(page);
  await page.locator(".class-picker input").first().focus();
  for (let i = 0; i < bird; i++) await page.keyboard.press("ArrowRight");
  await page.locator(".weights-mode h2", { hasText: "bird" }).waitFor();
  const row = weights.slice(bird * dim, (bird + 1) * dim);
  const figures = (await page.locator(".weights-mode .figures-row dd").allInnerTexts()).map(number);
  near(figures, [bias[bird], Math.hypot(...row), Math.min(...row), Math.max(...row)], 5.1e-4);

  const picture = page.locator(".weights-mode .pixel-picture");
  await picture.focus();
  // the first goes to the middle
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  const at = 17 * 32 + 17;
  const read = await page.locator(".weights-mode .pixel-readout").innerText();
  assert.match(read, /^x 17, y 17:/);
  near(
    [...read.matchAll(/[rgb] ([+−]?[\d.]+)/g)].map(([, text]) => number(text)),
    [row[at], row[plane + at], row[2 * plane + at]],
    5.1e-5,
  );
  const box = await picture.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + (box.width * 3.5) / 32, box.y + (box.height * 30.5) / 32);
  await page.locator(".weights-mode .pixel-readout", { hasText: "x 3, y 30:" }).waitFor();

  await page.locator(".weights-mode figcaption", { hasText: "mean of bird" }).waitFor();
  assert.match(
    (await page.locator(".weights-channels canvas:visible").nth(3).getAttribute("aria-label")) ?? "",
    /The mean of the \d+ training images of bird/,
  );

  const now = await pixelsOf(page, ".weights-mode .pixel-picture canvas");
  await page.locator(".film button", { hasText: "1" }).click();
  await page.locator("#scrubber-where", { hasText: "epoch 1" }).waitFor();
  await page.locator(".film button[aria-pressed=true]", { hasText: "1" }).waitFor();
  assert.notDeepEqual(await pixelsOf(page, ".weights-mode .pixel-picture canvas"), now, "the weights of that epoch");
  await page.locator("#scrubber-now").click();
  await page.locator(".film button[aria-pressed=true]", { hasText: "3" }).waitFor();
  assert.deepEqual(await pixelsOf(page, ".weights-mode .pixel-picture canvas"), now);
});

pageTest("a class's mean blends into its weights, and two runs are subtracted", async (page) => {
  await train(page, 1);
  const first = (await currentWeights(page)).weights.slice(bird * dim, (bird + 1) * dim);
  await page.evaluate(async () => {
    await onelayer.set({ seed: 2 });
    await onelayer.reset();
  });
  await train(page, 1);
  const row = (await currentWeights(page)).weights.slice(bird * dim, (bird + 1) * dim);
  await open(page, "Weights");
  await page.locator(".class-picker input").nth(bird).check({ force: true });
  const large = ".weights-mode .pixel-picture canvas";
  const mean = ".weights-channels canvas[aria-label^='The mean of']";
  await page.locator(`${mean}[aria-label$='bird']`).waitFor();

  const weights = await pixelsOf(page, large);
  await page.locator("#weights-blend").focus();
  await page.keyboard.press("Home");
  assert.deepEqual(await pixelsOf(page, large), await pixelsOf(page, mean), "at one end the class's mean");
  for (let i = 0; i < 50; i++) await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("#weights-blend").getAttribute("aria-valuetext"), "50 % weights");
  const means = await pixelsOf(page, mean);
  const off = (await pixelsOf(page, large)).flatMap((colour, at) =>
    colour.map((value, i) => Math.abs(value - ((weights[at]?.[i] ?? NaN) + (means[at]?.[i] ?? NaN)) / 2)),
  );
  assert.ok(Math.max(...off) <= 1.5, `half of both, at most ${Math.max(...off)} off`);
  await page.keyboard.press("End");
  assert.deepEqual(await pixelsOf(page, large), weights, "at the other end the weights");

  const difference = row.map((value, d) => value - (first[d] ?? NaN));
  await page.locator("#weights-minus").selectOption({ index: 1 });
  await page.locator(".weights-mode h2", { hasText: /^bird: Run \d+ − Run/ }).waitFor();
  await page.waitForFunction(
    ([least]) =>
      Math.abs(
        Number(document.querySelectorAll(".weights-mode .figures-row dd")[2]?.textContent?.replace("−", "-")) -
          (least ?? NaN),
      ) < 5.1e-5,
    [Math.min(...difference)],
  );
  const scale = 127 / Math.max(...difference.map(Math.abs));
  const grey = (await pixelsOf(page, large)).flatMap((colour, at) =>
    colour.map((value, i) => Math.abs(value - 128 - (difference[i * plane + at] ?? NaN) * scale)),
  );
  assert.ok(Math.max(...grey) <= 1, `grey is no difference, at most ${Math.max(...grey)} off`);
  assert.equal(await page.locator("#weights-blend").isVisible(), false, "a difference has no mean");
  await page.locator("#weights-minus").selectOption({ index: 0 });
  await page.locator(".weights-mode h2", { hasText: /^bird$/ }).waitFor();
  assert.deepEqual(await pixelsOf(page, large), weights);
});

pageTest("a run that rests between two epochs is looked at as it is, and any run of the list can be", async (page) => {
  await page.evaluate(() => onelayer.set({ learningRate: 0.1 })); // a step that is seen
  await open(page, "Weights");
  const figures = page.locator(".weights-mode .figures-row dd");
  const initial = await figures.allInnerTexts();
  await page.evaluate(() => onelayer.step());
  const { bias } = await currentWeights(page);
  await page.waitForFunction(
    (before) => document.querySelector(".weights-mode .figures-row dd")?.textContent !== before,
    initial[0],
  );
  near([number((await figures.allInnerTexts())[0])], [bias[0]], 5.1e-5);

  assert.equal(await page.locator("#inspect-run").isVisible(), false, "there is but one");
  await page.evaluate(() => onelayer.set({ epochs: 2 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const last = (await currentWeights(page)).bias[0];
  while (Math.abs(number((await figures.allInnerTexts())[0]) - last) > 5.1e-5) await page.waitForTimeout(50);
  const trained = await figures.allInnerTexts();
  await page.evaluate(() => onelayer.reset());
  await page.waitForFunction(
    (before) => document.querySelector(".weights-mode .figures-row dd")?.textContent === before,
    initial[0],
  );
  await page.locator("#inspect-run").selectOption("Run 1 before reset");
  await page.waitForFunction(
    (before) => document.querySelector(".weights-mode .figures-row dd")?.textContent === before,
    trained[0],
  );
  assert.deepEqual(await figures.allInnerTexts(), trained);
});

pageTest("what is looked at stands in the address, and a link opens it", async (page) => {
  await open(page, "Images");
  await page.locator(".images-controls label", { hasText: "right" }).click();
  await page.locator("#images-order").selectOption("split");
  await page.waitForURL(/images=right\.any\.any\.0-100\.split/);
  const third = page.locator(".image-grid [role=option]").nth(2);
  await third.click();
  const [, index] = (await third.getAttribute("aria-label"))?.match(/^Image ([\d,]+)/) ?? [];
  const caption = `image ${index} of validation`;
  await page.locator(".images-mode figcaption", { hasText: caption }).waitFor();
  await page.waitForURL(new RegExp(`image=validation\\.${index}(?!\\d)`)); // the address follows a little later
  await page.reload();
  await page.locator(".images-mode figcaption", { hasText: caption }).waitFor();
  assert.equal(await page.locator("#images-order").inputValue(), "split");
  await page.locator(".inspect-controls > .mode-switch label", { hasText: "Weights" }).click();
  await page.locator(".class-picker label", { hasText: "frog" }).click();
  await page.waitForURL(/class=6/);
  await page.reload();
  await page.locator(".weights-mode h2", { hasText: "frog" }).waitFor();
});

pageTest("a press on a weight picture opens it", async (page) => {
  await waitForView(page, { colours: 500 });
  const box = await page.locator("#view").boundingBox();
  assert.ok(box);
  // The pictures are at the top; wherever they begin, the pointer meets one on its way across.
  for (let x = 20; x < box.width && !(await page.locator(".weights-mode").isVisible()); x += 40) {
    await page.mouse.click(box.x + x, box.y + 60);
    await page.waitForTimeout(50);
  }
  await page.locator(".weights-mode h2").waitFor();
  assert.ok(classes.includes(await page.locator(".weights-mode h2").innerText()));
  assert.equal(await page.locator("#pages [aria-current]").innerText(), "Inspect");
});

// Images

pageTest(
  "genuine images are filtered and explained as the engine predicts them; the evidence adds up",
  async (page) => {
    await openReal(page);
    await train(page, 3);
    await open(page, "Images");
    const options = page.locator(".image-grid [role=option]");
    await options.first().waitFor();
    const sure = (await labels(page)).map((label) => number(label.match(/, ([\d.]+)\s%$/)?.[1] ?? ""));
    assert.deepEqual(
      sure,
      sure.toSorted((a, b) => b - a),
      "most confidently wrong first",
    );

    await page.locator("#images-truth").selectOption("bird");
    await page.locator("#images-predicted").selectOption("frog");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".image-grid [role=option]")].every((option) =>
        /: bird, classified as frog,/.test(option.ariaLabel ?? ""),
      ),
    );
    await page.locator(".images-controls label", { hasText: "right" }).click();
    await page.locator(".mode-message", { hasText: "No image matches" }).waitFor();
    await page.locator(".images-controls label", { hasText: "all" }).click();
    await page.locator("#images-predicted").selectOption("any");
    await page.locator("#images-most").fill("40");
    await page.locator("#images-most").press("Enter");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".image-grid [role=option]")].every((option) =>
        /: bird, .*, (40.0|[1-3]\d\.\d)\s%$/.test(option.ariaLabel ?? ""),
      ),
    );

    await options.first().focus();
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press(i % 2 ? "ArrowDown" : "ArrowRight");
      const label = await page.locator(".image-grid [aria-selected=true]").getAttribute("aria-label");
      const [index, p] = [label?.match(/Image ([\d,]+)/)?.[1], label?.match(/([\d.]+\s%)$/)?.[1]];
      await page.locator(".images-mode figcaption", { hasText: `image ${index} of validation: bird` }).waitFor();
      assert.ok(
        (await page.locator(".images-mode .verdict-line").innerText()).includes(`${p}`),
        `the page explains ${label} with the engine's probability`,
      );
      assert.equal(await page.locator("tr:has(.tag.predicted:not([hidden])) .share").innerText(), p);
      assert.equal(await page.locator("tr:has(.tag:not(.predicted, [hidden])) .score-name").innerText(), "bird");
      for (const { product, bias, logit } of await scores(page))
        assert.equal((product + bias).toFixed(2), logit.toFixed(2), "what is shown adds up");
      const said = (await page.locator(".images-mode .equation").innerText()).replaceAll("−", "-").replaceAll(" ", "");
      const [, sum = "", b = "", s = ""] = /b=([+-][\d.]+)([+-][\d.]+)=([+-]?[\d.]+),p/.exec(said) ?? [];
      const decimals = sum.split(".")[1]?.length ?? 0;
      assert.ok(decimals >= 3, said);
      assert.equal((Number(sum) + Number(b)).toFixed(decimals), Number(s).toFixed(decimals), said);
    }
    await page.keyboard.press("PageDown");
    await page.locator(".image-pager", { hasText: /^49–/ }).waitFor();
  },
  { skip: withoutRealData },
);

pageTest("painting moves the scores, undo brings them back, and the mean speaks for no class", async (page) => {
  await train(page, 2);
  await open(page, "Images");
  await page.locator(".images-controls label", { hasText: "all" }).click();
  await page.locator(".images-controls.mixed").waitFor();
  await page.waitForFunction(() => {
    const [, index = "none"] =
      document
        .querySelector(".image-grid [aria-selected=true]")
        ?.getAttribute("aria-label")
        ?.match(/^Image ([\d,]+)/) ?? [];
    return document.querySelector(".images-mode figcaption")?.textContent?.startsWith(`image ${index} `);
  });
  const before = await scores(page);
  await stroke(page, "Paint", [
    [3, 3],
    [28, 20],
  ]);
  await page.locator(".share-bar.moved").first().waitFor();
  const painted = await scores(page);
  assert.notDeepEqual(painted, before);
  await page.keyboard.press("Control+z");
  await page.locator(".share-bar.moved").first().waitFor({ state: "detached" });
  assert.deepEqual(await scores(page), before);

  const picture = page.locator(".images-mode .pixel-picture").first();
  await picture.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await page.locator(".share-bar.moved").first().waitFor();
  await page.getByRole("button", { name: "Restore" }).click();
  await page.locator(".share-bar.moved").first().waitFor({ state: "detached" });
  assert.deepEqual(await scores(page), before);

  await page.locator(".images-mode .paint-tools label", { hasText: "9" }).click();
  /** @type {[number, number][]} */
  const everywhere = [4, 12, 20, 27].flatMap(
    (y) =>
      /** @type {[number, number][]} */ ([
        [0, y],
        [31, y],
      ]),
  );
  await stroke(page, "Erase", everywhere);
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".images-mode .scores tbody tr")].every(
      (row) => Math.abs(Number(row.children[1]?.textContent?.replace("−", "-"))) < 0.1,
    ),
  );
});

pageTest(
  "a finger paints too, and on a phone all stands below each other",
  async (page) => {
    await train(page, 1);
    await open(page, "Images");
    await page.locator(".images-mode .paint-tools label", { hasText: "Paint" }).tap();
    const picture = page.locator(".images-mode .pixel-picture").first();
    await picture.scrollIntoViewIfNeeded();
    await picture.tap();
    await page.locator(".share-bar.moved").first().waitFor();
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth),
      390,
      "nothing is wider than the phone",
    );
    for (const option of (await page.locator(".image-grid [role=option]").all()).slice(0, 6)) {
      assert.ok(((await option.boundingBox())?.width ?? 0) >= 44, "a finger meets its picture");
    }
  },
  { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
);

pageTest("the smallest change fools the network, and is undone", async (page) => {
  await train(page, 2);
  await open(page, "Images");
  const verdict = page.locator(".images-mode .verdict-line");
  await verdict.filter({ hasText: /Right|Wrong/ }).waitFor();
  const [before, said] = [await scores(page), await verdict.innerText()];
  await page.getByRole("button", { name: "Fool it" }).click();
  const note = page.locator(".images-mode .fooled");
  await note.waitFor();
  const [, to = "", from = ""] = (await note.innerText()).match(/^The nearest class is (\w+): from (\w+) it is/) ?? [];
  assert.ok(said.includes(from), `${said} was of ${from}`);
  await page.waitForFunction(
    ({ to }) => document.querySelector(".images-mode .verdict-line")?.textContent?.includes(to),
    { to },
  );
  assert.ok(!(await verdict.innerText()).includes(`for ${from}`));
  await page.locator(".images-mode .paint-tools button", { hasText: "Undo" }).click();
  await page.locator(".images-mode .share-bar.moved").first().waitFor({ state: "detached" });
  assert.deepEqual(await scores(page), before);
  assert.equal(await note.isVisible(), false);
});

pageTest("the weights of a run that sees smoothed images stand as they are on the pixels too", async (page) => {
  await page.evaluate(() => onelayer.set({ smoothing: 2 }));
  await page.evaluate(() => onelayer.reset());
  await train(page, 1);
  await open(page, "Weights");
  const template = page.getByRole("img", { name: "Weights of airplane on the pixels before smoothing, W·S" });
  await template.waitFor();
  const own = await pixelsOf(page, ".weights-mode .pixel-picture canvas");
  const selector = ".weights-channels canvas[aria-label^='Weights of airplane on the pixels']";
  const roughness = (/** @type {number[][]} */ pixels) =>
    pixels.slice(1).reduce((sum, [red = 0], i) => sum + Math.abs(red - (pixels[i]?.[0] ?? 0)), 0);
  const smoothed = await pixelsOf(page, selector);
  assert.ok(roughness(smoothed) < 0.8 * roughness(own), `${roughness(smoothed)} of ${roughness(own)}`);
  await open(page, "Images");
  await page.locator(".images-mode .verdict-line", { hasText: /Right|Wrong/ }).waitFor();
  await page.locator(".images-mode button[aria-disabled=true]", { hasText: "Fool it" }).waitFor();
});

// A picture of one's own

/** Red on the left, blue on the right, wider than high; its middle is a square of both. */
const twoHalves = png(400, 200, (x) => (x < 200 ? [200, 30, 20] : [20, 30, 200]));

pageTest(
  "a picture is dropped, cropped by mouse, wheel and keys, and explained at 32×32; data stay data",
  async (page) => {
    await train(page, 1);
    const folder = await mkdtemp(path.join(tmpdir(), "onelayer-picture-"));
    const file = path.join(folder, "two.png");
    try {
      await writeFile(file, twoHalves);
      await page.getByRole("link", { name: "Inspect" }).click();
      await page.locator("#inspection").waitFor();
      await drop(page, file);
      await page.locator(".own-mode .verdict-line", { hasText: "Predicted:" }).waitFor();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    assert.equal(await page.locator(".notice").count(), 0, "it was not classified as data");
    const seen = ".own-mode .pixel-picture canvas";
    assert.deepEqual(
      [await colourAt(page, seen, 15, 8), await colourAt(page, seen, 16, 8)],
      [
        [200, 30, 20],
        [20, 30, 200],
      ],
      "the middle, the border sharp",
    );
    assert.ok(
      Math.abs((await scores(page)).reduce((total, { share }) => total + share, 0) - 100) < 0.6,
      "probabilities",
    );

    const stage = page.locator(".crop-stage");
    await stage.focus();
    for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowLeft");
    await colourComes(page, seen, 31, 8, [200, 30, 20]); // the left end, all red
    await drag(page, stage, [0.9, 0.5], [0.1, 0.5]);
    await colourComes(page, seen, 31, 8, [20, 30, 200]);
    assert.deepEqual(await colourAt(page, seen, 0, 8), [200, 30, 20]);
    await page.mouse.wheel(0, -400);
    await page.waitForFunction(
      () => Number(/** @type {HTMLInputElement} */ (document.querySelector(".crop-zoom input")).value) > 0,
    );
    await page.keyboard.press("-");
    await page.keyboard.press("-");
    await page.waitForFunction(
      () => Number(/** @type {HTMLInputElement} */ (document.querySelector(".crop-zoom input")).value) === 0,
    );

    await page
      .locator("#own-file")
      .setInputFiles({ name: "broken.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page.locator(".own-trouble", { hasText: "can’t read it" }).waitFor();
    assert.deepEqual(await colourAt(page, seen, 31, 8), [20, 30, 200], "what was there stays");
  },
);

pageTest(
  "a picture is pasted; what is drawn from nothing is scored",
  async (page) => {
    await train(page, 1);
    await page.getByRole("link", { name: "Inspect" }).click();
    await page.locator("#inspection").waitFor();
    await page.evaluate(async (bytes) => {
      const blob = new Blob([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], {
        type: "image/png",
      });
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    }, twoHalves.toString("base64"));
    await page.keyboard.press("Control+v");
    await page.locator(".own-mode .verdict-line", { hasText: "Predicted:" }).waitFor();
    assert.deepEqual(await colourAt(page, ".own-mode .pixel-picture canvas", 0, 0), [200, 30, 20]);

    await page.getByRole("button", { name: "Draw one" }).click();
    await page.locator(".crop-stage").waitFor({ state: "hidden" });
    const before = await scores(page);
    await stroke(page, "Paint", [
      [4, 4],
      [20, 25],
    ]);
    await page.locator(".own-mode .share-bar.moved").first().waitFor();
    assert.notDeepEqual(await scores(page), before);

    await page.getByRole("button", { name: "Paste", exact: true }).click();
    await page.locator(".crop-stage").waitFor();
  },
  { context: { permissions: ["clipboard-read", "clipboard-write"] } },
);

pageTest(
  "the camera is asked only when wanted, takes a picture, and is let go",
  async (page) => {
    await train(page, 1);
    await page.evaluate(() => {
      const devices = navigator.mediaDevices;
      const ask = devices.getUserMedia.bind(devices);
      Object.assign(window, { streams: [] });
      devices.getUserMedia = async (constraints) => {
        const stream = await ask(constraints);
        /** @type {any} */ (window).streams.push(stream);
        return stream;
      };
    });
    const live = () =>
      page.evaluate(() =>
        /** @type {any} */ (window).streams.map((/** @type {MediaStream} */ stream) => stream.active),
      );
    await open(page, "Your picture");
    assert.deepEqual(await live(), [], "not asked before it is wanted");
    await page.getByRole("button", { name: "Camera…" }).click();
    await page.getByRole("button", { name: "Take the picture" }).click();
    await page.locator(".own-mode .verdict-line", { hasText: "Predicted:" }).waitFor();
    await page.locator(".camera").waitFor({ state: "hidden" });
    assert.deepEqual(await live(), [false]);
    assert.ok(
      new Set((await pixelsOf(page, ".own-mode .pixel-picture canvas")).map(String)).size > 3,
      "something is to be seen",
    );

    await page.getByRole("button", { name: "Camera…" }).click();
    await page.getByRole("button", { name: "Take the picture" }).waitFor();
    await page.waitForFunction(() => /** @type {any} */ (window).streams.length === 2);
    await page.getByRole("link", { name: "Train" }).click();
    await page.waitForFunction(() => !(/** @type {any} */ (window).streams[1].active));
  },
  { launch: () => launchBrowser({ camera: true }) },
);

// What the tests do.

/** @param {Page} page */
async function openReal(page) {
  await page.locator("#data-files").setInputFiles(realShards);
  await page.waitForFunction(() => onelayer.data().splits.train === 10_000);
}

/** @param {Page} page @param {number} epochs */
async function train(page, epochs) {
  await page.evaluate(async (epochs) => {
    await onelayer.set({ l2: 0.1, learningRate: 0.001, epochs });
    await onelayer.play();
  }, epochs);
  await waitForStatus(page, "finished");
}

/** @param {Page} page @param {string} mode */
async function open(page, mode) {
  await page.getByRole("link", { name: "Inspect" }).click();
  await page.locator(".inspect-controls > .mode-switch label", { hasText: mode }).click();
}

/** @param {Page} page */
async function labels(page) {
  return page
    .locator(".image-grid [role=option]")
    .evaluateAll((options) => options.map((option) => option.ariaLabel ?? ""));
}

/** The table of the ten classes, as figures. @param {Page} page */
async function scores(page) {
  const rows = await page
    .locator(".scores:visible tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("td:not(.score-share), .share")].map((cell) => cell.textContent ?? ""),
      ),
    );
  assert.equal(rows.length, 10);
  return rows.map((row) => {
    const [product = NaN, bias = NaN, logit = NaN, share = NaN] = row.map(number);
    return { product, bias, logit, share };
  });
}

/**
 * Draws through pixels of the visible picture with a tool.
 * @param {Page} page
 * @param {string} tool
 * @param {[x: number, y: number][]} places
 */
async function stroke(page, tool, places) {
  await page.locator(".paint-tools:visible label", { hasText: tool }).click();
  const picture = page.locator(".explanation:visible .pixel-picture").first();
  const box = await picture.boundingBox();
  assert.ok(box);
  for (const [i, [x, y]] of places.entries()) {
    await page.mouse.move(box.x + (box.width * (x + 0.5)) / 32, box.y + (box.height * (y + 0.5)) / 32, { steps: 4 });
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/**
 * @param {Page} page
 * @param {import("playwright-core").Locator} stage
 * @param {[number, number]} from in shares of it
 * @param {[number, number]} to
 */
async function drag(page, stage, from, to) {
  const box = await stage.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 5 });
  await page.mouse.up();
}

/**
 * Drags a file from outside over the page and drops it, as the browser sees it.
 * @param {Page} page
 * @param {string} file
 */
async function drop(page, file) {
  const session = await page.context().newCDPSession(page);
  const dragged = { x: 640, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } };
  await session.send("Input.dispatchDragEvent", { type: "dragEnter", ...dragged });
  await page.locator("#drop-overlay", { hasText: "Drop a picture" }).waitFor();
  await session.send("Input.dispatchDragEvent", { type: "dragOver", ...dragged });
  await session.send("Input.dispatchDragEvent", { type: "drop", ...dragged });
}

/**
 * The colours of a canvas of 32×32.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<number[][]>}
 */
async function pixelsOf(page, selector) {
  return page
    .locator(selector)
    .first()
    .evaluate((canvas) => {
      const { data = [] } =
        /** @type {HTMLCanvasElement} */ (canvas).getContext("2d")?.getImageData(0, 0, 32, 32) ?? {};
      return Array.from({ length: 1024 }, (_, at) => [...data.slice(4 * at, 4 * at + 3)]);
    });
}

/**
 * @param {Page} page
 * @param {string} selector
 * @param {number} x
 * @param {number} y
 */
async function colourAt(page, selector, x, y) {
  return (await pixelsOf(page, selector))[y * 32 + x];
}

/**
 * Waits until a pixel has a colour: the worker makes what the network sees.
 * @param {Page} page
 * @param {string} selector
 * @param {number} x
 * @param {number} y
 * @param {number[]} colour
 */
async function colourComes(page, selector, x, y, colour) {
  await page.waitForFunction(
    ({ selector, x, y, colour }) => {
      const canvas = document.querySelector(selector);
      const seen = canvas instanceof HTMLCanvasElement && canvas.getContext("2d")?.getImageData(x, y, 1, 1).data;
      return seen && colour.every((value, i) => seen[i] === value);
    },
    { selector, x, y, colour },
  );
}

/** @param {string} text as the page writes numbers */
function number(text) {
  return Number(text.replace("−", "-").replace(/[^\d.+-]/g, ""));
}

/**
 * @param {number[]} got
 * @param {number[]} want
 * @param {number} tolerance
 */
function near(got, want, tolerance) {
  assert.equal(got.length, want.length);
  got.forEach((value, i) => assert.ok(Math.abs(value - want[i]) <= tolerance, `${got} are not ${want}`));
}
