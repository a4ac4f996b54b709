// The report's four settings, each epoch with both evaluations: one after the other in one worker, side by side in as
// many workers as there are cores, and one after the other in numpy on two threads.

import { startNumpy } from "./native.js";
import { dim, wholeEpoch } from "./work.js";

/** @typedef {import("./browsers.js").BenchPage} BenchPage */
/** @typedef {import("./work.js").Evaluation} Evaluation */

const workers = 2;
/** MB that the page may hold: the images' bytes for each worker, and 64 MB. */
const allowed = (workers * 2 * wholeEpoch * dim) / 1e6 + 64;

export const four = [
  { l2: 0, learningRate: 0.1 },
  { l2: 0, learningRate: 0.001 },
  { l2: 0.1, learningRate: 0.001 },
  { l2: 1, learningRate: 0.001 },
];

export const ways = {
  together: "One Layer, side by side on two cores",
  oneByOne: "One Layer, one after the other",
  float32: "numpy float32, 2 threads",
  float64: "numpy float64, 2 threads",
};

/**
 * Milliseconds of each way, one for each round.
 * @param {BenchPage} page
 * @param {number} epochs
 * @param {number} rounds
 * @returns {Promise<{times: Record<keyof typeof ways, number[]>, megabytes: {megabytes: number, allowed: number}}>}
 */
export async function timeFourRuns(page, epochs, rounds) {
  const empty = await page.memory?.();
  await page.call("loadTrainer", "four", wholeEpoch, wholeEpoch);
  await page.call("trainerRuns", "four", "oneByOne", four, 1); // compiles the hot code
  const megabytes = grown(empty, await memoryOfTeam(page)) / 1e6; // before the rounds, which leave many more runs
  const single = startNumpy("float32", 2);
  const double = startNumpy("float64", 2);
  const numpys = { float32: single, float64: double };
  try {
    await Promise.all(Object.values(numpys).map((each) => each.ask({ do: "load", images: wholeEpoch })));
    /** @type {Record<keyof typeof ways, number[]>} */
    const times = { together: [], oneByOne: [], float32: [], float64: [] };
    for (let i = 0; i < rounds; i++) {
      const together = await page.call("trainerRuns", "four", "together", four, epochs);
      const oneByOne = await page.call("trainerRuns", "four", "oneByOne", four, epochs);
      sameCosts(together.last, oneByOne.last, 0, "side by side");
      times.together.push(together.milliseconds);
      times.oneByOne.push(oneByOne.milliseconds);
      for (const float of /** @type {const} */ (["float32", "float64"])) {
        const found = await numpys[float].ask({
          do: "runs",
          settings: four.map(({ l2, learningRate }) => [l2, learningRate]),
          epochs,
        });
        times[float].push(found.milliseconds);
        // A oscillates; the seeds differ
        sameCosts(found.last.slice(1), oneByOne.last.slice(1), 0.01, `numpy ${float}`);
      }
    }
    return { times, megabytes: { megabytes, allowed } };
  } finally {
    await Promise.all([single.close(), double.close()]);
  }
}

/**
 * Throws if costs differ.
 * @param {Evaluation[]} found
 * @param {Evaluation[]} expected
 * @param {number} tolerance  relative
 * @param {string} name
 */
export function sameCosts(found, expected, tolerance, name) {
  found.forEach(({ train, validation }, i) => {
    for (const [is, should] of [
      [train.cost, expected[i]?.train.cost ?? NaN],
      [validation.cost, expected[i]?.validation.cost ?? NaN],
    ]) {
      if (!(Math.abs((is ?? NaN) - (should ?? NaN)) <= tolerance * Math.abs(should ?? NaN))) {
        throw new Error(`${name}: run ${i} ends at a cost of ${is}, where one after the other ends at ${should}`);
      }
    }
  });
}

/**
 * By how many bytes the process grew that grew most: the page's. The browser starts and ends spare ones as it likes.
 * @param {Map<number, number>} [before]
 * @param {Map<number, number>} [after]
 */
export function grown(before = new Map(), after = new Map()) {
  return Math.max(
    ...[...after].map(([pid, bytes]) => bytes - (before.get(pid) ?? NaN)).filter((growth) => !Number.isNaN(growth)),
  );
}

/**
 * Bytes of the processes while two workers train the four.
 * @param {BenchPage} page
 */
async function memoryOfTeam(page) {
  const training = page.call("trainerRuns", "four", "together", four, 40);
  await new Promise((resolve) => setTimeout(resolve, 1000)); // both are running
  await page.call("forget");
  const bytes = await page.memory?.();
  await training;
  return bytes;
}
