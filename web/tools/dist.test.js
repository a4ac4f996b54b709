import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import zlib from "node:zlib";

import { compressFiles } from "./compress.js";
import { contentHash, isShippedScript, servedName, withHashedReferences, withSite } from "./dist.js";
import { uncomment } from "./uncomment.js";

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

test("the service worker knows each file by its content, so that it changes when any of them does", () => {
  const files = ["index.html", "abc/style.css"].map((name) => ({ name, bytes: Buffer.from(name) }));
  const script = withSite("use(self.site);", "abc", files);
  const { site } = new Function(`const self = {}; const use = () => {}; ${script} return self;`)();
  assert.equal(site.version, "abc");
  assert.deepEqual(Object.keys(site.files), ["", "abc/style.css"]);
  assert.notEqual(site.files[""], site.files["abc/style.css"]);
  const [page] = files;
  assert.notEqual(script, withSite("use(self.site);", "abc", [{ ...page, bytes: Buffer.from("other data") }, files[1]]));
});

test("tests and their data are not shipped", () => {
  assert.ok(isShippedScript("charts/legend.js"));
  assert.ok(!isShippedScript("charts/legend.test.js"));
  assert.ok(!isShippedScript("testdata/events.js"));
  assert.ok(!isShippedScript("types.d.ts"));
});

test("a package is served under names that every server knows", () => {
  assert.equal(servedName("js/vendor/one/index.mjs"), "js/vendor/one/index.js");
  assert.equal(servedName("js/vendor/one/LICENSE"), "js/vendor/one/LICENSE.txt");
  assert.equal(servedName("js/main.js"), "js/main.js");
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

test("scripts lose their comments and nothing else", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-scripts-"));
  await mkdir(path.join(folder, "from/part"), { recursive: true });
  const script = ["/** Says who. @typedef {string} Name */", 'import { a } from "../a.js";', "", "class Who {", "  #name = `${a} // no comment`; // one", "}", "new Who();", ""];
  await writeFile(path.join(folder, "from/part/who.js"), script.join("\n"));
  await uncomment(path.join(folder, "from"), ["part/who.js"], path.join(folder, "to"));
  const lines = (await readFile(path.join(folder, "to/part/who.js"), "utf8")).split("\n").map((line) => line.trim()).filter(Boolean);
  assert.deepEqual(lines, ['import { a } from "../a.js";', "class Who {", "#name = `${a} // no comment`;", "}", "new Who();"]);
});
