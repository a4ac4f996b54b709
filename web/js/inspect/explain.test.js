// The page's arithmetic of one image, held to the engine's kernels: engine/softmax/explain_test.go draws the same images
// and writes down their probabilities.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { evidence, explain, predicted, scaler, softmax, standardize, sum } from "./explain.js";

const [dim, classes, images] = [3072, 10, 3];

/** The twin of noise in the Go test. @param {number} i */
function noise(i) {
  let h = (Math.imul(i, 2654435761) + 12345) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 2246822519) >>> 0;
  return ((h ^ (h >>> 13)) >>> 0) / 0xffffffff - 0.5;
}

const own = scaler(
  Float64Array.from({ length: dim }, (_, d) => 110 + 20 * noise(d)),
  Float64Array.from({ length: dim }, (_, d) => 55 + 20 * noise(d + dim)),
);
const weights = Float32Array.from({ length: classes * dim + classes }, (_, i) => (i < classes * dim ? 0.08 * noise(i + 11 * dim) : noise(i - classes * dim)));

/** @param {number} i @returns {Float32Array} */
const image = (i) => standardize(Uint8Array.from({ length: dim }, (_, d) => 256 * (0.5 + noise(i * dim + d + 7 * dim))), own);

test("the probabilities are the engine's", async () => {
  const want = JSON.parse(await readFile(new URL("testdata/probabilities.json", import.meta.url), "utf8"));
  for (let i = 0; i < images; i++) {
    for (const { k, probability } of explain(weights, image(i))) {
      const engine = want[i * classes + k];
      assert.ok(Math.abs(probability - engine) < 1e-5, `image ${i}, class ${k}: ${probability}, the engine says ${engine}`);
    }
  }
});

test("the evidence of all pixels and the bias add up to the logit, and that to the probability", () => {
  const x = image(1);
  const scores = explain(weights, x);
  for (const { k, evidence: pixels, product, bias, logit } of scores) {
    assert.equal(pixels.length, 1024);
    let logitByHand = weights[classes * dim + k] ?? NaN;
    for (let d = 0; d < dim; d++) logitByHand += (weights[k * dim + d] ?? NaN) * (x[d] ?? NaN);
    assert.ok(Math.abs(sum(pixels) + bias - logitByHand) < 1e-9);
    assert.ok(Math.abs(product + bias - logit) < 1e-12);
  }
  const total = sum(scores.map(({ logit }) => Math.exp(logit)));
  for (const { logit, probability } of scores) assert.ok(Math.abs(probability - Math.exp(logit) / total) < 1e-12);
  assert.equal(predicted(scores), scores.toSorted((a, b) => b.probability - a.probability)[0]?.k);
});

test("a pixel's evidence is that of its three channels", () => {
  const [x, k, at] = [image(2), 4, 33];
  const products = [0, 1, 2].map((channel) => (weights[k * dim + channel * 1024 + at] ?? NaN) * (x[channel * 1024 + at] ?? NaN));
  assert.equal(evidence(weights, k, x)[at], sum(products));
});

test("probabilities of large logits are numbers, and logits that are none predict nothing", () => {
  assert.deepEqual(softmax([1000, 0]), [1, 0]);
  assert.equal(predicted(explain(new Float32Array(weights.length).fill(NaN), image(0))), -1);
});

test("the training split's mean image standardizes to nothing", () => {
  const mean = Float64Array.from({ length: dim }, (_, d) => d % 256);
  const x = standardize(mean, scaler(mean, new Float64Array(dim).fill(64)));
  assert.ok(x.every((value) => Math.abs(value) < 1e-6));
});
