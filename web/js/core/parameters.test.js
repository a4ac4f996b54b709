import assert from "node:assert/strict";
import { test } from "node:test";

import { dim } from "./constants.js";
import { apart, rowsOf, together } from "./parameters.js";

test("W and b come apart and together again, for any number of classes", () => {
  for (const classes of [2, 10, 20]) {
    const parameters = Float32Array.from({ length: classes * (dim + 1) }, (_, i) => i);
    const { shape, weights, bias } = apart(parameters);
    assert.deepEqual(shape, [classes, dim]);
    assert.equal(bias[0], classes * dim);
    assert.equal(bias.length, classes);
    assert.deepEqual(rowsOf(parameters), weights);
    assert.deepEqual(together({ weights, bias }), parameters);
  }
});
