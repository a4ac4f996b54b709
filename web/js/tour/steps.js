/**
 * The report's story in nine steps, six of them acts that can be linked to. Each points to a control of the page and
 * quotes computed figures.
 * @module
 */

import * as formats from "../core/formats.js";
import { verdict } from "../core/verdict.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Stage} from "./stage.js" */

/**
 * @typedef {object} TourStep
 * @property {string} page the tab it is on
 * @property {string} at selectors of the control it points to; the first visible one
 * @property {string} title
 * @property {string} text
 * @property {string} [button] what "do it" does; without it there is only to watch
 * @property {(stage: Stage) => Promise<void> | void} [does]
 * @property {number} [act] of the story, from 1 on: a lecture can link to it
 * @property {string} [yours] what to play with afterwards
 * @property {(stage: Stage) => string} result what came of it, in figures, or empty
 * @property {(stage: Stage) => void} [leave] puts back what the step had changed in the page's looks
 */

/** @type {TourStep[]} */
export const steps = [
  {
    page: "train",
    at: "#data-chip",
    get title() {
      return t("Ten classes, one layer");
    },
    act: 1,
    get yours() {
      return t("Your turn: point at a class and follow its line from the image to its probability.");
    },
    get text() {
      return t(
        "A report on Assignment 1 of KTH’s course DD2424 trains a network of a single layer to tell ten classes of small pictures apart. Until you load CIFAR-10 itself, the page works on practice images that it has drawn.",
      );
    },
    result: ({ mirror: { data } }) =>
      data
        ? t("Loaded: {data}, {splits}. The network learns from the train images only; the others show how well.", {
            data: told(data.name),
            splits: formats.splits(data.splits),
          })
        : "",
  },
  {
    page: "train",
    at: "#training .buttons",
    get title() {
      return t("Train setting C");
    },
    get text() {
      return t(
        "In setting C of the report the penalty λ and the learning rate η are small. Each step takes 100 images and moves the weights a little against the gradient of the cost.",
      );
    },
    get button() {
      return t("Choose C and train");
    },
    does: (stage) => stage.train("C"),
    result: (stage) => progressOf(stage.run("C")),
  },
  {
    page: "train",
    at: "#view",
    get title() {
      return t("Weights come into focus");
    },
    act: 2,
    get yours() {
      return t("Your turn: drag the slider under the charts from noise to template.");
    },
    get text() {
      return t(
        "Each class has 3072 weights, drawn as a picture of 32 by 32 pixels. What begins as noise turns into a blurred template of the class. Play the epochs as a film.",
      );
    },
    get button() {
      return t("Play the film");
    },
    does: (stage) => (learnt(stage) ? stage.press("#scrubber-play") : stage.train("D")),
    result: (stage) => {
      const run = learnt(stage);
      if (!run || run.epoch === 0) return "";
      const [from, to] = [stage.norm(run, 0), stage.norm(run)];
      return Number.isNaN(from) || Number.isNaN(to)
        ? ""
        : t("Over {epochs} epochs the length of all weights, ‖W‖, went from {from} to {to}.", {
            epochs: run.epoch,
            from: formats.cost(from),
            to: formats.cost(to),
          });
    },
  },
  {
    page: "train",
    at: "#view",
    get title() {
      return t("Cost = loss + penalty");
    },
    get text() {
      return t(
        "The loss says how far the predictions are from the labels. Training minimizes the cost: the loss plus λ Σ W², which keeps the weights small. The middle chart can show the two parts.",
      );
    },
    get button() {
      return t("Show the two parts");
    },
    does: () => showStack(true),
    result: (stage) => {
      const last = stage.run("C")?.history.at(-1)?.train;
      return last
        ? t("Setting C on the train split: cost {cost} = loss {loss} + penalty {penalty}.", {
            cost: formats.cost(last.cost),
            loss: formats.cost(last.loss),
            penalty: formats.cost(last.cost - last.loss),
          })
        : "";
    },
    leave: () => showStack(false),
  },
  {
    page: "train",
    at: "#view",
    get title() {
      return t("Steps that are too long: setting A");
    },
    act: 3,
    get yours() {
      return t("Your turn: lower η until the cost no longer oscillates.");
    },
    get text() {
      return t(
        "In setting A η is 0.1, a hundred times as large. Each step overshoots the minimum and lands on the other slope: watch the cost.",
      );
    },
    get button() {
      return t("Choose A and train");
    },
    does: (stage) => stage.train("A"),
    result: (stage) => leapsOf(stage.run("A"), stage.run("C")),
  },
  {
    page: "train",
    at: "#view",
    get title() {
      return t("Overfitting: setting B");
    },
    act: 4,
    get yours() {
      return t("Your turn: train B for 200 epochs. Does the gap close?");
    },
    get text() {
      return t(
        "Setting B has no penalty. The network learns the training images ever better; on images it has not seen it soon learns no more. The gap between the two lines is the overfitting.",
      );
    },
    get button() {
      return t("Choose B and train");
    },
    does: (stage) => stage.train("B"),
    result: (stage) => gapOf(stage, "B"),
  },
  {
    page: "train",
    at: "#view",
    get title() {
      return t("Too much penalty: setting D");
    },
    act: 5,
    get yours() {
      return t("Your turn: find the λ between C and D that brings the best validation accuracy.");
    },
    get text() {
      return t(
        "In setting D λ is 1, ten times that of C. The weights stay small, the pictures become smooth, and the gap between train and validation closes: but at which cost?",
      );
    },
    get button() {
      return t("Choose D and train");
    },
    does: (stage) => stage.train("D"),
    result: (stage) => gapOf(stage, "D"),
  },
  {
    page: "gradient",
    at: "#gradient-check",
    get title() {
      return t("Is the gradient right?");
    },
    act: 6,
    get yours() {
      return t("Your turn: choose a mistake in the gradient and see whether the check notices.");
    },
    get text() {
      return t(
        "A wrong gradient often trains too, only worse. So the report compares its gradient with differences of the cost: move one parameter a little, see what the cost does, and that for each of them.",
      );
    },
    get button() {
      return t("Check the gradient");
    },
    does: (stage) => stage.press("#gradient-check"),
    result: ({ checker: { last, underWay } }) => {
      if (!last || underWay?.what === "check") return "";
      const { title, text } = verdict(last);
      return `${title}. ${text}`;
    },
  },
  {
    page: "train",
    at: "#settings, #settings-open",
    get title() {
      return t("Your own experiment");
    },
    get text() {
      return t(
        "What does a λ of 0.01 do, or an η of 0.01? Can you do better than the four settings? Move a slider and train; every run stays in the list, so nothing is lost.",
      );
    },
    result: ({ mirror: { runs } }) => {
      const best = runs.filter((run) => run.test).sort((a, b) => validationOf(b) - validationOf(a))[0];
      if (!best?.test) return "";
      const values = {
        run: told(best.name),
        accuracy: formats.percent(validationOf(best)),
        test: formats.percent(best.test.accuracy),
      };
      return t(
        "The best on the validation split so far: {run}, {accuracy}. The test split, which is never used to choose, then gives {test}.",
        values,
      );
    },
  },
];

