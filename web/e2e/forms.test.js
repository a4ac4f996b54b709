// Every form of CIFAR-10 gives the same images: a step on them gives the same weights, bit for bit.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { dropFiles } from "./drop.js";
import { realShards, withoutRealData } from "./data.js";
import * as forms from "./forms.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { beforeWorkers } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const PER_CLASS = 20;
const IMAGES = 10 * PER_CLASS;

/** Genuine records, the classes in turns: so the reader also orders pictures in folders. */
async function records() {
  const bytes = await readFile(realShards[2] ?? "");
  /** @type {Buffer[][]} */
  const byClass = Array.from({ length: 10 }, () => []);
  for (let at = 0; at < bytes.length; at += forms.RECORD)
    byClass[bytes[at] ?? 0]?.push(bytes.subarray(at, at + forms.RECORD));
  return Buffer.concat(
    Array.from({ length: PER_CLASS }, (_, i) => byClass.map((images) => images[i] ?? Buffer.alloc(0))).flat(),
  );
}

/**
 * Writes files into a new folder.
 * @param {Record<string, Uint8Array>} files
 */
async function written(files) {
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-forms-"));
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  return folder;
}

/**
 * The weights after a step on data loaded in some way, instead of the sample.
 * @param {Page} page
 * @param {number} images
 * @param {() => Promise<void>} bring
 */
async function weightsAfterAStep(page, images, bring) {
  await page.evaluate(() => document.getElementById("use-sample")?.click());
  await page.waitForFunction(() => onelayer.data().splits.train === 2000);
  await bring();
  await page.waitForFunction((wanted) => {
    const { train, validation, test } = onelayer.data().splits;
    return train + validation + test === wanted;
  }, images);
  await page.locator(".notice.loading").waitFor({ state: "detached" });
  assert.deepEqual(await page.getByRole("alert").allInnerTexts(), []);
  return page.evaluate(async () => {
    await onelayer.step();
    const { weights } = await onelayer.weights(onelayer.runs().at(-1)?.id ?? NaN);
    return [...weights];
  });
}

pageTest(
  "binary, Python, MATLAB, parquet, zip and folders of PNG pictures: the same images",
  async (page) => {
    const bytes = await records();
    const folder = await written({
      binary: bytes,
      python: forms.pickle(bytes),
      matlab: forms.mat(bytes, { compressed: true }),
      "matlab plain": forms.mat(bytes, { compressed: false }),
      parquet: forms.parquet(bytes),
      zip: forms.zip({
        "cifar-10-batches-bin/data_batch_1.bin": bytes,
        "cifar-10-batches-bin/readme.html": Buffer.from("<html></html>"),
      }),
      "zip of pictures": forms.zip(forms.pictureFolders(bytes)),
    });
    const pick = (/** @type {string} */ name) =>
      weightsAfterAStep(page, IMAGES, () => page.setInputFiles("#data-files", [path.join(folder, name)]));
    const expected = await pick("binary");
    for (const name of ["python", "matlab", "matlab plain", "parquet", "zip", "zip of pictures"]) {
      assert.deepEqual(await pick(name), expected, name);
    }

    const pictures = path.join(await written(forms.pictureFolders(bytes)), "pictures");
    assert.deepEqual(
      await weightsAfterAStep(page, IMAGES, () => page.setInputFiles("#data-folder", pictures)),
      expected,
      "a folder that is chosen",
    );
    assert.deepEqual(
      await weightsAfterAStep(page, IMAGES, () => dropFiles(page, [pictures])),
      expected,
      "a folder that is dropped",
    );
  },
  { skip: withoutRealData },
);

pageTest(
  "folders of JPEG pictures, as the browser itself writes them",
  async (page) => {
    const bytes = await records();
    const png = forms.pictureFolders(bytes);
    const folders = path.join(await written(png), "pictures");
    const expected = await weightsAfterAStep(page, IMAGES, () => page.setInputFiles("#data-folder", folders));

    const encoded = await page.evaluate(
      async (pictures) => {
        const toJpeg = async (/** @type {string} */ base64) => {
          const bitmap = await createImageBitmap(
            new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]),
          );
          const canvas = new OffscreenCanvas(32, 32);
          canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
          const jpeg = new Uint8Array(
            await (await canvas.convertToBlob({ type: "image/jpeg", quality: 1 })).arrayBuffer(),
          );
          return btoa(String.fromCharCode(...jpeg));
        };
        return Promise.all(pictures.map(toJpeg));
      },
      Object.values(png).map((picture) => picture.toString("base64")),
    );
    const jpeg = await written(
      Object.fromEntries(
        Object.keys(png).map((name, i) => [name.replace(".png", ".jpg"), Buffer.from(encoded[i] ?? "", "base64")]),
      ),
    );
    const got = await weightsAfterAStep(page, IMAGES, () =>
      page.setInputFiles("#data-folder", path.join(jpeg, "pictures")),
    );

    const start = await page.evaluate(async () => {
      await onelayer.reset();
      return [...(await onelayer.weights(onelayer.runs().at(-1)?.id ?? NaN)).weights];
    });
    const distance = (/** @type {number[]} */ a, /** @type {number[]} */ b) =>
      Math.hypot(...a.map((x, i) => x - (b[i] ?? 0)));
    const share = distance(got, expected) / distance(start, expected);
    assert.ok(share > 0 && share < 0.2, `JPEG loses a little: the step is ${share} off`);
  },
  { skip: withoutRealData },
);

