import assert from "node:assert/strict";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import zlib from "node:zlib";

import { compressFiles } from "./compress.js";
import { contentHash, isShippedScript, withHashedReferences } from "./dist.js";

test("the entry page refers into the hashed folder, and only its relative references change", () => {
  const html = '<link href="./style.css"><script src="./js/main.js"></script><a href="#top">top</a><a href="https://example.org/">out</a>';
  assert.equal(
    withHashedReferences(html, "abc"),
    '<link href="./abc/style.css"><script src="./abc/js/main.js"></script><a href="#top">top</a><a href="https://example.org/">out</a>',
  );
});

test("the content hash follows names and bytes, not the order of the files", () => {
  const a = { name: "a", bytes: Buffer.from("1") };
  const b = { name: "b", bytes: Buffer.from("2") };
  assert.equal(contentHash([a, b]), contentHash([b, a]));
  assert.notEqual(contentHash([a, b]), contentHash([a, { ...b, bytes: Buffer.from("3") }]));
  assert.notEqual(contentHash([a, b]), contentHash([a, { ...b, name: "c" }]));
});

test("tests and their data are not shipped", () => {
  assert.ok(isShippedScript("charts/legend.js"));
  assert.ok(!isShippedScript("charts/legend.test.js"));
  assert.ok(!isShippedScript("testdata/events.js"));
  assert.ok(!isShippedScript("types.d.ts"));
});

test("compressed forms unpack to the same bytes, come from the cache the second time, and leave pictures alone", async () => {
  const cache = await mkdtemp(path.join(tmpdir(), "onelayer-compress-"));
  const text = Buffer.from("softmax ".repeat(1000));
  const files = [{ name: "a.js", bytes: text }, { name: "b.png", bytes: text }, { name: "tiny.js", bytes: Buffer.from("1") }];

  const first = await compressFiles(files, cache);
  assert.deepEqual(first.map((file) => file.name).sort(), ["a.js.br", "a.js.gz"]);
  const bytesOf = new Map(first.map((file) => [file.name, file.bytes]));
  assert.ok(text.equals(zlib.brotliDecompressSync(/** @type {Buffer} */ (bytesOf.get("a.js.br")))));
  assert.ok(text.equals(zlib.gunzipSync(/** @type {Buffer} */ (bytesOf.get("a.js.gz")))));
  assert.equal((await readdir(cache)).length, 2);
  assert.deepEqual(await compressFiles(files, cache), first);
});
