import assert from "node:assert/strict";
import { test } from "node:test";
import * as formats from "./formats.js";

test("accuracy is a percentage with one decimal", () => {
  assert.equal(formats.percent(0.389), "38.9\u00a0%");
  assert.equal(formats.percent(1), "100.0\u00a0%");
  assert.equal(formats.percent(NaN), "NaN");
});

test("loss and cost have three decimals, and a divergence is said", () => {
  assert.equal(formats.cost(1.76), "1.760");
  assert.equal(formats.cost(NaN), "NaN");
  assert.equal(formats.cost(Infinity), "∞");
  assert.equal(formats.cost(1.234e12), "1.2×10¹²");
});

test("settings are written as they are typed", () => {
  assert.equal(formats.setting(0.001), "0.001");
  assert.equal(formats.setting(0), "0");
  assert.equal(formats.setting(9007199254740991), "9007199254740991");
});

test("a minus is a true one, in exponents too", () => {
  assert.equal(formats.cost(-1.5), "−1.500");
  assert.equal(formats.cost(-23_456), "−2.3×10⁴");
  assert.equal(formats.cost(-Infinity), "−∞");
  assert.equal(formats.setting(-1e-7), "−1e−7");
  assert.equal(formats.scientific(-5.7e-10), "−5.7e−10");
  assert.equal(formats.exponent(2.5e-6), "2.5e−6");
  assert.equal(formats.probability(-0.5), "−0.50");
  assert.equal(formats.percent(-0.5), "−50.0\u00a0%");
  assert.deepEqual(
    [formats.signed(-1.5, 2), formats.signed(1.5, 2), formats.signed(-0.001, 2)],
    ["−1.50", "+1.50", "0.00"],
  );
});

test("counts, rates, sizes and times", () => {
  assert.equal(
    formats.splits({ train: 10_000, validation: 10_000, test: 10_000 }),
    "10,000 train · 10,000 validation · 10,000 test",
  );
  assert.equal(formats.rate(52_345), "52,000");
  assert.equal(formats.megabytes(30_730_000), "30.7\u00a0MB");
  assert.equal(formats.duration(3.2), "4\u00a0s");
  assert.equal(formats.duration(125), "2\u00a0min 5\u00a0s");
  assert.equal(formats.duration(3 * 3600 + 60), "3\u00a0h 1\u00a0min");
});
