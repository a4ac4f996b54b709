// What a run of the bench was made on and with.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { startNumpy } from "./native.js";
import { ROOT } from "./places.js";

const run = promisify(execFile);

/** The processor as reported by the system, how many cores, and how busy they were before. */
export function machine() {
  const cpus = os.cpus();
  return `${cpus.length} cores of ${cpus[0]?.model ?? "an unknown processor"}, load ${os.loadavg()[0]?.toFixed(1)} before the run`;
}

/**
 * Names and versions of what took part.
 * @param {import("./browsers.js").BenchPage[]} browsers
 */
export async function versions(browsers) {
  const [go, clang, gonum, peers, numpy] = await Promise.all([
    run("go", ["env", "GOVERSION"], { cwd: ROOT }).then(({ stdout }) => stdout.trim().replace("go", "Go ")),
    run("clang", ["--version"]).then(({ stdout }) => `clang ${stdout.match(/version ([\d.]+)/)?.[1]}`),
    readFile(path.join(ROOT, "go.mod"), "utf8").then((text) => `gonum ${text.match(/gonum v([\d.]+)/)?.[1]}`),
    readFile(path.join(ROOT, "web/bench/peers/package.json"), "utf8").then((text) => JSON.parse(text).dependencies),
    numpyVersion(),
  ]);
  const libraries = [`TensorFlow.js ${peers["@tensorflow/tfjs-core"]}`, `ConvNetJS ${peers.convnetjs}`];
  return [...browsers.map(({ name, version }) => `${name} ${version}`), go, clang, ...libraries, numpy, gonum].join(
    ", ",
  );
}

async function numpyVersion() {
  const numpy = startNumpy("float32", 1);
  const { version, blas } = await numpy.ask({ do: "load", images: 100 });
  await numpy.close();
  return `numpy ${version} with ${blas}`;
}
