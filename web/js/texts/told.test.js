import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { afterEach, test } from "node:test";

import { swedishTold } from "./swedish_told.js";
import { speak } from "./texts.js";
import { english, given, name, told } from "./told.js";

/** What the Go programs say: listed from their source by web/tools/phrases. */
const phrases = {
  ...JSON.parse(await readFile(new URL("../../../engine/phrase/testdata/phrases.json", import.meta.url), "utf8")),
  ...given,
};

/** @param {string} text */
const namesIn = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

afterEach(() => speak("en"));

test("every code has its Swedish, with the same names, and no other has", () => {
  assert.deepEqual(
    Object.keys(phrases).filter((code) => !(code in swedishTold)),
    [],
    "codes without Swedish in swedish_told.js",
  );
  assert.deepEqual(
    Object.keys(swedishTold).filter((code) => !(code in phrases)),
    [],
    "Swedish for codes that nobody says",
  );
  for (const [code, text] of Object.entries(phrases))
    assert.deepEqual(namesIn(swedishTold[code] ?? ""), namesIn(text), code);
});

test("every code is rendered in both languages", () => {
  for (const [code, text] of Object.entries(phrases)) {
    const values = Object.fromEntries(namesIn(text).map((name) => [name, `<${name}>`]));
    const message = text.replace(/\{(\w+)\}/g, "<$1>");
    assert.equal(told({ code, values, message }), message);
    speak("sv");
    const swedish = told({ code, values, message });
    assert.doesNotMatch(swedish, /[{}]/, code);
    for (const value of Object.values(values)) assert.ok(swedish.includes(value), `${code} says ${value}`);
    speak("en");
  }
});

test("what is within a sentence is said in the same language", () => {
  const run = { code: "run-number", values: { n: 3 }, message: "Run 3" };
  const before = { code: "run-before-reset", values: { run }, message: "Run 3 before reset" };
  assert.equal(told(before), "Run 3 before reset");
  speak("sv");
  assert.equal(told(before), "Körning 3 före omstart");
  assert.equal(told(name("run-from", { run: before, epoch: 7 })), "Körning 3 före omstart, från 7");
  assert.equal(english(name("run-from", { run: before, epoch: 7 })), "Run 3 before reset, from 7");
});

test("numbers have the language's decimal sign; plain words stay", () => {
  const said = {
    code: "no-room",
    values: { file: "a.bin", images: 10000, needed: 30.7, room: 1.5 },
    message: "a.bin does not fit",
  };
  speak("sv");
  assert.match(told(said), /30,7 MB och 1,5 MB/);
  assert.equal(told("wide"), "wide");
  assert.equal(told({ code: "of-another-version", values: {}, message: "Something." }), "Something.");
});
