// Measures One Layer side by side with its peers, in one run: `./build.sh bench [--quick] [--rounds N] [--only WORD]
// [--options] [--readme]`. Prints a table of medians, fastest rounds and ratios, and keeps it in
// .cache/bench/results.{json,md}. --quick takes few rounds: to see that all runs, not to quote. --only measures, beside
// ours, those whose name has the word, and leaves the rest out. --options measures nothing but what the settings past
// the report cost. --readme writes the ratios into web/bench/README.md, and two lines of them into the README.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { openChromium, openOthers } from "./browsers.js";
import { contest } from "./contest.js";
import { timeDrawing } from "./drawing.js";
import { timeFourRuns } from "./four_runs.js";
import { timeGrowth } from "./growth.js";
import { ceiling, everywhere, ours, oursInPage, oursUnfolded, peers } from "./in_browser.js";
import { machine, versions } from "./machine.js";
import { nativeContestants } from "./native.js";
import { timeOpening } from "./opening.js";
import { optionTargets, timeOptions } from "./options.js";
import { CACHE, ROOT } from "./places.js";
import { buildOurs, buildPeers } from "./programs.js";
import { reference } from "./reference.js";
import { benchReadme, fullReport, speedLines, targetTable, withSpeed } from "./report.js";
import { startBenchServer } from "./server.js";
import { summary } from "./table.js";
import { targets } from "./targets.js";
import { timeWaits, waitTargets } from "./waits.js";
import { writeWork } from "./work_files.js";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    only: { type: "string", default: "" },
    options: { type: "boolean", default: false },
    readme: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 2 : 9));
if (!(rounds >= 1))
  throw new Error("usage: ./build.sh bench [--quick] [--rounds N] [--only WORD] [--options] [--readme]");
const say = (/** @type {string} */ line) => console.error(line);

/**
 * All contestants, round by round.
 * @param {string} origin
 */
async function runContest(origin) {
  const browsers = [await openChromium(origin), ...(await openOthers(origin))];
  const native = nativeContestants();
  try {
    const { work, data } = given;
    const all = [...browsers.flatMap(everywhere), ...peers(browsers[0]), ...native.contestants];
    const chosen = all.filter(
      ({ name, group }) =>
        (group === browsers[0].name && [ours, oursInPage].includes(name)) || name.includes(options.only),
    );
    const rules = {
      rounds,
      longest: options.quick ? 500 : 1000,
      shortest: options.quick ? 0 : 200,
      expected: reference(work),
      say,
    };
    const { times, absent } = await contest(chosen, rules);
    const base = times.find(({ name, group }) => name === ours && group === browsers[0].name);
    if (!base) throw new Error(`our own engine could not be measured: ${absent[0]?.reason}`);
    return { data, rows: summary(times, base), absent, versions: await versions(browsers), base: base.group };
  } finally {
    await Promise.all([...browsers, native].map((each) => each.close()));
  }
}

/**
 * What only we do: in a fresh browser, whose memory is ours alone.
 * @param {string} origin
 */
async function runOurs(origin) {
  const page = await openChromium(origin);
  try {
    say("four runs");
    const epochs = options.quick ? 4 : 40;
    const { times, megabytes } = await timeFourRuns(page, epochs, Math.ceil(rounds / 4));
    say("growth");
    const growth = await timeGrowth(page, rounds);
    await page.close();
    const past = await runOptions(origin);
    say("live drawing");
    const drawing = await timeDrawing(Math.ceil(rounds / 2));
    say("opening");
    const opening = await timeOpening(Math.ceil(rounds / 2));
    const waits = await timeWaits(Math.ceil(rounds / 4), say);
    return { fourRuns: { epochs, times }, growth, memory: megabytes, drawing, opening, waits, options: past };
  } finally {
    await page.close();
  }
}

/**
 * What the options cost, in a fresh browser.
 * @param {string} origin
 */
async function runOptions(origin) {
  const page = await openChromium(origin);
  try {
    return await timeOptions(page, rounds, options.quick, say);
  } finally {
    await page.close();
  }
}

/** Ours next to the peers, then what only we do; prints and stores all of it. */
async function runAll() {
  const { base, ...contested } = await runContest(server.origin);
  const own = options.only
    ? { fourRuns: null, growth: null, memory: null, drawing: null, opening: null, waits: null, options: null }
    : await runOurs(server.origin);
  const kept = [
    ...targets({
      ...own,
      rows: contested.rows,
      base,
      ours,
      ceiling,
      unfolded: oursUnfolded,
      processor: found,
      fourRuns: own.fourRuns?.times ?? null,
    }),
    ...waitTargets(own.waits, own.opening),
    ...optionTargets(own.options),
  ];
  const when = new Date().toISOString().slice(0, 10);
  const results = { when, machine: found, rounds, ...contested, ...own, targets: kept };
  const text = fullReport(results);
  console.log(`\n${text}`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(path.join(CACHE, "results.md"), text);
  await writeFile(path.join(CACHE, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  if (options.readme) {
    const readme = path.join(ROOT, "README.md");
    await writeFile(readme, withSpeed(await readFile(readme, "utf8"), speedLines(results)));
    await writeFile(path.join(ROOT, "web/bench/README.md"), benchReadme(results));
  }
}

process.once("SIGTERM", () => process.exit(1)); // Playwright would only close its browsers

const found = machine();
await buildOurs();
if (!options.options) await buildPeers();
const given = await writeWork();
const server = await startBenchServer();
try {
  if (options.options) {
    const kept = optionTargets(await runOptions(server.origin));
    console.log(`\n${found}; load ${loadavg()[0]?.toFixed(1)} at the end.\n\n${targetTable(kept)}`);
  } else await runAll();
} finally {
  server.stop();
}
