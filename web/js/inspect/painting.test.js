import assert from "node:assert/strict";
import { test } from "node:test";

import { between, colourOf, hexOf, Painting, plain } from "./painting.js";

test("a stroke changes its pixels in all three planes, and is undone as a whole", () => {
  const painting = new Painting(plain([10, 20, 30]));
  assert.equal(painting.changed, false);
  painting.begin();
  painting.dab(5 * 32 + 4, 3, () => [1, 2, 3]);
  painting.dab(6 * 32 + 4, 1, () => [1, 2, 3]);
  assert.deepEqual(painting.colourAt(4 * 32 + 3), [1, 2, 3]);
  assert.deepEqual(painting.colourAt(6 * 32 + 5), [1, 2, 3]);
  assert.deepEqual(painting.colourAt(7 * 32 + 4), [10, 20, 30], "outside the brush");
  assert.equal(painting.pixels.filter((value, d) => value !== painting.original[d]).length, 27);
  painting.undo();
  assert.equal(painting.changed, false);
  assert.equal(painting.undoable, false);
});

test("a brush at the edge stays within the picture", () => {
  const painting = new Painting(plain([0, 0, 0]));
  painting.begin();
  painting.dab(31, 5, () => [255, 255, 255]);
  assert.equal(painting.pixels.filter((value) => value === 255).length, 3 * 9);
});

test("going back to the image as it was can be undone", () => {
  const painting = new Painting(plain([0, 0, 0]));
  painting.begin();
  painting.dab(0, 1, () => [9, 9, 9]);
  painting.reset();
  assert.equal(painting.changed, false);
  painting.undo();
  assert.deepEqual(painting.colourAt(0), [9, 9, 9]);
});

test("a fast stroke has no gaps", () => {
  const places = between(0, 3 * 32 + 9);
  assert.equal(places.length, 9);
  assert.equal(places.at(-1), 3 * 32 + 9);
  places.reduce((from, to) => {
    assert.ok(Math.abs((to % 32) - (from % 32)) <= 1 && Math.abs(Math.floor(to / 32) - Math.floor(from / 32)) <= 1);
    return to;
  }, 0);
  assert.deepEqual(between(7, 7), [7]);
});

test("colours go to the colour field and back", () => {
  assert.equal(hexOf([0, 128, 255]), "#0080ff");
  assert.deepEqual(colourOf("#0080ff"), [0, 128, 255]);
});
