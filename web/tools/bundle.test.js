import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";

import { bundleLooks, bundlePrograms, LOOKS, withEarlyScript, withOneSheet, withPreloads } from "./bundle.js";

const entry = `<head>
  <link rel="icon" href="./assets/icon.svg">
  <link rel="stylesheet" href="./assets/fonts.css">
  <link rel="stylesheet" href="./js/page/style.css">
  <link rel="stylesheet" href="./js/data/data.css">
</head>`;

/** @param {Record<string, string>} files */
async function folderOf(files) {
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-bundle-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

test("one sheet takes the place of the page's own; what others brought stays", () => {
  assert.equal(withOneSheet(entry).match(/stylesheet/g)?.length, 2);
  assert.ok(withOneSheet(entry).includes('href="./assets/fonts.css"'));
  assert.ok(withOneSheet(entry).includes(`href="./${LOOKS}"`));
});

test("the sheets are one, in the page's order: the last rule wins", async () => {
  const files = await bundleLooks(
    await folderOf({ "js/page/style.css": "p { color: red }", "js/data/data.css": "p { color: blue }" }),
    entry,
  );
  assert.deepEqual(files.map(({ name }) => name).sort(), [LOOKS, `${LOOKS}.map`]);
  assert.match(String(files.find(({ name }) => name === LOOKS)?.bytes), /red.*(blue|#00f)/s);
});

test("a program carries what it imports, under its own name", async () => {
  const folder = await folderOf({
    "js/page/main.js":
      'import { word } from "../parts/word.js";\nconsole.log(word, new URL("worker.js", import.meta.url).href);\n',
    "js/parts/word.js": 'export const word = "carried";\n',
    "js/view/main.js": "export {};\n",
    "js/view/program.js": 'importScripts("wasm_exec.js");\n',
  });
  const files = await bundlePrograms(folder);
  assert.deepEqual(files.map(({ name }) => name).sort(), [
    "js/page/main.js",
    "js/page/main.js.map",
    "js/view/main.js",
    "js/view/main.js.map",
    "js/view/program.js",
    "js/view/program.js.map",
  ]);
  const main = String(files.find(({ name }) => name === "js/page/main.js")?.bytes);
  assert.ok(main.includes("carried") && main.includes("import.meta.url") && !main.includes("word.js"), main);
});

test("what a program shares with parts that are loaded later is fetched beside it", async () => {
  const folder = await folderOf({
    "js/page/main.js":
      'import { word } from "../parts/word.js";\nconsole.log(word, () => import("../parts/later.js"));\n',
    "js/parts/word.js": "export const word = Math.random();\n",
    "js/parts/later.js": 'import { word } from "./word.js";\nexport const twice = word + word;\n',
    "js/view/main.js": "export {};\n",
    "js/view/program.js": 'importScripts("wasm_exec.js");\n',
  });
  const files = await bundlePrograms(folder);
  const page =
    '  <link rel="stylesheet" href="./looks.css">\n  <script src="./js/page/main.js" type="module"></script>';
  const preloaded = [...withPreloads(page, files).matchAll(/modulepreload" href="\.\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  assert.equal(preloaded.length, 1, "not the part that comes later");
  assert.match(String(files.find(({ name }) => name === preloaded[0])?.bytes), /Math\.random/);
});

test("the early script stands in the page, and the policy lets it run, by its digest", async () => {
  const folder = await folderOf({
    "js/page/early.js": 'import { word } from "../parts/word.js";\nconsole.log(word);\n',
    "js/parts/word.js": 'export const word = "$& carried";\n',
  });
  const page = `<meta content="script-src 'self'"><script src="./js/page/early.js"></script>`;
  const html = await withEarlyScript(folder, page);
  const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? "";
  assert.ok(script.includes("$& carried") && !script.includes("import "), script);
  assert.ok(html.includes(`script-src 'self' 'sha256-${createHash("sha256").update(script).digest("base64")}'`), html);
});
