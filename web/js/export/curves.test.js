import assert from "node:assert/strict";
import { test } from "node:test";
import { chartSvg } from "./chart.js";
import { curvesCsv, curvesJson } from "./curves.js";

const metrics = (/** @type {number} */ loss) => ({ loss, cost: loss + 0.5, accuracy: 0.25 });

const run = /** @type {import("../mirror.js").Run} */ (
  /** @type {unknown} */ ({
    id: 3,
    name: 'a "good", long one',
    settings: { l2: 0.1, learningRate: 0.001, batchSize: 100, epochs: 40, seed: 1, shuffle: false },
    data: { name: "CIFAR-10", fingerprint: "abc", splits: {} },
    status: "diverged",
    history: [
      { epoch: 0, train: metrics(2.5), validation: metrics(2.5) },
      { epoch: 1, train: metrics(NaN), validation: metrics(Infinity) },
    ],
    test: metrics(2),
  })
);

test("a line for each epoch, names quoted, the test figures in the last line", () => {
  const [head, first, last, end] = curvesCsv([run]).split("\r\n");
  assert.equal(head.split(",").length, 21);
  assert.match(first, /^3,"a ""good"", long one",CIFAR-10,abc,0\.1,0\.001,100,40,1,false,diverged,0,2\.5,3,0\.25,2\.5,3,0\.25,,,$/);
  assert.match(last, /,1,NaN,NaN,0\.25,Infinity,Infinity,0\.25,2,2\.5,0\.25$/);
  assert.equal(end, "");
});

test("JSON has what the CSV has", () => {
  const { runs } = JSON.parse(curvesJson([run]));
  assert.equal(runs[0].history[0].train.loss, 2.5);
  assert.equal(runs[0].data.fingerprint, "abc");
});

test("a chart escapes names and passes over what is not a number", () => {
  const svg = chartSvg("cost", [{ label: "<b>", color: "#0072b2", dashed: false, points: [[0, 1], [1, NaN], [2, 3]] }], String);
  assert.doesNotMatch(svg, /<b>|NaN/);
  assert.match(svg, /<polyline points="[\d.]+,[\d.]+ [\d.]+,[\d.]+"/);
});
