// What the settings past the report cost: each option's epoch against one without, the search over settings, and the
// preset "best one layer", against the arithmetic that they stand for.

import { programBefore } from "./programs.js";
import { median, ratio } from "./table.js";
import { wholeEpoch } from "./work.js";

/** @typedef {import("./browsers.js").BenchPage} BenchPage */
/** @typedef {import("./targets.js").Target} Target */
/** @typedef {import("./work.js").Round} Round */
/** @typedef {Awaited<ReturnType<typeof timeOptions>>} Options */
/** @typedef {{epochs: number[], both: number[], fastest: number}} Clock  ms, one for each round */

/** Our engine's epochs: as the report has them, by the engine from before there were options, and with each option. */
const ways = {
  plain: {},
  before: { program: "ours_before" },
  bce: { settings: { loss: "bce" } },
  svm: { settings: { loss: "svm" } },
  flips: { settings: { flip: 0.5 } },
  shifts: { settings: { flip: 0.5, shift: 4 } },
};

/** @typedef {keyof typeof ways} Way */

const repeats = 5; // of an epoch, in a turn
const trained = 49_000; // images of the preset, which leaves a thousand for validation
const presetEpochs = 60;

/**
 * @param {BenchPage} page
 * @param {number} rounds
 * @param {boolean} quick  a small search instead of the whole one
 * @param {(line: string) => void} say
 */
export async function timeOptions(page, rounds, quick, say) {
  say("options");
  const clocks = await timeWays(page, rounds);
  const work = () => arithmetic(page);
  say("search over settings");
  const grid = await timeGrid(page, quick ? 4 : 10, work);
  say("best one layer");
  const best = await timeBest(page, work);
  return { clocks, grid, best };
}

/**
 * Epochs of each way, in turns, beginning with another one each round.
 * @param {BenchPage} page
 * @param {number} rounds
 */
async function timeWays(page, rounds) {
  const names = /** @type {Way[]} */ (Object.keys(ways)).filter((way) => way !== "before" || programBefore !== null);
  /** @type {Partial<Record<Way, Clock>>} */
  const clocks = {};
  /** @type {Map<string, Way>} */
  const costs = new Map();
  for (const way of names) {
    clocks[way] = { epochs: [], both: [], fastest: Infinity };
    await page.call("load", names.indexOf(way), null, ways[way], wholeEpoch);
    await page.call("round", names.indexOf(way)); // compiles the hot code
    const { train } = await page.call("round", names.indexOf(way));
    const same = costs.get(`${train.cost}`);
    if (way === "before" ? same !== "plain" : same)
      throw new Error(`${way} ends at a cost of ${train.cost}, as ${same} does`);
    costs.set(`${train.cost}`, way);
  }
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const way = names[(i + round) % names.length] ?? "plain";
      await turn(page, names.indexOf(way), /** @type {Clock} */ (clocks[way]));
    }
  }
  return clocks;
}

/**
 * @param {BenchPage} page
 * @param {number} id
 * @param {Clock} clock
 */
async function turn(page, id, clock) {
  /** @type {Round[]} */
  const found = [];
  for (let i = 0; i < repeats; i++) found.push(await page.call("round", id));
  clock.epochs.push(median(found.map(({ epoch }) => epoch)));
  clock.both.push(median(found.map(({ epoch, evaluation }) => epoch + evaluation)));
  clock.fastest = Math.min(clock.fastest, ...found.map(({ epoch }) => epoch));
}

/**
 * What an epoch takes at this moment, and its evaluations with it.
 * @param {BenchPage} page
 */
async function arithmetic(page) {
  /** @type {Clock} */
  const clock = { epochs: [], both: [], fastest: Infinity };
  await turn(page, 0, clock);
  return { epoch: clock.epochs[0] ?? NaN, both: clock.both[0] ?? NaN };
}

/**
 * Measures something between two measurements of the arithmetic, which the machine's load changes too.
 * @param {() => ReturnType<typeof arithmetic>} work
 * @param {() => Promise<{milliseconds: number}>} measure
 */
