import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { swedish } from "./swedish.js";
import { speak, t } from "./texts.js";

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
