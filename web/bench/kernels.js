// The kernels of engine/softmax, by their own Go benchmarks, compiled to wasm and run under Node.

import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const BINARY = path.join(ROOT, ".cache/bench/softmax.test.wasm");
const FOR_BROWSER = { ...process.env, GOOS: "js", GOARCH: "wasm" };

/**
 * Milliseconds for 10,000 images by benchmark (Epoch, Evaluation) and kernel (plain, simd), one for each round.
 * @param {number} rounds
 * @returns {Promise<Record<string, Record<string, number[]>>>}
 */
export async function timeKernels(rounds) {
  await run("go", ["test", "-c", "-o", BINARY, "./engine/softmax"], { cwd: ROOT, env: FOR_BROWSER });
  /** @type {Record<string, Record<string, number[]>>} */
  const times = {};
  for (let i = 0; i < rounds; i++) {
    const flags = ["-test.run=^$", "-test.bench=.", "-test.benchtime=500ms"];
    const { stdout } = await run(path.join(ROOT, "web/tools/node_wasm.sh"), [BINARY, ...flags], { cwd: ROOT });
    for (const { benchmark, kernel, milliseconds } of parseBenchmarks(stdout)) {
      ((times[benchmark] ??= {})[kernel] ??= []).push(milliseconds);
    }
  }
  return times;
}

/**
 * Reads lines such as "BenchmarkEpoch/simd   120   8.1e6 ns/op … 40.5 ms/10k".
 * @param {string} output  of go test -bench
 */
export function parseBenchmarks(output) {
  const lines = output.matchAll(/^Benchmark(\w+)\/(\w+?)(?:-\d+)?\s.*?([\d.]+) ms\/10k/gm);
  return [...lines].map(([, benchmark, kernel, milliseconds]) => ({ benchmark, kernel, milliseconds: Number(milliseconds) }));
}
