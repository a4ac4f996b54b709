import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { swedish } from "./swedish.js";
import { again, onLanguage, speak, t } from "./texts.js";

afterEach(() => speak("en"));

test("English is its own translation, its names filled in", () => {
  assert.equal(t("Train"), "Train");
  assert.equal(t("{n} of {all} images", { n: 3, all: "1,000" }), "3 of 1,000 images");
  assert.equal(t("{unknown}"), "{unknown}");
});

test("Swedish comes from the catalogue; what it doesn't have stays English", () => {
  speak("sv");
  assert.equal(t("Train"), swedish["Train"]);
  assert.notEqual(t("Train"), "Train");
  assert.equal(t("no such text {n}", { n: 1 }), "no such text 1");
});

test("what was said is said again in the other language, with what it was filled with", () => {
  let heard = 0;
  onLanguage(() => heard++);
  const whole = t("Train");
  const filled = t("{train} train · {validation} validation · {test} test", { train: "1,000", validation: 2, test: 3 });
  const within = t("{name}, changed", { name: t("Reset") });
  speak("sv");
  assert.equal(heard, 1);
  assert.equal(again(whole), swedish["Train"]);
  assert.equal(again(filled), "1\u00a0000 träning · 2 validering · 3 test");
  assert.equal(again(within), t("{name}, changed", { name: swedish["Reset"] ?? "" }));
  assert.equal(again("η 0.001"), "η 0,001");
  assert.equal(again("CIFAR-10.1"), "CIFAR-10.1", "no figure");
  const back = again(filled);
  speak("en");
  assert.equal(again(back), filled);
  assert.equal(again("12\u00a0345,5 %"), "12,345.5 %");
  assert.equal(again("a name of one's own"), "a name of one's own");
});
