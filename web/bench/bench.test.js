import assert from "node:assert/strict";
import test from "node:test";

import { parseBenchmarks } from "./kernels.js";
import { markdown, summary } from "./table.js";

test("the kernels' times are read from the output of go test -bench", () => {
  const output = [
    "goos: js",
    "BenchmarkEpoch/plain   \t       2\t 500000000 ns/op\t         1.20 GFLOP/s\t      4000 images/s\t      2500 ms/10k",
    "BenchmarkEvaluation/simd-2   \t  60\t   8000000 ns/op\t        20.5 GFLOP/s\t    250000 images/s\t        40.50 ms/10k",
    "PASS",
  ].join("\n");
  assert.deepEqual(parseBenchmarks(output), [
    { benchmark: "Epoch", kernel: "plain", milliseconds: 2500 },
    { benchmark: "Evaluation", kernel: "simd", milliseconds: 40.5 },
  ]);
});

test("a table has medians, the fastest round and ratios to the best", () => {
  const rows = summary({ slow: [8, 6, 100], fast: [4, 2] });
  assert.deepEqual(rows, [
    { name: "fast", median: 3, fastest: 2, ratio: 1 },
    { name: "slow", median: 8, fastest: 6, ratio: 8 / 3 },
  ]);
  assert.match(markdown({ title: "t", rows }), /\| slow \| 8\.0 \| 6\.0 \| 2\.67× \|/);
});