/** The run whose weights are shown. @param {Stage} stage */
const learnt = (stage) => stage.run("C") ?? stage.run("D");
/** A run's last validation accuracy, by which runs are chosen. @param {Run} run */
function validationOf({ history }) {
  return history.at(-1)?.validation.accuracy ?? NaN;
}

/** @param {boolean} shown whether the middle chart shows the parts of the cost */
function showStack(shown) {
  const box = document.querySelector("#why-stack");
  if (box instanceof HTMLInputElement && box.checked !== shown) box.click();
}

/** @param {Run | null} run */
function progressOf(run) {
  const last = run?.history.at(-1);
  if (!run || !last || run.epoch === 0) return "";
  const values = {
    epoch: last.epoch,
    epochs: run.settings.epochs,
    accuracy: formats.percent(last.validation.accuracy),
  };
  if (run.status === "running")
    return t("Epoch {epoch} of {epochs}: {accuracy} of the validation images are classified correctly.", values);
  return t(
    "After {epoch} epochs {accuracy} of the validation images are classified correctly; random guessing gives 10 %.",
    values,
  );
}

/**
 * @param {Run | null} run
 * @param {Run | null} calm
 */
function leapsOf(run, calm) {
  const costs = run?.history.map(({ train }) => train.cost) ?? [];
  if (costs.length < 3) return "";
  const values = { rises: countRises(costs), epochs: costs.length - 1, cost: formats.cost(costs.at(-1) ?? NaN) };
  const calmCosts = calm?.history.map(({ train }) => train.cost) ?? [];
  if (calmCosts.length < 3) return t("Its train cost rose in {rises} of {epochs} epochs; it stands at {cost}.", values);
  return t(
    "Its train cost rose in {rises} of {epochs} epochs and stands at {cost}; that of C rose in {calmRises} of {calmEpochs} and stands at {calmCost}.",
    {
      ...values,
      calmRises: countRises(calmCosts),
      calmEpochs: calmCosts.length - 1,
      calmCost: formats.cost(calmCosts.at(-1) ?? NaN),
    },
  );
}

/** @param {number[]} costs */
function countRises(costs) {
  return costs.filter((cost, i) => i > 0 && cost > (costs[i - 1] ?? Infinity)).length;
}

/**
 * @param {Stage} stage
 * @param {"B" | "D"} setting to be compared with C
 */
function gapOf(stage, setting) {
  const [run, other] = [stage.run(setting), stage.run("C")];
  const last = run?.history.at(-1);
  if (!run || !last || run.epoch === 0) return "";
  const own = t("{setting}: accuracy {train} on train, {validation} on validation, ‖W‖ {norm}.", {
    setting,
    ...accuracies(last, stage.norm(run)),
  });
  const reference = other?.history.at(-1);
  if (!other || !reference) return own;
  return `${own} ${t("C: {train} and {validation}, ‖W‖ {norm}.", accuracies(reference, stage.norm(other)))}`;
}

/**
 * @param {import("../core/protocol.js").HistoryPoint} point
 * @param {number} norm
 */
function accuracies({ train, validation }, norm) {
  return {
    train: formats.percent(train.accuracy),
    validation: formats.percent(validation.accuracy),
    norm: Number.isNaN(norm) ? formats.none : formats.cost(norm),
  };
}
