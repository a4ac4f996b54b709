import assert from "node:assert/strict";
import test from "node:test";

import { accuracy, confusionOf, countAt, histogram, imagesOf, mistakes, precision, recall, shareAt } from "./matrix.js";

// Of class 0 three images, of class 1 two, of class 2 one whose logits are no numbers.
const predictions = {
  labels: Uint8Array.of(0, 0, 0, 1, 1, 2),
  predicted: Uint8Array.of(0, 1, 1, 1, 0, 255),
  ofLabel: Float32Array.of(0.75, 0.25, 0.05, 1, 0, NaN),
  ofClass: Float32Array.of(0.75, 0.5, 0.9, 1, 0.5, NaN),
};
const confusion = confusionOf(predictions, 3);

test("the matrix counts every image once, by its label and its prediction", () => {
  assert.deepEqual(confusion.counts, [[1, 2, 0], [1, 1, 0], [0, 0, 0]]);
  assert.deepEqual(confusion.ofClass, [3, 2, 1]);
  assert.deepEqual(confusion.takenFor, [2, 3, 0]);
  assert.equal(confusion.unclear, 1);
  assert.equal(confusion.total, 6);
  assert.equal(accuracy(confusion), 2 / 6);
});

test("shares are of the row, precision is of the column", () => {
  assert.equal(countAt(confusion, 0, 1), 2);
  assert.equal(shareAt(confusion, 0, 1), 2 / 3);
  assert.equal(recall(confusion, 1), 1 / 2);
  assert.equal(precision(confusion, 1), 1 / 3);
  assert.ok(Number.isNaN(precision(confusion, 2)), "nothing was taken for it");
});

test("mistakes come by their share of the class", () => {
  assert.deepEqual(mistakes(confusion, 5).map(({ label, predicted, count }) => [label, predicted, count]), [[0, 1, 2], [1, 0, 1]]);
  assert.equal(mistakes(confusion, 1).length, 1);
});

test("the images behind a cell, the most confident first", () => {
  assert.deepEqual(imagesOf(predictions, 0, 1), [2, 1]);
  assert.deepEqual(imagesOf(predictions, 2, 2), []);
});

test("the histogram splits right and wrong; 1 falls into the last bin", () => {
  const { right, wrong } = histogram(predictions, 4);
  assert.deepEqual(right, [0, 0, 0, 2]);
  assert.deepEqual(wrong, [2, 1, 0, 0]);
});
