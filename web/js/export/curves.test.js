import assert from "node:assert/strict";
import { test } from "node:test";
import { chartSvg } from "./chart.js";
import { curvesCsv, curvesJson } from "./curves.js";
import { someRun as run } from "./some_run.js";

const opened = [{ name: "a.bin", bytes: 3, sha256: "ab" }];

/** Those of the run's data. @type {import("./curves.js").FilesOf} */
const filesOf = (data) => (data?.fingerprint === "abc" ? opened : []);

test("a line for each epoch, names quoted, the test figures in the last line", () => {
  const [head, first, last, end] = curvesCsv([run], filesOf).split("\r\n");
  assert.equal(head.split(",").length, 25);
  const name = '3,"a ""good"", long one",CIFAR-10,abc,a.bin sha256=ab';
  const options = "100,40,1,false,loss=bce flip=0.5,diverged";
  assert.equal(first, `${name},0.1,0.001,${options},0,0,0.5,2.5,3,0.25,2.5,3,0.25,,,`);
  assert.equal(last, `${name},0.1,0.006,${options},1,100,0.5,NaN,NaN,0.25,Infinity,Infinity,0.25,2,2.5,0.25`);
  assert.equal(end, "");
});

test("a name that begins like a formula is text in a spreadsheet, a negative number stays one", () => {
  for (const name of ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx"]) {
    const [, first] = curvesCsv([{ ...run, name, settings: { ...run.settings, seed: -1 } }], filesOf).split("\r\n");
    assert.ok(first?.startsWith(`3,'${name},`), first);
    assert.match(first ?? "", /,40,-1,false,/);
  }
});

test("JSON has what the CSV has", () => {
  const { runs, files } = JSON.parse(curvesJson([run], opened, filesOf));
  assert.equal(files[0].sha256, "ab");
  assert.deepEqual(runs[0].files, opened);
  assert.equal(runs[0].history[0].train.loss, 2.5);
  assert.equal(runs[0].data.fingerprint, "abc");
});

test("a chart escapes names and passes over what is not a number", () => {
  const svg = chartSvg(
    "cost",
    [
      {
        label: "<b>",
        color: "#0072b2",
        dashed: false,
        points: [
          [0, 1],
          [1, NaN],
          [2, 3],
        ],
      },
    ],
    String,
  );
  assert.doesNotMatch(svg, /<b>|NaN/);
  assert.match(svg, /<polyline points="[\d.]+,[\d.]+ [\d.]+,[\d.]+"/);
});
