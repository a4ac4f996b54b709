import assert from "node:assert/strict";
import test from "node:test";

import { optionTargets } from "./options.js";
import { verdict } from "./targets.js";

const clock = (/** @type {number[]} */ ...epochs) => ({ epochs, both: epochs, fastest: Math.min(...epochs) });

test("each target of the options is met or missed by its ratio, the rounds' own", () => {
  const targets = optionTargets({
    clocks: {
      plain: clock(100, 200, 100),
      before: clock(100, 196, 100), // a slow spell of both
      bce: clock(104, 208, 104),
      svm: clock(106, 212, 106),
      flips: clock(109, 218, 109),
      shifts: clock(112, 224, 112),
    },
    grid: { one: 1900, two: 1000, whole: 1200, alone: 1000, cells: 16 },
    best: { milliseconds: 1290, alone: 1000 },
  });
  const found = targets.map((target) => [target.measured?.toFixed(2), target.fastest?.toFixed(2), verdict(target)]);
  assert.deepEqual(found, [
    ["1.00", "1.00", "met"],
    ["1.04", "1.04", "met"],
    ["1.06", "1.06", "missed"],
    ["1.09", "1.09", "met"],
    ["1.12", "1.12", "missed"],
    ["1.90", undefined, "met"],
    ["1.20", undefined, "missed"],
    ["1.29", undefined, "met"],
  ]);
});

test("options that were not measured say so, one by one", () => {
  assert.deepEqual([...new Set(optionTargets(null).map(verdict))], ["not measured"]);
  const [off, bce] = optionTargets({
    clocks: { plain: clock(1), bce: clock(1) }, // the history had no engine from before
    grid: { one: 1, two: 1, whole: 1, alone: 1, cells: 16 },
    best: { milliseconds: 1, alone: 1 },
  });
  assert.deepEqual([off && verdict(off), bce && verdict(bce)], ["not measured", "met"]);
});
