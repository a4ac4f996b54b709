import assert from "node:assert/strict";
import { test } from "node:test";

import { usualFilter } from "../core/image_filter.js";
import { readFilter, writeFilter } from "./link_parts.js";

test("a filter goes through an address and comes back", () => {
  const filter = /** @type {const} */ ({
    outcome: "right",
    truth: 3,
    predicted: -1,
    least: 0.25,
    most: 0.9,
    order: "worst",
  });
  assert.equal(writeFilter(filter), "right.3.any.25-90.worst");
  assert.deepEqual(readFilter(writeFilter(filter)), filter);
  const last = { ...filter, truth: 19, predicted: 12 };
  assert.deepEqual(readFilter(writeFilter(last)), last, "of data with twenty classes");
  assert.equal(writeFilter({ ...usualFilter }), "", "the usual one is not said");
});

test("what says no filter is none", () => {
  for (const text of [
    "",
    "wrong",
    "wrong.any.any.0-100.surest.",
    "maybe.any.any.0-100.surest",
    "wrong.20.any.0-100.surest", // data have at most 20 classes
    "wrong.any.20.0-100.surest",
    "wrong.012.any.0-100.surest",
  ])
    assert.equal(readFilter(text), null, text);
});
