// Small files of the kinds that people have, opened in the real page: what each gives, or what is said of it.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { pageTest, withoutWebGL } from "./harness.js";
import { readNpz } from "./npz.js";
import { archived, currentRun, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const cases = path.resolve(import.meta.dirname, "../../../shared/cases/files");
const withoutCases =
  process.env.REQUIRE_DATA || existsSync(cases) ? false : "no small cases: ../shared/cases/files is missing";

/** The labels of twelve images, by class: 6 9 9 4 1 1 2 7 8 3 4 7. */
const counts = [0, 2, 1, 1, 2, 0, 1, 2, 1, 2];

/** @param {Page} page */
const shards = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#shards tbody tr")].map((row) => [
      row.querySelector("th")?.textContent ?? "",
      Number(row.querySelector("td")?.textContent?.replace(/\D/g, "")),
    ]),
  );

/** @param {Page} page */
async function useSample(page) {
  await page.evaluate(() => document.querySelector("#use-sample")?.dispatchEvent(new MouseEvent("click")));
  await page.waitForFunction(() => onelayer.data().name.includes("Practice images"));
  await page.locator("#use-sample").waitFor({ state: "hidden" });
}

/**
 * Opens files and waits for the shards that they are to give.
 * @param {Page} page
 * @param {readonly string[]} files
 * @param {readonly string[]} names
 */
async function open(page, files, names) {
  await page.setInputFiles(
    "#data-files",
    files.map((file) => path.resolve(cases, file)),
  );
  await page.waitForFunction(
    (wanted) =>
      JSON.stringify([...document.querySelectorAll("#shards tbody th")].map((name) => name.textContent)) === wanted,
    JSON.stringify(names),
  );
}

/** Made by testdata/archives/make.py with the usual programs: six images in two shards. */
const archives = path.resolve(import.meta.dirname, "../../engine/cifar10/reader/testdata/archives");

pageTest("7z and Zstandard archives are opened; a large wrong pickle is refused at once", async (page, t) => {
  for (const name of ["lzma2.7z", "shards.tar.zst"]) {
    await useSample(page);
    await open(page, [path.join(archives, name)], ["data_batch_1.bin", "test_batch.bin"]);
    assert.deepEqual(
      await shards(page),
      [
        ["data_batch_1.bin", 3],
        ["test_batch.bin", 3],
      ],
      name,
    );
  }
  const size = 170_000_000;
  const wrong = /** @type {const} */ ([
    ["movie.pkl", /without images and labels/, "\x80\x03B\x00\x00\x00\x0a"],
    [
      "table.pkl",
      /an array of type float64 and shape 20971520/,
      "\x80\x02cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\n" +
        "K\x00\x85U\x01b\x87R(K\x01J\x00\x00\x40\x01\x85" +
        "cnumpy\ndtype\nU\x02f8K\x00K\x01\x87R(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xff" +
        "K\x00tb\x89T\x00\x00\x00\x0a",
    ],
    ["noise.dat", /no file that could hold CIFAR-10/, "\xee\xdd\xcc"],
  ]);
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-wrong-"));
  for (const [name, says, head] of wrong) {
    const file = path.join(folder, name);
    await writeFile(file, Buffer.from(head, "latin1"));
    await truncate(file, size);
    await page.setInputFiles("#data-files", [file]);
    const took = await page.evaluate(async (name) => {
      const start = performance.now();
      const alerts = () => [...document.querySelectorAll("[role=alert]")];
      while (!alerts().some(({ textContent }) => textContent?.includes(name))) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    }, name);
    assert.match(await page.getByRole("alert").filter({ hasText: name }).innerText(), says);
    t.diagnostic(`${name} is refused after ${took.toFixed(0)} ms`);
  }
  assert.equal((await shards(page)).length, 2, "what was loaded stays");
});

