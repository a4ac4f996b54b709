// Times engine/softmax's kernels against the ceiling in Node, in turns. The machine
// may be busy, so each side is its fastest hundred images:
//   node compare.mjs <ceiling.wasm> <softmax.test.wasm> <go_js_wasm_exec> [rounds]
// The test binary is `GOOS=js GOARCH=wasm go test -c ./engine/softmax`.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Ceiling } from "./ceiling.mjs";

const [ceilingFile, testFile, runner, rounds = "7"] = process.argv.slice(2);
const images = 2000,
  dim = 3072,
  classes = 10;

/** Bytes of a linear congruential generator. */
function noise(/** @type {number} */ n, /** @type {number} */ below) {
  let state = 1;
  return Uint8Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state >>> 16) * below) >>> 16;
  });
}

const pixels = noise(images * dim, 256);
const labels = noise(images, classes);
const scale = new Float32Array(dim).fill(1 / 74),
  shift = new Float32Array(dim).fill(-127.5 / 74);
const weights = Float32Array.from({ length: classes * dim }, (_, j) => Math.sin(j) / 50);

/** The same epoch in plain loops and float64, over few images. */
function epochInPlainLoops(/** @type {number} */ n, batch = 100, rate = 0.001, l2 = 0.1) {
  const W = Float64Array.from(weights),
    b = new Float64Array(classes);
  let loss = 0;
  for (let from = 0; from < n; from += batch) {
    const dW = new Float64Array(W.length),
      db = new Float64Array(classes);
    for (let i = from; i < from + batch; i++) {
      const x = Float64Array.from({ length: dim }, (_, d) => pixels[i * dim + d] * scale[d] + shift[d]);
      const s = Array.from(b, (bias, k) => x.reduce((sum, v, d) => sum + v * W[k * dim + d], bias));
      const total = s.reduce((sum, v) => sum + Math.exp(v), 0);
      loss -= Math.log(Math.exp(s[labels[i]]) / total) / n;
      s.forEach((v, k) => {
        const g = (Math.exp(v) / total - Number(k === labels[i])) / batch;
        db[k] += g;
        x.forEach((xd, d) => {
          dW[k * dim + d] += g * xd;
        });
      });
    }
    W.forEach((v, j) => {
      W[j] = v - rate * (dW[j] + 2 * l2 * v);
    });
    b.forEach((v, k) => {
      b[k] = v - rate * db[k];
    });
  }
  return loss;
}

const ceiling = await Ceiling.load(readFileSync(ceilingFile));
ceiling.setScale(scale, shift);
ceiling.setWeights(weights, new Float32Array(classes));
ceiling.setImages({ pixels: pixels.subarray(0, 400 * dim), labels: labels.subarray(0, 400) });
const want = epochInPlainLoops(400),
  got = ceiling.epoch(100, 0.001, 0.1);
if (Math.abs(got - want) > 1e-5 * want) throw new Error(`the ceiling's loss is ${got}, plain loops give ${want}`);
ceiling.setImages({ pixels, labels });

/** @typedef {"Epoch" | "Evaluation"} Work */
const works = /** @type {Work[]} */ (["Epoch", "Evaluation"]);
const passes = 40; // a round
const best = { ceiling: { Epoch: Infinity, Evaluation: Infinity }, ours: { Epoch: Infinity, Evaluation: Infinity } };

/** Runs all images and returns the ms for 10,000 of the fastest hundred. */
function timeCeiling(/** @type {Work} */ work) {
  let fastest = Infinity;
  for (let from = 0; from < images; from += 100) {
    const start = performance.now();
    if (work === "Epoch") ceiling.epoch(100, 0.001, 0.1, from, 100);
    else ceiling.evaluate(100, from, 100);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest * 100;
}

/** Runs one Go benchmark and returns the ms for 10,000 images of its fastest hundred. */
function timeOurs(/** @type {Work} */ work) {
  const out = execFileSync(
    runner,
    [testFile, "-test.run=^$", `-test.bench=${work}/simd`, `-test.benchtime=${passes}x`],
    { encoding: "utf8" },
  );
  return Number(/([\d.]+) best-ms\/10k/.exec(out)?.[1]);
}

for (let round = 0; round < Number(rounds); round++) {
  for (const work of works) {
    for (let pass = 0; pass < passes; pass++) best.ceiling[work] = Math.min(best.ceiling[work], timeCeiling(work));
    best.ours[work] = Math.min(best.ours[work], timeOurs(work));
  }
}
for (const work of works) {
  const ours = best.ours[work],
    limit = best.ceiling[work];
  console.log(
    `${work}: ours ${ours.toFixed(1)} ms, ceiling ${limit.toFixed(1)} ms for 10,000 images; ratio ${(ours / limit).toFixed(2)}`,
  );
}
