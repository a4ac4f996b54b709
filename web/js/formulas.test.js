import assert from "node:assert/strict";
import test from "node:test";

import { costParts, pointAt, shrinking, typicalProbability } from "./formulas.js";

/** @import {Run} from "./mirror.js" */

test("what is written adds up, to the last digit", () => {
  for (const [cost, loss] of [[1.99349, 1.75851], [2.0764999, 1.8410001], [4.0285, 1.9995], [1.6124, 1.6124]]) {
    const parts = costParts({ cost: cost ?? NaN, loss: loss ?? NaN, accuracy: 0 });
    const [whole, ...rest] = [parts.cost, parts.loss, parts.penalty].map((text) => Math.round(1000 * Number(text)));
    assert.equal((rest[0] ?? NaN) + (rest[1] ?? NaN), whole, JSON.stringify(parts));
    assert.ok(Math.abs(Number(parts.penalty) - ((cost ?? NaN) - (loss ?? NaN))) <= 0.001);
  }
});

test("a run that diverged says so", () => {
  assert.deepEqual(costParts({ cost: NaN, loss: NaN, accuracy: 0 }), { cost: "NaN", loss: "NaN", penalty: "NaN" });
});

test("the point is the epoch's, else the latest", () => {
  const run = /** @type {Run} */ (/** @type {unknown} */ ({ history: [{ epoch: 0 }, { epoch: 1 }, { epoch: 2 }] }));
  assert.equal(pointAt(run, 1)?.epoch, 1);
  assert.equal(pointAt(run, null)?.epoch, 2);
  assert.equal(pointAt(run, 7)?.epoch, 2);
  assert.equal(pointAt({ ...run, history: [] }, 0), null);
});

test("guessing among ten has a loss of ln 10", () => {
  assert.ok(Math.abs(typicalProbability(Math.log(10)) - 0.1) < 1e-12);
});

test("the penalty shrinks W by 1 − 2ηλ a step", () => {
  const { step, epoch } = shrinking({ l2: 1, learningRate: 0.001 }, 100);
  assert.equal(step, 0.998);
  assert.equal(epoch, 0.998 ** 100);
  assert.equal(shrinking({ l2: 0, learningRate: 0.1 }, 100).epoch, 1);
});