pageTest(
  "the three official archives, also as a zip, and the folder they unpack to",
  async (page) => {
    const bytes = await records();
    const third = (/** @type {number} */ i) => bytes.subarray(i * 60 * forms.RECORD, (i + 1) * 60 * forms.RECORD);
    const titles = ["training batch 1 of 5", "training batch 2 of 5", "testing batch 1 of 1"];
    const layouts = {
      "cifar-10-batches-bin": (/** @type {Buffer} */ shard) => ({ bytes: shard, extension: ".bin" }),
      "cifar-10-batches-py": (/** @type {Buffer} */ shard, /** @type {number} */ i) => ({
        bytes: forms.pickle(shard, titles[i]),
        extension: "",
      }),
      "cifar-10-batches-mat": (/** @type {Buffer} */ shard) => ({
        bytes: forms.mat(shard, { compressed: true }),
        extension: ".mat",
      }),
    };
    /** @type {number[] | undefined} */
    let expected;
    for (const [folder, layout] of Object.entries(layouts)) {
      const shards = Object.fromEntries(
        ["data_batch_1", "data_batch_2", "test_batch"].map((name, i) => {
          const { bytes, extension } = layout(third(i), i);
          return [`${folder}/${name}${extension}`, bytes];
        }),
      );
      const root = await written({
        ...shards,
        [`${folder}/readme.html`]: Buffer.from("<html></html>"),
        "all.zip": forms.zip(shards),
      });
      await writeFile(path.join(root, "all.tar.gz"), forms.tarGz(root, [folder]));
      for (const [way, bring] of /** @type {[string, () => Promise<void>][]} */ ([
        ["archive", () => page.setInputFiles("#data-files", [path.join(root, "all.tar.gz")])],
        ["zip", () => page.setInputFiles("#data-files", [path.join(root, "all.zip")])],
        ["folder", () => dropFiles(page, [path.join(root, folder)])],
      ])) {
        const got = await weightsAfterAStep(page, 180, bring);
        assert.deepEqual(
          { ...(await page.evaluate(() => onelayer.data().splits)) },
          { train: 60, validation: 60, test: 60 },
        );
        assert.deepEqual(got, (expected ??= got), `${folder}, ${way}`);
      }
    }
  },
  { skip: withoutRealData },
);

pageTest(
  "a large archive is decompressed in a worker beside the loader, or in the loader; a damaged one is named",
  async (page) => {
    const [shard = ""] = realShards;
    const archive = forms.tarGz(path.dirname(shard), [path.basename(shard)]);
    const middle = Math.floor(archive.length / 2);
    const folder = await written({
      "whole.tar.gz": archive,
      "cut.tar.gz": archive.subarray(0, middle),
      "overwritten.tar.gz": Buffer.from(archive).fill(0xee, middle, middle + 5000),
    });
    const pick = (/** @type {string} */ file) =>
      weightsAfterAStep(page, 10_000, () => page.setInputFiles("#data-files", file));
    /** @type {string[]} */
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    const expected = await pick(shard);

    await beforeWorkers(
      page,
      /\/worker\.js/,
      "self.Worker = class extends Worker { constructor(url) { super(url); console.log(url); } }",
    );
    assert.deepEqual(await pick(path.join(folder, "whole.tar.gz")), expected);
    assert.ok(said.includes("inflater.js"), said.join());
    for (const name of ["cut.tar.gz", "overwritten.tar.gz"]) {
      await page.setInputFiles("#data-files", path.join(folder, name));
      await page.getByRole("alert").filter({ hasText: name }).waitFor();
      assert.equal(await page.evaluate(() => onelayer.data().splits.train), 8000, name);
    }

    await beforeWorkers(page, /\/worker\.js/, "self.Worker = class { constructor() { throw new Error('not here'); } }");
    assert.deepEqual(await pick(path.join(folder, "whole.tar.gz")), expected, "without such a worker");
  },
  { skip: withoutRealData },
);

