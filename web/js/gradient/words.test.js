import assert from "node:assert/strict";
import { test } from "node:test";
import { defaults } from "../core/checker.js";
import { verdict } from "../core/verdict.js";
import { placeOf } from "./words.js";

/**
 * A check that found these relative errors.
 * @param {number} weights
 * @param {number} bias
 * @param {Partial<import("../core/checker.js").Options>} options
 */
function check(weights, bias, options = {}) {
  return /** @type {import("../core/checker.js").Check} */ (
    /** @type {unknown} */ ({
      options: { ...defaults, ...options },
      result: { parameters: 30_730, relativeError: { weights, bias } },
      seconds: 1,
    })
  );
}

test("rounding is right, more is not", () => {
  assert.equal(verdict(check(2e-11, 3e-11)).word, "right");
  assert.equal(verdict(check(0.3, 3e-11)).word, "wrong");
});

test("a broken gradient is caught, unless λ is 0", () => {
  assert.match(verdict(check(5e-3, 3e-11, { break: true, l2: 0.1 })).title, /Caught/);
  assert.equal(verdict(check(3e-11, 3e-11, { break: true, l2: 0 })).word, "unclear");
  const shared = verdict(check(3e-11, 1, { mistake: "sharedBias" }));
  assert.equal(shared.title, "Caught");
  assert.match(shared.text, /handed to each; ε is .*W still agrees\.$/);
  assert.equal(verdict(check(3e-11, 3e-11, { mistake: "unshifted" })).title, "Not noticed");
});

test("what the step or the formula spoils is not laid on the gradient", () => {
  const forward = verdict(check(1e-5, 1e-5, { formula: "forward" }));
  assert.equal(forward.word, "unclear");
  assert.match(forward.text, /centred/);
  assert.match(verdict(check(1e-5, 1e-5, { h: 1e-2 })).text, /too large/);
  assert.match(verdict(check(1e-6, 1e-6, { h: 1e-9 })).text, /too small/);
});

test("a parameter's place is said in words", () => {
  const classes = ["airplane", "automobile"];
  assert.equal(
    placeOf({ class: 1, bias: false, channel: 1, row: 3, column: 17 }, classes),
    "automobile, green, row 3, column 17",
  );
  assert.equal(placeOf({ class: 0, bias: true, channel: 0, row: 0, column: 0 }, classes), "airplane");
});
