import { dim, limits } from "../core/constants.js";
import { Emitter } from "../core/emitter.js";
import { complete } from "../core/options.js";
import { t } from "../texts/texts.js";
import { Sweep } from "./sweep.js";

/** @import {Member, Settings} from "../core/protocol.js" */
/** @import {App} from "../core/app.js" */
/** @import {Place} from "./sweep.js" */

/**
 * @typedef {object} OneMinimum
 * @property {[epoch: number, distance: number][]} distances
 * @property {[share: number, cost: number][]} costs
 * @property {number} l2
 */
/** @typedef {"l2" | "trainingImages"} SweepName */
/** @typedef {"below" | "above"} Side */

const seedsOfSweep = 3;
const lambdas = [0.0001, 0.001, 0.01, 0.1, 1, 10];

/** λ of two runs to one minimum where there is none: without it there is more than one. */
const lambdaOfMinimum = 1;

/** Places on the line through the two minima, beyond them too. */
const shares = Array.from({ length: 41 }, (_, i) => (i - 10) / 20);
const imagesOfLine = 2000;

/** How far the two sides are from 2/L. */
const factors = { below: 0.5, above: 3 };

/**
 * The experiments that show the theory.
 * @extends {Emitter<{progressed: number}>}
 */
export class Experiments extends Emitter {
  #app;
  #sweep;

  /** @param {App} app */
  constructor(app) {
    super();
    this.#app = app;
    this.#sweep = new Sweep(app.client, app.crew());
    this.#sweep.on("progressed", (share) => this.emit("progressed", share));
  }

  /**
   * Trains from two seeds with λ > 0: how far they are apart after each epoch, and the cost on the line through both.
   * @returns {Promise<OneMinimum>}
   */
  async oneMinimum() {
    const settings = this.#settings;
    const l2 = settings.l2 > 0 ? settings.l2 : lambdaOfMinimum;
    const runs = [1, 2].map((n) => ({
      name: t("Seed {n}", { n: settings.seed + n - 1 }),
      settings: { ...settings, l2, seed: settings.seed + n - 1 },
    }));
    const { ids, finished } = await this.#app.team.start(runs);
    await finished;
    const [a = NaN, b = NaN] = ids;
    const { snapshots } = this.#app;
    /** @type {[number, number][]} */
    const distances = [];
    for (const epoch of snapshots.epochs(a)) {
      const [from, to] = [snapshots.at(a, epoch), snapshots.at(b, epoch)];
      if (!from || !to) continue;
      const { distance } = await this.#line({ weights: from, settings }, { weights: to, settings }, []);
      distances.push([epoch, distance]);
    }
    const [from, to] = [snapshots.last(a), snapshots.last(b)];
    if (!from || !to) throw new Error(t("There are no weights of this run."));
    const seen = { ...settings, l2 };
    const { costs } = await this.#line(
      { weights: from.weights, settings: seen },
      { weights: to.weights, settings: seen },
      shares,
    );
    return { distances, costs: shares.map((share, i) => [share, costs[i] ?? NaN]), l2 };
  }

  /**
   * Trains from several seeds over λ, or over the number of images.
   * @param {SweepName} name
   * @returns {Promise<Place[]>}
   */
  over(name) {
    const settings = this.#settings;
    const images = this.#app.mirror.data?.splits.train ?? 0;
    const places = name === "l2" ? lambdas : sizesUpTo(images);
    const seeds = Array.from({ length: seedsOfSweep }, (_, i) => settings.seed + i);
    return this.#sweep.run(
      places.flatMap((at) =>
        seeds.map((seed) => ({
          at,
          settings: { ...settings, seed, [name]: name === "trainingImages" && at === images ? 0 : at },
        })),
      ),
    );
  }

  /** Ends a sweep. */
  stop() {
    this.#sweep.stop();
  }

  get sweeping() {
    return this.#sweep.active;
  }

  /**
   * Trains a run of whole-split steps whose η is on one side of 2/L, measured where it begins.
   * @param {Side} side
   */
  async beside(side) {
    const { client, mirror } = this.#app;
    const train = mirror.data?.splits.train ?? 0;
    const classes = mirror.data?.classes.length ?? 0;
    const settings = {
      ...this.#settings,
      optimizer: /** @type {const} */ ("sgd"),
      schedule: /** @type {const} */ ("constant"),
      initialization: /** @type {const} */ ("zero"),
      flip: 0,
      shift: 0,
      earlyStopping: 0,
      batchSize: Math.min(train, limits.batchSize.most),
    };
    const start = new Float32Array(classes * (dim + 1));
    const { largestEigenvalue } = await client.send("curvature", {
      weights: start,
      settings,
      images: settings.batchSize,
    });
    const learningRate = Number(((factors[side] * 2) / largestEigenvalue).toPrecision(3));
    const run = await client.send("newRun", { settings: { ...settings, learningRate } });
    await client.send("renameRun", { run: run.id, name: side === "below" ? t("η below 2/L") : t("η above 2/L") });
    await client.send("play", {});
    return run.id;
  }

  get #settings() {
    const { settings } = this.#app.mirror;
    if (!settings) throw new Error(t("There are no data yet."));
    return /** @type {Settings} */ (complete(settings));
  }

  /**
   * @param {Member} from
   * @param {Member} to
   * @param {number[]} shares
   */
  #line(from, to, shares) {
    return this.#app.client.send("line", { from, to, shares: Float64Array.from(shares), images: imagesOfLine });
  }
}

/** Numbers of images that double up to all of them. @param {number} images */
export function sizesUpTo(images) {
  const least = 64;
  const sizes = [images];
  for (let size = images / 2; size >= least && sizes.length < 7; size /= 2) sizes.unshift(Math.ceil(size));
  return sizes;
}
