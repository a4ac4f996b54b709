import assert from "node:assert/strict";
import test from "node:test";

import { contest } from "./contest.js";
import { check } from "./reference.js";
import { contestTable, median, ratio, summary } from "./table.js";

/** @typedef {import("./contest.js").Contestant} Contestant */
/** @typedef {import("./work.js").Evaluation} Evaluation */

const metrics = { loss: 2, cost: 2.5, accuracy: 0.3 };
/** @type {Evaluation} */
const expected = { train: metrics, validation: metrics };

/**
 * A contestant that takes some milliseconds an image, or so it says.
 * @param {string} name
 * @param {number} perImage
 * @param {Partial<Contestant>} [other]
 * @returns {Contestant & {loaded: number[]}}
 */
function pretender(name, perImage, other) {
  /** @type {number[]} */
  const loaded = [];
  return {
    name,
    group: "nowhere",
    loaded,
    load: async (images) => void loaded.push(images),
    round: async () => ({
      epoch: perImage * (loaded.at(-1) ?? 0),
      evaluation: 2 * perImage * (loaded.at(-1) ?? 0),
      ...expected,
    }),
    ...other,
  };
}

const rules = { rounds: 4, longest: 1000, shortest: 0, expected: () => expected };

test("a median lies in the middle", () => {
  assert.equal(median([8, 6, 100]), 8);
  assert.equal(median([4, 2]), 3);
});

test("a ratio compares times of the same round", () => {
  assert.equal(ratio([20, 200, 22], [10, 100, 10]), 2);
});

test("a slow contestant does a portion of the epoch, and its times are scaled up", async () => {
  const quick = pretender("quick", 0.01);
  const slow = pretender("slow", 0.5);
  const whole = pretender("whole", 0.5, { whole: true });
  const { times } = await contest([quick, slow, whole], rules);
  assert.deepEqual(
    [quick, slow, whole].map(({ loaded }) => loaded.at(-1)),
    [10_000, 500, 10_000],
  );
  assert.deepEqual(
    times.map(({ epoch }) => epoch.rounds),
    [
      [100, 100, 100, 100],
      [5000, 5000, 5000, 5000],
      [5000, 5000, 5000, 5000],
    ],
  );
  assert.equal(times[1]?.evaluation.fastest, 10_000);
});

test("one that can't start is told with its reason and left out", async () => {
  const broken = pretender("broken", 1, { load: async () => Promise.reject(new Error("there is no such thing")) });
  const { times, absent } = await contest([pretender("whole", 0.01), broken], rules);
  assert.deepEqual(
    times.map(({ name }) => name),
    ["whole"],
  );
  assert.deepEqual(absent, [{ name: "broken", group: "nowhere", reason: "there is no such thing" }]);
});

test("wrong figures end the bench", async () => {
  const off = { loss: 2.0001, cost: 2.5, accuracy: 0.3 };
  const cheat = pretender("cheat", 0.01, {
    round: async () => ({ epoch: 1, evaluation: 1, train: metrics, validation: off }),
  });
  await assert.rejects(contest([cheat], rules), /cheat: the validation loss is 2\.0001, where float64 gives 2/);
});

test("figures may be off by rounding only", () => {
  const near = { loss: 2.00001, cost: 2.50001, accuracy: 0.3002 };
  check("x", { train: near, validation: near }, expected);
  assert.throws(
    () => check("x", { train: { ...near, accuracy: 0.301 }, validation: near }, expected),
    /train accuracy/,
  );
  assert.throws(() => check("x", { train: { ...near, cost: NaN }, validation: near }, expected), /train cost is NaN/);
});

test("the table has medians, the fastest round and ratios to the base", async () => {
  const { times } = await contest([pretender("slow", 0.2), pretender("base", 0.1)], { ...rules, longest: 5000 });
  const base = times[1];
  assert.ok(base);
  const rows = summary(times, base);
  assert.deepEqual(
    rows.map(({ name }) => name),
    ["base", "slow"],
  );
  assert.match(
    contestTable(rows),
    /\| nowhere: slow ¹⁄2 \| 2000 \(2000\) \| 2\.00× \| 4000 \(4000\) \| 2\.00× \| 6000 \(6000\) \| 2\.00× \|/,
  );
});

test("one that can't tell the epoch from the evaluation has both only", async () => {
  const other = pretender("other", 0, { round: async () => ({ epoch: NaN, evaluation: NaN, both: 600, ...expected }) });
  const { times } = await contest([pretender("base", 0.01), other], { ...rules, longest: 1e6 });
  assert.ok(times[0]);
  assert.match(contestTable(summary(times, times[0])), /\| nowhere: other \|  \|  \|  \|  \| 600 \(600\) \| 2\.00× \|/);
});
