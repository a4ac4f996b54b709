// Holds the catalogue to the page: every text has its Swedish, with the same names in braces.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { attributes } from "./static.js";
import { keyOf } from "./texts.js";
import { swedish } from "./swedish.js";
import { swedishTold } from "./swedish_told.js";

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The same in every language: symbols, file formats, names. */
const sameEverywhere = /^([^a-zåäö]*|[a-zηλσ]|One Layer|CIFAR-10|\.\w+)$/;

/** @param {string} text */
const namesIn = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** The texts that the scripts pass to t(), wherever they do. */
async function textsOfScripts() {
  const texts = new Set();
  for (const name of await readdir(path.join(web, "js"), { recursive: true })) {
    if (!name.endsWith(".js") || name.endsWith(".test.js")) continue;
    const code = (await readFile(path.join(web, "js", name), "utf8")).replace(/^\s*(\*|\/\/).*$/gm, "");
    for (const [, start] of code.matchAll(/\bt\(\s*([^)\s]?)/g))
      assert.match(start ?? "", /["a-z]|^$/, `${name}: t() takes a text in double quotes`);
    for (const [, literal] of code.matchAll(/\bt\(\s*("(?:[^"\\]|\\.)*")/g)) texts.add(JSON.parse(literal ?? ""));
  }
  return texts;
}

const entities = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" });

/** The texts that stand in index.html, as the page itself finds them. */
async function textsOfPage() {
  const html = (await readFile(path.join(web, "index.html"), "utf8"))
    .replace(/<div id="unstarted".*?<\/div>/s, "") // both languages: no script has chosen one yet
    .replace(/<!--.*?-->/gs, "")
    .replace(/<(head|svg|noscript|code|script)\b.*?<\/\1>/gs, "<>")
    .replace(/<(\w+)[^>]*translate="no"[^>]*>[^<]*<\/\1>/g, "<>");
  const found = [
    ...[...html.matchAll(/>([^<]+)</g)].map(([, text]) => text),
    ...[...html.matchAll(new RegExp(` (?:${attributes.join("|")})="([^"]*)"`, "g"))].map(([, text]) => text),
  ];
  const texts = found.map((text) =>
    keyOf((text ?? "").replace(/&(\w+);/g, (entity, name) => entities[name] ?? entity)),
  );
  return new Set(texts.filter((text) => !sameEverywhere.test(text)));
}

test("every text of the page has its Swedish", async () => {
  const [scripts, page] = [await textsOfScripts(), await textsOfPage()];
  assert.ok(page.size > 100 && scripts.size > 400, `${page.size} texts of the page, ${scripts.size} of scripts`);
  const missing = [...scripts, ...page].filter((text) => !(text in swedish));
  assert.deepEqual(missing, [], "English texts without a translation in web/js/texts");
});

test("a translation fills in the same names", () => {
  for (const [english, text] of Object.entries(swedish)) {
    assert.deepEqual(namesIn(text), namesIn(english), english);
    assert.notEqual(text.trim(), "", english);
  }
});

test("no two texts are one in Swedish, so that each is found again when the page's language changes", () => {
  /** @type {Map<string, string>} */
  const english = new Map();
  for (const [text, translation] of Object.entries(swedish)) {
    assert.equal(english.get(translation), undefined, `${text} is ${translation} too`);
    english.set(translation, text);
  }
});

test("a translation writes quotes, dashes and dots as Swedish does", () => {
  for (const text of Object.values(swedishTold)) assert.doesNotMatch(text, /[“"]|\.\.\./, text); // versions have a dot
  for (const text of Object.values(swedish))
    assert.doesNotMatch(text.replaceAll("CIFAR-10.1", ""), /[“"]|\.\.\.|\d\.\d/, text);
});
