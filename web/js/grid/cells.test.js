import assert from "node:assert/strict";
import { test } from "node:test";

import { cellsCsv, cellsOf, finer, placesOf, rungs, worseHalf } from "./cells.js";

const plan = {
  l2: [0, 0.1],
  learningRate: [0.001, 0.01, 0.1],
  batchSize: [100],
  epochs: 8,
  search: /** @type {const} */ ("grid"),
  budget: 100,
};
const metrics = (/** @type {number} */ accuracy) => ({ loss: 1, cost: 2, accuracy });

test("a grid has every combination once, up to its budget", () => {
  const cells = cellsOf(plan);
  assert.equal(new Set(cells.map(({ settings }) => JSON.stringify(settings))).size, 6);
  assert.equal(cellsOf({ ...plan, budget: 4 }).length, 4);
});

test("a random search draws between the ends, evenly over the logarithm", () => {
  let share = 0;
  const cells = cellsOf({ ...plan, l2: [0.001, 1], search: "random", budget: 5 }, () => (share += 0.05) % 1);
  assert.equal(cells.length, 5);
  for (const { settings } of cells) {
    assert.ok(
      settings.l2 >= 0.001 && settings.l2 <= 1 && settings.learningRate >= 0.001 && settings.learningRate <= 0.1,
    );
    assert.equal(settings.batchSize, 100);
  }
  const [middle] = cellsOf({ ...plan, l2: [0.001, 1], search: "random", budget: 1 }, () => 0.5);
  assert.equal(middle?.settings.l2, 0.0316);
});

test("halving leaves half at each rung", () => {
  assert.deepEqual(rungs(16, 8), [1, 2, 4]);
  assert.deepEqual(rungs(4, 10), [3, 5]);
  assert.deepEqual(rungs(1, 10), []);
  const cells = cellsOf(plan).map((cell, i) => ({ ...cell, validation: metrics(i / 10) }));
  assert.deepEqual(
    worseHalf(cells).map(({ id }) => id),
    [2, 1, 0],
  );
  const diverged = cells.map((cell) => (cell.id === 5 ? { ...cell, status: /** @type {const} */ ("diverged") } : cell));
  assert.ok(
    worseHalf(diverged).some(({ id }) => id === 5),
    "what diverged is the worst",
  );
});

test("the table has a line for each cell", () => {
  const [head, first, ...rest] = cellsCsv([
    { ...cellsOf(plan)[0], train: metrics(0.5), validation: metrics(0.4), epoch: 3, status: "running" },
  ]).split("\r\n");
  assert.equal(head.split(",").length, first.split(",").length);
  assert.equal(first, "0,0.001,100,3,running,1,2,0.5,1,2,0.4");
  assert.deepEqual(rest, [""]);
});

test("a map has a row for each λ and a column for each η", () => {
  const { rows, columns, places } = placesOf(cellsOf(plan).reverse());
  assert.deepEqual(
    [rows, columns],
    [
      [0, 0.1],
      [0.001, 0.01, 0.1],
    ],
  );
  assert.deepEqual(
    places.map((cell) => cell?.id),
    [0, 1, 2, 3, 4, 5],
  );
});

test("a finer search goes from one end to the other over the logarithm, 0 among them", () => {
  assert.deepEqual(finer([0.01, 0.1, 1]), [0.01, 0.032, 0.1, 0.32, 1]);
  assert.deepEqual(finer([0, 0.1]), [0, 0.0001, 0.001, 0.01, 0.1]);
  assert.deepEqual(finer([0.1]), [0.05, 0.071, 0.1, 0.14, 0.2]);
  assert.deepEqual(finer([0]), [0]);
});
