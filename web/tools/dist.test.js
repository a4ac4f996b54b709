import assert from "node:assert/strict";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import zlib from "node:zlib";

import { compressFiles } from "./compress.js";
import { contentHash, isShippedAsItIs, servedName, withHashedReferences, withSite } from "./dist.js";

test("the entry page refers into the hashed folder, and only its relative references change", () => {
  const html =
    '<link href="./style.css"><script src="./js/main.js"></script><a href="#top">top</a><a href="https://example.org/">out</a>';
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

test("the service worker knows each file by its content, so that it changes when any of them does", () => {
  const files = ["index.html", "abc/style.css"].map((name) => ({ name, bytes: Buffer.from(name) }));
  const script = withSite("use(self.site);", "abc", files);
  const { site } = new Function(`const self = {}; const use = () => {}; ${script} return self;`)();
  assert.equal(site.version, "abc");
  assert.deepEqual(Object.keys(site.files), ["", "abc/style.css"]);
  assert.notEqual(site.files[""], site.files["abc/style.css"]);
  const [page] = files;
  assert.notEqual(
    script,
    withSite("use(self.site);", "abc", [{ ...page, bytes: Buffer.from("other data") }, files[1]]),
  );
});

test("what is bundled is not shipped once more, nor are tests and notes", () => {
  for (const name of ["worker", "streams", "inflate", "inflater"])
    assert.ok(isShippedAsItIs(`js/worker/${name}.js`), name);
  for (const name of ["js/page/main.js", "js/page/style.css", "js/core/crew.test.js", "package.json"])
    assert.ok(!isShippedAsItIs(name), name);
});

test("a licence is served under a name that every server knows", () => {
  assert.equal(servedName("licences/one/LICENSE"), "licences/one/LICENSE.txt");
  assert.equal(servedName("js/main.js"), "js/main.js");
});

test("compressed forms unpack to the same bytes, come from the cache the second time, and leave pictures alone", async () => {
  const cache = await mkdtemp(path.join(tmpdir(), "onelayer-compress-"));
  const text = Buffer.from("softmax ".repeat(1000));
  const files = [
    { name: "a.js", bytes: text },
    { name: "b.png", bytes: text },
    { name: "tiny.js", bytes: Buffer.from("1") },
  ];

  const first = await compressFiles(files, cache);
  assert.deepEqual(first.map((file) => file.name).sort(), ["a.js.br", "a.js.gz"]);
  const bytesOf = new Map(first.map((file) => [file.name, file.bytes]));
  assert.ok(text.equals(zlib.brotliDecompressSync(/** @type {Buffer} */ (bytesOf.get("a.js.br")))));
  assert.ok(text.equals(zlib.gunzipSync(/** @type {Buffer} */ (bytesOf.get("a.js.gz")))));
  const kept = await readdir(cache);
  assert.equal(kept.length, 2);
  for (const name of kept) await writeFile(path.join(cache, name), "from the cache");
  const second = await compressFiles(files, cache);
  assert.deepEqual(
    second.map(({ bytes }) => String(bytes)),
    ["from the cache", "from the cache"],
  );
});
