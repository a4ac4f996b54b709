import assert from "node:assert/strict";
import { test } from "node:test";

import { middle, moved, resized } from "./crop.js";

test("a square stays in its picture", () => {
  const wide = { width: 300, height: 200 };
  const crop = middle(wide);
  assert.deepEqual(crop, { x: 50, y: 0, size: 200 });
  assert.deepEqual(moved(crop, 80, 10, wide), { x: 100, y: 0, size: 200 });
  assert.deepEqual(resized(crop, 100, wide), { x: 100, y: 50, size: 100 });
  assert.deepEqual(resized(crop, 100, wide, { x: 0, y: 1 }), { x: 50, y: 100, size: 100 });
  assert.deepEqual(
    resized({ x: 0, y: 0, size: 100 }, 1000, wide),
    { x: 0, y: 0, size: 200 },
    "no larger than the picture",
  );
  assert.equal(resized(crop, 1, wide).size, 8);
});