pageTest("CIFAR-100 is named in each version", async (page) => {
  const noise = Buffer.from(
    Array.from({ length: 10 * forms.RECORD }, (_, i) => (i % forms.RECORD === 0 ? i / forms.RECORD : (i * 7) % 251)),
  );
  const fine = Buffer.from(forms.pickle(noise).toString("latin1").replace("U\x06labels", "U\x0bfine_labels"), "latin1");
  const folder = await written({ python: fine, parquet: forms.parquet(noise, "fine_label") });
  for (const name of ["python", "parquet"]) {
    await page.setInputFiles("#data-files", [path.join(folder, name)]);
    await page
      .getByRole("dialog", { name: "Which classes of CIFAR-100?" })
      .getByRole("button", { name: "Cancel" })
      .click();
    const alert = page.getByRole("alert").filter({ hasText: name });
    await alert.waitFor();
    assert.match(await alert.innerText(), /is CIFAR-100, with 100 classes/);
  }
});

pageTest("a damaged file of each form is named and said why; what was loaded stays", async (page) => {
  const noise = Buffer.from(
    Array.from({ length: 40 * forms.RECORD }, (_, i) =>
      i % forms.RECORD === 0 ? (i / forms.RECORD) % 10 : (i * i) % 251,
    ),
  );
  const pictures = forms.pictureFolders(noise);
  const whole = {
    python: forms.pickle(noise),
    matlab: forms.mat(noise, { compressed: true }),
    "matlab plain": forms.mat(noise, { compressed: false }),
    parquet: forms.parquet(noise),
    zip: forms.zip({ "data_batch_1.bin": noise }),
    "zip of pictures": forms.zip(pictures),
  };
  /** @type {Record<string, Buffer>} */
  const damaged = { "binary, cut": noise.subarray(0, 5 * forms.RECORD - 9) };
  for (const [name, bytes] of Object.entries(whole)) {
    damaged[`${name}, cut`] = bytes.subarray(0, Math.floor(bytes.length * 0.6));
    damaged[`${name}, overwritten`] = Buffer.from(bytes).fill(
      0xee,
      Math.floor(bytes.length * 0.4),
      Math.floor(bytes.length * 0.6),
    );
  }
  delete damaged["python, overwritten"]; // other pixels are as good
  delete damaged["matlab plain, overwritten"];
  const folder = await written({ "data_batch_1.bin": noise, ...damaged });

  await page.setInputFiles("#data-files", [path.join(folder, "data_batch_1.bin")]);
  await page.waitForFunction(() => onelayer.data().splits.train === 32);
  const before = await page.evaluate(() => onelayer.data());
  for (const name of Object.keys(damaged)) {
    const opening = page.evaluate(
      async ({ name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        return onelayer.open([new File([bytes], name)]).then(
          () => "opened",
          (error) => String(error.message),
        );
      },
      { name, base64: (damaged[name] ?? Buffer.alloc(0)).toString("base64") },
    );
    if (name === "binary, cut")
      await page
        .getByRole("dialog", { name: "Read the whole records?" })
        .getByRole("button", { name: "Cancel" })
        .click();
    const message = await opening;
    assert.ok(message.includes(name) && message.length > name.length + 10, `${name}: ${message}`);
    assert.doesNotMatch(message, /panic|runtime error|undefined/);
    assert.deepEqual(await page.evaluate(() => onelayer.data()), before, name);
  }
  await page.evaluate(() => onelayer.step());
});

pageTest("in folders of pictures, what is no picture is passed over", async (page) => {
  const noise = Buffer.from(
    Array.from({ length: 30 * forms.RECORD }, (_, i) =>
      i % forms.RECORD === 0 ? (i / forms.RECORD) % 10 : (i * 3) % 251,
    ),
  );
  const pictures = forms.pictureFolders(noise);
  const first = Object.keys(pictures)[0] ?? "";
  const folder = await written({
    ...pictures,
    [first]: Buffer.from("not a picture"),
    "pictures/cat/notes.txt": Buffer.from("mew"),
  });
  await page.setInputFiles("#data-folder", path.join(folder, "pictures"));
  await page.waitForFunction(() => {
    const { train, validation, test } = onelayer.data().splits;
    return train + validation + test === 29;
  });
});