const opened = /** @type {const} */ ([
  { files: ["keras.npz"], gives: ["keras test", "keras train"] },
  { files: ["keras_compressed.npz"], gives: ["keras_compressed test", "keras_compressed train"] },
  { files: ["cifar10.1_v6_data.npy", "cifar10.1_v6_labels.npy"], gives: ["cifar10.1_v6_data"] },
  { files: ["fastai_cifar10.tgz"], gives: ["test", "train"] },
  { files: ["kaggle.zip"], gives: ["train"] },
  { files: ["resaved_p0"], gives: ["resaved_p0"] },
  { files: ["resaved_p1"], gives: ["resaved_p1"] },
  { files: ["tuple.pkl"], gives: ["tuple"] },
  { files: ["nhwc.pkl"], gives: ["nhwc.pkl"] },
  { files: ["x.tar.bz2"], gives: ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"] },
  { files: ["x.tar.xz"], gives: ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"] },
  { files: ["mac.tar.gz"], gives: ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"] },
  { files: ["windows.zip"], gives: ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"] },
]);

pageTest(
  "each kind of file is opened",
  async (page) => {
    for (const { files, gives } of opened) {
      await useSample(page);
      await open(page, files, gives);
      assert.deepEqual(
        await shards(page),
        gives.map((name) => [name, 12]),
        files.join(", "),
      );
      const first = await page.evaluate(
        () => document.querySelector("#shards tbody tr:last-child .class-range")?.textContent,
      );
      assert.ok(first, "the classes' images are counted");
    }
    assert.equal(
      counts.reduce((a, b) => a + b),
      12,
    );
  },
  { skip: withoutCases },
);

pageTest(
  "what can't be opened is named with what to do",
  async (page) => {
    for (const [file, says] of /** @type {const} */ ([
      ["cifar10.1_v6_data.npy", /12 images without labels: open cifar10\.1_v6_labels\.npy with it/],
      ["cifar10.1_v6_labels.npy", /12 labels and no images: open cifar10\.1_v6_data\.npy with it/],
      ["label_out_of_range.bin", /label 11 in record 1; 0 to 9 are expected/],
      ["train-images-idx3-ubyte", /is in MNIST’s form/],
      ["cifar.tfrecord", /is in the form TFRecord[^]*three lines|Three lines of Python/i],
    ])) {
      await page.setInputFiles("#data-files", [path.join(cases, file)]);
      const alert = page.getByRole("alert").filter({ hasText: file });
      await alert.waitFor();
      assert.match(await alert.innerText(), says, file);
    }
  },
  { skip: withoutCases },
);

pageTest(
  "the whole records of a file with bytes after them are offered",
  async (page) => {
    await page.setInputFiles("#data-files", [path.join(cases, "trailing.bin")]);
    const question = page.getByRole("dialog", {
      name: "trailing.bin has 12 whole records, and 3 bytes after them. Read the whole records?",
    });
    await question.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("alert").filter({ hasText: "3 bytes more" }).waitFor();
    await page.setInputFiles("#data-files", [path.join(cases, "trailing.bin")]);
    await question.getByRole("button", { name: "Read them" }).click();
    await page.waitForFunction(() => document.querySelector("#shards tbody th")?.textContent === "trailing.bin");
    assert.deepEqual(await shards(page), [["trailing.bin", 12]]);
  },
  { skip: withoutCases },
);

/**
 * A .npy file of bytes.
 * @param {number[]} shape
 * @param {Uint8Array} bytes
 */
function npy(shape, bytes) {
  const dict = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape.join(", ")},), }`;
  const header = `${dict.padEnd(117)}\n`;
  return Buffer.concat([
    Buffer.from("\x93NUMPY\x01\x00", "latin1"),
    Buffer.from(Uint16Array.of(header.length).buffer),
    Buffer.from(header),
    bytes,
  ]);
}

pageTest("own data of three classes train a network of three, with a further test and other labels", async (page) => {
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-own-"));
  const n = 90;
  const labels = Uint8Array.from({ length: n }, (_, i) => i % 3);
  const pixels = Uint8Array.from(
    { length: n * 3072 },
    (_, at) => (at % 3 === Math.floor(at / 3072) % 3 ? 200 : 30) + (at % 17),
  );
  const files = {
    "x_train.npy": npy([n, 32, 32, 3], pixels),
    "y_train.npy": npy([n], labels),
    "classes.txt": Buffer.from("red\ngreen\nblue\n"),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  await page.setInputFiles(
    "#data-files",
    Object.keys(files).map((name) => path.join(folder, name)),
  );
  await page.waitForFunction(() => onelayer.data().classes.length === 3);
  const data = await page.evaluate(() => onelayer.data());
  assert.deepEqual(data.classes, ["red", "green", "blue"]);
  assert.match(data.name, /Own data/);

  await page.evaluate(() => onelayer.set({ epochs: 5, batchSize: 10 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const run = await currentRun(page);
  assert.ok((run.test?.accuracy ?? 0) > 0.9, `three colours are told apart: ${run.test?.accuracy}`);
  const weights = await page.evaluate((id) => onelayer.weights(id), run.id);
  assert.deepEqual(weights.shape, [3, 3072]);

  await writeFile(
    path.join(folder, "noisy.npy"),
    npy(
      [n],
      labels.map((y, i) => (i < 9 ? (y + 1) % 3 : y)),
    ),
  );
  await page.setInputFiles("#data-files", [path.join(folder, "noisy.npy")]);
  await page.locator("#train-labels option", { hasText: "noisy" }).waitFor({ state: "attached" });
  assert.match(
    await page
      .locator("#train-labels")
      .evaluate((select) => /** @type {HTMLSelectElement} */ (select).selectedOptions[0]?.text ?? ""),
    /noisy: 1\d\.\d\s% differ/,
  );

  await page.locator("#kept-text", { hasText: "Kept:" }).waitFor({ state: "attached" });
  await page.reload();
  await page.locator("#train-labels option:checked", { hasText: "noisy: " }).waitFor({ state: "attached" });
});

for (const K of [3, 20]) {
  pageTest(`a network of ${K} classes: its matrix, weights, summary, and its .npz and back`, async (page) => {
    const folder = await mkdtemp(path.join(tmpdir(), "onelayer-classes-"));
    const n = 20 * K;
    const labels = Uint8Array.from({ length: n }, (_, i) => i % K);
    const pixels = Uint8Array.from({ length: n * 3072 }, (_, at) => {
      const image = Math.floor(at / 3072);
      return ((at % 3072) % K === image % K ? 200 : 30) + ((at + image) % 17);
    });
    const names = Array.from({ length: K }, (_, k) => `kind ${k + 1}`);
    const contents = { "x_train.npy": npy([n, 32, 32, 3], pixels), "y_train.npy": npy([n], labels) };
    const files = Object.entries({ ...contents, "classes.txt": Buffer.from(`${names.join("\n")}\n`) });
    for (const [name, content] of files) await writeFile(path.join(folder, name), content);
    await page.setInputFiles(
      "#data-files",
      files.map(([name]) => path.join(folder, name)),
    );
    await page.waitForFunction((K) => onelayer.data().classes.length === K, K);
    assert.deepEqual(await page.evaluate(() => onelayer.data().classes), names);
    await page.evaluate(() => onelayer.set({ epochs: 3, batchSize: 10 }).then(() => onelayer.play()));
    await waitForStatus(page, "finished");
    const run = await currentRun(page);

    await page.locator("#pages").getByRole("link", { name: "Inspect" }).click();
    const cells = page.locator(".confusion-table tbody button b");
    await page.locator(".mode-switch label", { hasText: "Confusion" }).click();
    await page.locator(".confusion-mode h2", { hasText: "epoch 3" }).waitFor();
    const counts = (await cells.allTextContents()).map((text) => Number(text.replaceAll(",", "")));
    const { validation } = await page.evaluate(() => onelayer.data().splits);
    assert.equal(counts.length, K * K);
    assert.equal(
      counts.reduce((a, b) => a + b),
      validation,
      "each image once",
    );
    const right = counts.filter((_, at) => at % (K + 1) === 0).reduce((a, b) => a + b);
    assert.equal(right / validation, run.history[3].validation.accuracy);
    await page.locator(".mode-switch label", { hasText: "Weights" }).click();
    const picked = page.locator(".class-picker input");
    assert.equal(await picked.count(), K);
    await picked.last().check({ force: true });
    await page.locator(".weights-mode h2", { hasText: names[K - 1] }).waitFor();

    await page.locator("#take-open").click();
    const file = await take(page, "#take-weights");
    const { arrays } = await readNpz(file);
    const before = await page.evaluate((id) => onelayer.weights(id), run.id).then(({ weights }) => [...weights]);
    assert.deepEqual([arrays.W.shape, arrays.b.shape], [[K, 3072], [K]]);
    const html = await readFile(await take(page, "#take-summary"), "utf8");
    assert.match(html, /Own data/);
    assert.match(html, /src="data:image\/png/);
    assert.doesNotMatch(html, /report, test accuracy/);
    await page.locator("#take-file").setInputFiles(file);
    await page.waitForFunction((id) => onelayer.runs().at(-1)?.id !== id && onelayer.runs().at(-1)?.test, run.id);
    const back = await currentRun(page);
    const after = await page.evaluate((id) => onelayer.weights(id), back.id).then(({ weights }) => [...weights]);
    assert.deepEqual(after, before);
    assert.deepEqual(archived(back.history), archived(run.history));
  });
}

/**
 * Presses a button of the export panel and keeps what it gives.
 * @param {Page} page
 * @param {string} id
 */
async function take(page, id) {
  const download = page.waitForEvent("download");
  await page.locator(id).click();
  const file = path.join(await mkdtemp(path.join(tmpdir(), "onelayer-taken-")), (await download).suggestedFilename());
  await (await download).saveAs(file);
  return file;
}
