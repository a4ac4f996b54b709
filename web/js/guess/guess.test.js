import assert from "node:assert/strict";
import { test } from "node:test";

import { Guess } from "./guess.js";

const rounded = (/** @type {number[]} */ shares) => shares.map((share) => Math.round(1000 * share) / 1000);

test("a guess is level beyond what was drawn, and straight between", () => {
  const guess = new Guess(6);
  assert.ok(guess.empty);
  assert.ok(guess.shares.every(Number.isNaN));
  guess.line({ epoch: 1, share: 0.1 }, { epoch: 1, share: 0.1 });
  guess.line({ epoch: 5, share: 0.5 }, { epoch: 3, share: 0.3 });
  assert.ok(!guess.empty);
  assert.deepEqual(rounded(guess.shares), [0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5]);
  guess.line({ epoch: -4, share: -1 }, { epoch: 9, share: 1.6 });
  assert.ok(
    guess.shares.every((share) => share >= 0 && share <= 1),
    "what is drawn past the edge stays in the chart",
  );
  assert.equal(guess.shares.at(-1), 1, "the hand left the chart at its upper right corner");
});

test("its distance is the mean over the epochs that came", () => {
  const guess = new Guess(4);
  assert.equal(guess.distance([{ epoch: 0, validation: { accuracy: 0.1 } }]), null);
  guess.line({ epoch: 0, share: 0.1 }, { epoch: 4, share: 0.5 });
  const history = [0.1, 0.3, 0.2, NaN].map((accuracy, epoch) => ({ epoch, validation: { accuracy } }));
  const distance = guess.distance(history);
  assert.ok(distance && Math.abs(distance.mean - 0.2 / 3) < 1e-12, JSON.stringify(distance));
  assert.equal(distance.last.epoch, 2);
  assert.equal(guess.distance([]), null);
});
