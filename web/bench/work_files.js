// Writes the work to files, which contestants of all kinds read.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { realShards, withoutRealData } from "../e2e/data.js";
import { WORK } from "./places.js";
import { initialWeights, record, settings, standardization, wholeEpoch } from "./work.js";

/** @typedef {import("./work.js").Work} Work */

/**
 * Files train.bin, validation.bin (records of the binary version), weights.f32, scale.f64 and settings.json.
 * @returns {Promise<{work: Work, data: string}>} data says what the images are
 */
export async function writeWork() {
  const train = withoutRealData ? noise(1) : await readFile(realShards[0] ?? "");
  const validation = withoutRealData ? noise(2) : await readFile(realShards[1] ?? "");
  const weights = initialWeights(1);
  const scale = standardization(train);
  const files = {
    "train.bin": train,
    "validation.bin": validation,
    "weights.f32": weights,
    "scale.f64": scale,
    "settings.json": JSON.stringify(settings),
  };
  await mkdir(WORK, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(path.join(WORK, name), content)));
  const data = withoutRealData ? "noise in CIFAR-10’s shape" : "genuine CIFAR-10, data_batch_1 and data_batch_2";
  return { work: { ...settings, images: wholeEpoch, train, validation, weights, scale }, data };
}

/**
 * Records of random bytes, for machines without the real ones.
 * @param {number} seed
 */
function noise(seed) {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 16;
  return Uint8Array.from({ length: wholeEpoch * record }, (_, at) =>
    at % record === 0 ? (next() * 10) >>> 16 : next() & 255,
  );
}
