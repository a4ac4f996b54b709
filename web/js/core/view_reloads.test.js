import assert from "node:assert/strict";
import test from "node:test";

import { ViewReloads } from "./view_reloads.js";

test("five starts in a short while are too many", () => {
  const reloads = new ViewReloads();
  assert.deepEqual(
    [0, 10_000, 20_000, 30_000, 40_000].map((now) => reloads.note(now, 1)),
    [false, false, false, false, true],
  );
});

test("starts that lie far apart are not, nor those of a changed density", () => {
  const reloads = new ViewReloads();
  assert.ok([0, 100_000, 200_000, 300_000, 400_000, 500_000].every((now) => !reloads.note(now, 1)));
  assert.ok([0, 1, 2, 3, 4, 5].every((i) => !reloads.note(600_000 + i, 1 + i / 4)));
});
