import assert from "node:assert/strict";
import { test } from "node:test";
import { deal, workerCount } from "./crew.js";

/** @param {number} images */
const dataOf = (images) =>
  /** @type {import("./protocol.js").Data} */ (/** @type {unknown} */ ({ drawn: false, splits: { train: images, validation: 0, test: 0 }, unused: 0, shards: [] }));

test("one worker a core and a run, four at most", () => {
  assert.equal(workerCount(4, 1, dataOf(30_000)), 1);
  assert.equal(workerCount(4, 2, dataOf(30_000)), 2);
  assert.equal(workerCount(4, 16, dataOf(30_000)), 4);
  assert.equal(workerCount(9, 16, dataOf(30_000)), 4);
  assert.equal(workerCount(2, 16, dataOf(30_000)), 2);
});

test("fewer where the data are large, but one always", () => {
  assert.equal(workerCount(4, 16, dataOf(60_000)), 3);
  assert.equal(workerCount(4, 16, dataOf(1_000_000)), 1);
});

test("runs are dealt out evenly, each once", () => {
  assert.deepEqual(deal(["A", "B", "C", "D"], 1), [["A", "B", "C", "D"]]);
  assert.deepEqual(deal(["A", "B", "C", "D"], 2), [["A", "C"], ["B", "D"]]);
  assert.deepEqual(deal(["A", "B", "C", "D"], 3), [["A", "D"], ["B"], ["C"]]);
  assert.deepEqual(deal(["A", "B", "C", "D"], 4), [["A"], ["B"], ["C"], ["D"]]);
});