async function between(work, measure) {
  const earlier = await work();
  const { milliseconds } = await measure();
  const later = await work();
  return { milliseconds, epoch: (earlier.epoch + later.epoch) / 2, both: (earlier.both + later.both) / 2 };
}

/**
 * The search: a small one on one core and on two, and the whole one on two.
 * @param {BenchPage} page
 * @param {number} side  cells along each axis of the whole one
 * @param {() => ReturnType<typeof arithmetic>} work
 */
async function timeGrid(page, side, work) {
  const epochs = 10;
  const plan = (/** @type {number} */ n) => ({
    l2: Array.from({ length: n }, (_, i) => 10 ** (-4 + (3 * i) / n)),
    learningRate: Array.from({ length: n }, (_, i) => 10 ** (-4 + (2 * i) / n)),
    batchSize: [100],
    epochs,
  });
  await page.call("loadTrainer", "grid", wholeEpoch, wholeEpoch);
  const search = (/** @type {number} */ n, /** @type {number} */ cores) =>
    page.call("trainerGrid", "grid", plan(n), cores);
  const one = await search(4, 1);
  const two = await search(4, 2);
  const whole = await between(work, () => (side === 4 ? search(4, 2) : search(side, 2)));
  await page.call("closeTrainer", "grid");
  // Each cell is measured before its first epoch as well.
  const alone = (side ** 2 * (epochs * whole.both + (whole.both - whole.epoch))) / 2;
  return { one: one.milliseconds, two: two.milliseconds, whole: whole.milliseconds, alone, cells: side ** 2 };
}

/**
 * The preset, as the page trains it: with other workers that measure.
 * @param {BenchPage} page
 * @param {() => ReturnType<typeof arithmetic>} work
 */
async function timeBest(page, work) {
  await page.call("loadTrainer", "best", trained, 1000);
  const { milliseconds, epoch } = await between(work, () => page.call("trainerBest", "best"));
  await page.call("closeTrainer", "best");
  return { milliseconds, alone: epoch * 5 * presetEpochs };
}

/**
 * @param {Options | null} options
 * @returns {Target[]}
 */
export function optionTargets(options) {
  const { clocks = /** @type {Partial<Record<Way, Clock>>} */ ({}), grid, best } = options ?? {};
  const against = (/** @type {Way} */ way, /** @type {Way} */ base) => {
    const [theirs, plain] = [clocks[way], clocks[base]];
    if (!theirs || !plain) return { measured: null, fastest: null };
    return { measured: ratio(theirs.epochs, plain.epochs), fastest: theirs.fastest / plain.fastest };
  };
  const atMost = (/** @type {number} */ limit) => /** @type {const} */ ({ sense: "at most", limit });
  const over = (/** @type {number | undefined} */ a, /** @type {number | undefined} */ b) => ({
    measured: a === undefined || b === undefined ? null : a / b,
    fastest: null,
  });
  return [
    {
      text: "an epoch with all options off, against the engine before there were any",
      ...atMost(1.01),
      ...against("plain", "before"),
    },
    { text: "an epoch with BCE, against softmax", ...atMost(1.05), ...against("bce", "plain") },
    { text: "an epoch with SVM, against softmax", ...atMost(1.05), ...against("svm", "plain") },
    { text: "an epoch with flips, against one without", ...atMost(1.1), ...against("flips", "plain") },
    {
      text: "an epoch with flips and shifts up to 4, against one without",
      ...atMost(1.1),
      ...against("shifts", "plain"),
    },
    {
      text: "a search of 16 cells: faster on two cores than on one",
      sense: "at least",
      limit: 1.8,
      ...over(grid?.one, grid?.two),
    },
    {
      text: `a search of ${grid?.cells ?? 100} cells, 10 epochs of 10,000 images, on two cores, against its arithmetic`,
      ...atMost(1.1),
      ...over(grid?.whole, grid?.alone),
    },
    {
      text: "best one layer in the page, against 60 × 5 epochs of 10,000 images",
      ...atMost(1.3),
      ...over(best?.milliseconds, best?.alone),
    },
  ];
}
