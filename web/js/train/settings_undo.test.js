import assert from "node:assert/strict";
import { test } from "node:test";

import { noOptions } from "../core/options.js";
import { SettingsUndo } from "./settings_undo.js";

const settings = (/** @type {number} */ seed) => ({
  ...noOptions,
  l2: 0,
  learningRate: 0.1,
  batchSize: 100,
  epochs: 40,
  seed,
  shuffle: false,
});

test("a drag is one entry, and what follows another", () => {
  const undo = new SettingsUndo();
  undo.note(settings(1), 0);
  assert.equal(undo.canUndo, false);
  for (const seed of [2, 3, 4]) undo.note(settings(seed), 7);
  undo.note(settings(5), 8);
  assert.equal(undo.undo()?.seed, 4);
  assert.equal(undo.undo()?.seed, 1);
  assert.equal(undo.undo(), null);
  assert.equal(undo.redo()?.seed, 4);
  assert.equal(undo.redo()?.seed, 5);
  assert.equal(undo.redo(), null);
});

test("a drag right after the start does not take the first settings away", () => {
  const undo = new SettingsUndo();
  undo.note(settings(1), 0);
  undo.note(settings(2), 0);
  undo.note(settings(3), 0);
  assert.equal(undo.undo()?.seed, 1);
});

test("a change after going back drops what was ahead; what comes back from the worker is no change", () => {
  const undo = new SettingsUndo();
  for (const seed of [1, 2, 3]) undo.note(settings(seed), seed);
  undo.note(undo.undo() ?? settings(0), 4);
  assert.equal(undo.canRedo, true, "the worker's echo keeps what is ahead");
  undo.note(settings(9), 2);
  assert.equal(undo.canRedo, false);
  assert.equal(undo.undo()?.seed, 2, "an entry that was gone back to is joined by nothing");
});
