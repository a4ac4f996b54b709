// Builds the programs that only the bench needs: our engine under the bench's clock, the ceiling, gonum.

import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { BUILT, ROOT } from "./places.js";

const run = promisify(execFile);

export const gonum = path.join(BUILT, "gonum");

/** Needs go, and clang with lld. */
export async function buildPrograms() {
  await mkdir(BUILT, { recursive: true });
  const env = { ...process.env, GOOS: "js", GOARCH: "wasm" };
  const flags = ["build", "-trimpath", "-ldflags=-s -w"];
  await run("go", [...flags, "-o", path.join(BUILT, "ours.wasm"), "./web/bench/ours"], { cwd: ROOT, env });
  await run("go", [...flags, "-o", gonum, "./web/bench/gonum"], { cwd: ROOT });
  await run("sh", [path.join(ROOT, "web/bench/ceiling/build.sh"), BUILT]);
}
