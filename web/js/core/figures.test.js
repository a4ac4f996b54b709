import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addingUp, decimalsThatAddUp, percentage, rounded } from "./figures.js";
import * as formats from "./formats.js";

/** What engine/figures is held to as well. */
const cases = JSON.parse(
  readFileSync(new URL("../../../engine/figures/testdata/figures.json", import.meta.url), "utf8"),
);

test("figures are rounded as the canvas rounds them", () => {
  for (const { count, of, decimals, text } of cases.percent)
    assert.equal(percentage(count / of, decimals), text, `${count} of ${of}`);
  for (const { value, decimals, text } of cases.rounded) assert.equal(rounded(value, decimals), text, String(value));
});

test("every accuracy of 10,000 images is that of the whole counts, in the page's own formats", () => {
  for (let correct = 0; correct <= 10_000; correct++) {
    const tenths = Math.floor((2 * 1000 * correct + 10_000) / 20_000);
    assert.equal(formats.percent(correct / 10_000), `${Math.floor(tenths / 10)}.${tenths % 10}\u00a0%`);
    assert.equal(formats.wholePercent(correct / 10_000), `${Math.floor((200 * correct + 10_000) / 20_000)}\u00a0%`);
  }
  assert.equal(formats.wholePercent(145 / 1000), "15\u00a0%");
});

test("figures in a table add up as they are written, none a unit off what it is", () => {
  for (let i = 0; i < 2000; i++) {
    const parts = [3.66 + 4 * Math.sin(i), -0.001 * Math.cos(3 * i)];
    const sum = (parts[0] ?? 0) + (parts[1] ?? 0);
    const written = addingUp(parts, sum, 2);
    assert.equal(rounded((written[0] ?? 0) + (written[1] ?? 0), 2), rounded(sum, 2));
    written.forEach((figure, k) => assert.ok(Math.abs(figure - (parts[k] ?? NaN)) < 0.01));
  }
  assert.ok(addingUp([NaN, 1], NaN, 2).includes(NaN));
});

test("sums that are shown add up as shown, with no more decimals than that takes", () => {
  assert.equal(decimalsThatAddUp([1.25, 0.5], 1.75, 2), 2);
  for (let i = 0; i < 2000; i++) {
    const parts = [3.66 + Math.sin(i), -0.001 * Math.cos(3 * i)];
    const sum = (parts[0] ?? 0) + (parts[1] ?? 0);
    const addUp = (/** @type {number} */ decimals) => {
      const shown = parts.map((part) => Number(rounded(part, decimals)));
      return rounded((shown[0] ?? 0) + (shown[1] ?? 0), decimals) === rounded(sum, decimals);
    };
    assert.equal(decimalsThatAddUp(parts, sum, 3), [3, 4, 5, 6, 7].find(addUp) ?? 8);
  }
});
