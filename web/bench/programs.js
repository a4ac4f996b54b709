// Builds the programs that only the bench needs: our engine under the bench's clock, the ceiling, gonum.

import { execFile } from "node:child_process";
import { copyFile, mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { BUILT, CACHE, ROOT } from "./places.js";

const run = promisify(execFile);

/** The last commit whose engine had only the report's settings: the one before other losses were added. */
const before = "$(git log --reverse --diff-filter=A --format=%H -- engine/loss | head -n 1)~1";

/** The program of that engine, once it is built; null if the clone has no such commit. @type {string | null} */
export let programBefore = null;

export const gonum = path.join(BUILT, "gonum");

const flags = ["build", "-trimpath", "-ldflags=-s -w"];

/** What ours is measured against. Needs go, and clang with lld. */
export async function buildPeers() {
  await run("go", [...flags, "-o", gonum, "./web/bench/gonum"], { cwd: ROOT });
  await run("sh", [path.join(ROOT, "web/bench/ceiling/build.sh"), BUILT]);
}

/** Ours as the page's trainer is built, its kernels folded, and once without; and the one before there were options. */
export async function buildOurs() {
  await mkdir(BUILT, { recursive: true });
  const env = { ...process.env, GOOS: "js", GOARCH: "wasm" };
  const built = path.join(BUILT, "ours.wasm");
  await rm(built, { force: true }); // it may be folded already
  await run("go", [...flags, "-o", built, "./web/bench/ours"], { cwd: ROOT, env });
  await copyFile(built, path.join(BUILT, "ours_unfolded.wasm"));
  await run("go", ["run", "./web/tools/fold", built], { cwd: ROOT });
  await buildBefore(env);
}

/**
 * Builds the engine from before there were options, once.
 * @param {NodeJS.ProcessEnv} env
 */
async function buildBefore(env) {
  const built = path.join(BUILT, "ours_before.wasm");
  const tree = path.join(CACHE, "before");
  const kept = await stat(built).catch(() => null);
  try {
    if (!kept) {
      await mkdir(tree, { recursive: true });
      await run("sh", ["-c", `git archive "${before}" | tar -x -C "$0"`, tree], { cwd: ROOT });
      await run("go", [...flags, "-o", `${built}.new`, "./web/bench/ours"], { cwd: tree, env });
      await run("go", ["run", "./web/tools/fold", `${built}.new`], { cwd: ROOT });
      await rename(`${built}.new`, built);
    }
    programBefore = built;
  } catch (error) {
    console.error(`the engine before there were options: left out, ${error}`);
  }
}
