import { Emitter } from "../core/emitter.js";
import { complete } from "../core/options.js";
import { apart, together } from "../core/parameters.js";
import { sameData } from "../core/run_list.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Team} from "../core/team.js" */
/** @import {LazyWorker} from "../core/lazy_worker.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {CheckerCommands, GradientProgressed, Member, NetworkWeights, Settings} from "../core/protocol.js" */
/** @import {RunList} from "../core/run_list.js" */
/** @import {WorkerClient} from "../core/worker_client.js" */

/**
 * @typedef {{largestEigenvalue: number, criticalLearningRate: number, iterations: number, residual: number}} Curvature
 */

/**
 * The predictions of several runs together: accuracies on the test split.
 * @typedef {object} Ensemble
 * @property {number} members
 * @property {{test: number}} vote by majority
 * @property {{test: number}} mean by mean probability
 * @property {{test: number | null}} averagedWeights of the classifier of the mean weights; null if the members see
 *   images differently
 * @property {{members: number, vote: number, mean: number, averaged: number | null}[]} accuracyByCount of the first
 *   members
 */

/** @typedef {"mean" | "ridge"} BaselineName */

/**
 * @typedef {{name: BaselineName, train: {accuracy: number}, validation: {accuracy: number}, test: {accuracy: number},
 *   weights: NetworkWeights}} Baseline
 */

/** Images that the curvature is measured on. */
const mostImages = 10_000;

/** λ of ridge regression where the run has none: without it the equations may have no unique solution. */
const leastRidge = 0.01;

/**
 * The course's baselines for a network, and its theory of the step length.
 * @extends {Emitter<{progressed: number}>} progressed: the share of a ridge regression that is done
 */
export class Theory extends Emitter {
  #client;
  #list;
  #team;
  #solver;

  /**
   * @param {WorkerClient} client
   * @param {RunList} list
   * @param {Team} team
   * @param {LazyWorker<CheckerCommands, GradientProgressed>} solver
   */
  constructor(client, list, team, solver) {
    super();
    this.#client = client;
    this.#list = list;
    this.#team = team;
    this.#solver = solver;
    client.on("changed", (event) => event.event === "Summed" && this.emit("progressed", 0.5 * event.share));
    solver.on("told", ({ done, total }) => this.emit("progressed", 0.5 + (0.5 * done) / total));
  }

  /**
   * The largest eigenvalue L of the cost's Hessian at a run's weights, and 2/L, beyond which a step overshoots.
   * @param {number} [id] the current run's without it
   * @param {number} [images] of the training split, the first
   * @returns {Promise<Curvature>}
   */
  async curvature(id, images = mostImages) {
    const found = await this.#client.send("curvature", { ...(await this.#member(this.#run(id))), images });
    return { ...found, criticalLearningRate: 2 / found.largestEigenvalue };
  }

  /**
   * An ensemble of runs. With seeds, runs with the current settings are trained first.
   * @param {{runs?: number[], seeds?: number[]}} which
   * @returns {Promise<Ensemble>}
   */
  async ensemble({ runs, seeds } = {}) {
    const ids = runs ?? (seeds ? await this.#train(seeds) : this.usable.map(({ id }) => id));
    if (ids.length === 0) throw new Error(t("An ensemble takes at least one run."));
    const members = await Promise.all(ids.map((id) => this.#member(this.#run(id))));
    const { images, vote, mean, averaged } = await this.#client.send("ensemble", { members });
    const accuracyByCount = Array.from(vote, (right, i) => ({
      members: i + 1,
      vote: right / images,
      mean: (mean[i] ?? NaN) / images,
      averaged: averaged.length > 0 ? (averaged[i] ?? NaN) / images : null,
    }));
    const all = accuracyByCount.at(-1);
    return {
      members: ids.length,
      vote: { test: all?.vote ?? NaN },
      mean: { test: all?.mean ?? NaN },
      averagedWeights: { test: all?.averaged ?? null },
      accuracyByCount,
    };
  }

  /**
   * A classifier in closed form, of the training images as the current run sees them.
   * @param {string} name mean: the nearest class mean; ridge: ridge regression to one-hot labels
   * @param {{l2?: number}} [options] λ of the ridge; the run's without it
   * @returns {Promise<Baseline>}
   */
  async baseline(name, { l2 } = {}) {
    if (name !== "mean" && name !== "ridge")
      throw new Error(
        t("{setting} must be {expected}", {
          setting: "name",
          expected: t("one of {choices}", { choices: "mean, ridge" }),
        }),
      );
    const settings = complete(this.#run().settings);
    const found =
      name === "mean"
        ? await this.#client.send("nearestMean", { settings })
        : await this.#ridge(settings, l2 ?? (settings.l2 || leastRidge));
    const accuracies = await this.#client.send("accuracies", { weights: together(found), settings });
    const [train, validation, test] = [accuracies.train, accuracies.validation, accuracies.test].map((accuracy) => ({
      accuracy,
    }));
    return {
      name,
      train: train ?? { accuracy: NaN },
      validation: validation ?? { accuracy: NaN },
      test: test ?? { accuracy: NaN },
      weights: apart(together(found)),
    };
  }

  /** The runs that have begun on the current data. */
  get usable() {
    const { runs, data } = this.#client.mirror;
    return runs.filter((run) => run.step > 0 && run.status !== "diverged" && sameData(run.data, data));
  }

  /**
   * @param {Settings} settings
   * @param {number} l2
   */
  async #ridge(settings, l2) {
    const sums = await this.#client.send("gram", { settings });
    const { weights, bias, solved } = await this.#solver.send("ridge", { ...sums, l2 });
    if (!solved) throw new Error(t("The equations have no one solution: choose a larger λ."));
    return { weights, bias };
  }

  /** @param {number[]} seeds */
  async #train(seeds) {
    const { settings } = this.#client.mirror;
    const { ids, finished } = await this.#team.start(
      seeds.map((seed) => ({ name: t("Seed {n}", { n: seed }), settings: { ...settings, seed } })),
    );
    await finished;
    return ids;
  }

  /** @param {number} [id] */
  #run(id) {
    const { mirror } = this.#client;
    const run = id === undefined ? mirror.current : mirror.find(id);
    if (!run) throw new Error(t("There is no run {n}.", { n: id ?? "" }));
    if (!sameData(run.data, mirror.data))
      throw new Error(t("{run} was trained on other data.", { run: told(run.name) }));
    return run;
  }

  /**
   * @param {Run} run
   * @returns {Promise<Member>}
   */
  async #member({ id, settings }) {
    return { weights: together(await this.#list.weights(id)), settings: complete(settings) };
  }
}
