// Times the kernels under Node and whole epochs in a worker in Chromium, in one run: `./build.sh bench [ROUNDS]`.
// Prints a table of medians, fastest rounds and ratios, and keeps it as JSON and Markdown in web/bench/results.
//
// All figures are milliseconds for 10,000 images of 3072 bytes, 10 classes, in batches of 100.

import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { timeKernels } from "./kernels.js";
import { timePage } from "./page.js";
import { markdown, summary } from "./table.js";

const rounds = Number(process.argv[2] ?? 5);
if (!(rounds >= 1)) throw new Error("usage: ./build.sh bench [ROUNDS]");

const kernels = await timeKernels(rounds);
const page = await timePage(rounds);

const tables = [
  { title: "An epoch of updates, kernels under Node", rows: summary(kernels.Epoch) },
  { title: "Loss and accuracy of 10,000 images, kernels under Node", rows: summary(kernels.Evaluation) },
  { title: `An epoch with both evaluations, in a worker in Chromium (${page.data})`, rows: summary(page.times) },
];

const text = tables.map(markdown).join("\n");
console.log(`\n${text}`);

const results = fileURLToPath(new URL("results/", import.meta.url));
await mkdir(results, { recursive: true });
await writeFile(`${results}bench.md`, text);
await writeFile(`${results}bench.json`, `${JSON.stringify(tables, null, 2)}\n`);
