// The contest: every contestant does the same work in interleaved rounds, and each round is checked.

import { check } from "./reference.js";
import { median } from "./table.js";
import { wholeEpoch } from "./work.js";

/** @typedef {import("./work.js").Evaluation} Evaluation */
/** @typedef {import("./work.js").Round} Round */

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} group  where it runs
 * @property {string} [note]  said in the table
 * @property {boolean} [whole]  never measured on a portion: it standardizes the images it has by themselves
 * @property {(images: number) => Promise<void>} load
 * @property {() => Promise<Round>} round  from the initial weights
 */

/**
 * Milliseconds for 10,000 images.
 * @typedef {{rounds: number[], fastest: number}} Clock
 */

/**
 * What a contestant took.
 * @typedef {object} Times
 * @property {string} name
 * @property {string} group
 * @property {string} note
 * @property {number} images  that were measured; fewer than 10,000 are scaled up
 * @property {Clock} epoch
 * @property {Clock} evaluation  of training and validation images
 * @property {Clock} both
 */

/** @typedef {{name: string, group: string, reason: string}} Absent  a contestant that could not start */

/** Images that a slow contestant is measured on: divisors of an epoch, in whole minibatches. */
const portions = [wholeEpoch, 5000, 2500, 1000, 500, 200, 100];
const firstTrial = 200; // images

/**
 * @typedef {object} Rules
 * @property {number} rounds
 * @property {number} longest  ms that a visit may take before the work is cut to a portion
 * @property {number} shortest  ms that a visit lasts at least: short work is repeated
 * @property {(images: number) => Evaluation} expected
 * @property {(line: string) => void} [say]
 */

/**
 * Loads all contestants, warms each up, and lets them run in turns, beginning with another one each round.
 * @param {Contestant[]} contestants
 * @param {Rules} rules
 * @returns {Promise<{times: Times[], absent: Absent[]}>}
 */
export async function contest(contestants, rules) {
  const { say = () => {} } = rules;
  /** @type {{contestant: Contestant, times: Times}[]} */
  const started = [];
  /** @type {Absent[]} */
  const absent = [];
  for (const contestant of contestants) {
    const { name, group, note = "" } = contestant;
    const failure = await contestant.load(firstTrial).catch((/** @type {Error} */ error) => error);
    if (failure) {
      absent.push({ name, group, reason: reasonOf(failure) });
      say(`${group}, ${name}: left out, ${reasonOf(failure)}`);
      continue;
    }
    const images = await warmUp(contestant, rules);
    say(`${group}, ${name}: ${images} images`);
    started.push({
      contestant,
      times: { name, group, note, images, epoch: clock(), evaluation: clock(), both: clock() },
    });
  }
  for (let r = 0; r < rules.rounds; r++) {
    say(`round ${r + 1} of ${rules.rounds}`);
    for (let i = 0; i < started.length; i++) {
      const turn = started[(i + r) % started.length];
      if (turn) await visit(turn.contestant, turn.times, rules);
    }
  }
  return { times: started.map(({ times }) => times), absent };
}

/** What an error says, without the way it came. */
function reasonOf(/** @type {Error} */ { message }) {
  return message.split("\n")[0]?.replace(/^page\.evaluate: (Error: )?/, "") ?? "";
}

/**
 * Finds how much of an epoch a contestant, loaded for a trial, can do in the available time, and warms it up.
 * @param {Contestant} contestant
 * @param {Rules} rules
 * @returns {Promise<number>} images
 */
async function warmUp(contestant, { longest, expected }) {
  await contestant.round();
  const perImage = bothOf(await contestant.round()) / firstTrial;
  const images = contestant.whole ? wholeEpoch : (portions.find((n) => n * perImage <= longest) ?? firstTrial);
  await contestant.load(images);
  for (let i = 0; i < 2; i++) check(contestant.name, await contestant.round(), expected(images));
  return images;
}

/**
 * One turn of a round: the work once, or as often as fits in the shortest visit; its medians count.
 * @param {Contestant} contestant
 * @param {Times} times
 * @param {Rules} rules
 */
async function visit(contestant, times, { shortest, expected }) {
  /** @type {Round[]} */
  const rounds = [];
  const from = performance.now();
  do {
    const round = await contestant.round();
    check(times.name, round, expected(times.images));
    rounds.push(round);
  } while (performance.now() - from < shortest);
  const scale = wholeEpoch / times.images;
  record(
    times.epoch,
    rounds.map(({ epoch }) => epoch * scale),
  );
  record(
    times.evaluation,
    rounds.map(({ evaluation }) => evaluation * scale),
  );
  record(
    times.both,
    rounds.map((round) => bothOf(round) * scale),
  );
}

/** @param {Round} round */
function bothOf({ epoch, evaluation, both = epoch + evaluation }) {
  return both;
}

/** @returns {Clock} */
const clock = () => ({ rounds: [], fastest: Infinity });

/**
 * @param {Clock} clock
 * @param {number[]} visit
 */
function record(clock, visit) {
  clock.rounds.push(median(visit));
  clock.fastest = Math.min(clock.fastest, ...visit);
}
