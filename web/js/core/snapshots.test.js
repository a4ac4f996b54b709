import assert from "node:assert/strict";
import { test } from "node:test";
import { Snapshots } from "./snapshots.js";

/** @param {number} value */
const weights = (value) => Float32Array.of(value);

/**
 * @param {number} run
 * @param {number} last
 */
function filled(run, last) {
  const snapshots = new Snapshots();
  for (let epoch = 0; epoch <= last; epoch++) snapshots.add(run, epoch, weights(epoch));
  return snapshots;
}

test("up to 120 snapshots of a run are all kept, in order", () => {
  assert.deepEqual(
    filled(1, 40).epochs(1),
    Array.from({ length: 41 }, (_, epoch) => epoch),
  );
});

test("a long run is thinned out evenly; its first and its last epoch stay", () => {
  for (const last of [120, 121, 500, 9_999]) {
    const epochs = filled(1, last).epochs(1);
    assert.ok(epochs.length <= 120 && epochs.length >= 60, `${epochs.length} of ${last}`);
    assert.equal(epochs[0], 0);
    assert.equal(epochs.at(-1), last);
    const strides = new Set(epochs.slice(1, -1).map((epoch, i) => epoch - (epochs[i] ?? 0)));
    assert.equal(strides.size, 1);
  }
});

test("a fork has the past of its run up to where they part", () => {
  const snapshots = filled(1, 10);
  snapshots.copy(1, 2, 4);
  assert.deepEqual(snapshots.epochs(2), [0, 1, 2, 3, 4]);
  assert.equal(snapshots.at(2, 3), snapshots.at(1, 3));
});

test("of a run without snapshots there are none", () => {
  const snapshots = new Snapshots();
  assert.deepEqual(snapshots.epochs(7), []);
  assert.equal(snapshots.at(7, 0), null);
  assert.equal(snapshots.last(7), null);
});
