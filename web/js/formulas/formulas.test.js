import assert from "node:assert/strict";
import test from "node:test";

import { pointAt } from "../core/record.js";
import { costParts, shrinking, typicalProbability } from "./formulas.js";

/** @import {Run} from "../core/mirror.js" */

test("what is written adds up, to the last digit", () => {
  for (const [train, validation, penalty] of /** @type {[number, number, number][]} */ ([
    [1.75851, 1.9004, 0.23498],
    [1.8410001, 1.9, 0.2354998],
    [1.9995, 2, 2.029],
    [1.6124, 1.7, 0],
    [1.6454, 1.7871, 0.11447],
  ])) {
    const metrics = [train, validation].map((loss) => ({ loss, cost: loss + penalty, accuracy: 0 }));
    const lines = costParts({ penalty }, metrics);
    for (const [i, line] of lines.entries()) {
      const [whole, ...rest] = [line.cost, line.loss, line.penalty].map((text) => Math.round(1e6 * Number(text)));
      assert.equal((rest[0] ?? NaN) + (rest[1] ?? NaN), whole, JSON.stringify(line));
      assert.ok(Math.abs(Number(line.cost) - (metrics[i]?.cost ?? NaN)) <= 0.0005 + 1e-9);
    }
    const [one = NaN, other = NaN] = lines.map(({ penalty }) => Number(penalty));
    assert.ok(Math.abs(one - other) <= 0.0005 + 1e-9, "of the same weights");
    assert.ok(Math.abs(Number(lines[0]?.penalty) - penalty) <= 0.0005 + 1e-9);
  }
});

test("both splits have the same decimals, if the figures add up with some for both", () => {
  const penalty = 3.07016;
  const figures = [2.44682, 2.45135].map((loss) => ({ loss, cost: loss + penalty, accuracy: 0 }));
  const lines = costParts({ penalty }, figures);
  assert.deepEqual(
    lines.map(({ cost, loss, penalty }) => `${cost} ${loss} ${penalty}`),
    ["5.51698 2.44682 3.07016", "5.52151 2.45135 3.07016"],
  );
});

test("a run that diverged says so", () => {
  assert.deepEqual(costParts({ penalty: NaN }, [{ cost: NaN, loss: NaN, accuracy: 0 }]), [
    { cost: "NaN", loss: "NaN", penalty: "NaN" },
  ]);
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
