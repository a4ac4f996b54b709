/**
 * The report's story in eight steps. Each stands at a control of the page and quotes what was computed.
 * @module
 */

import * as formats from "../formats.js";
import { verdict } from "../gradient_words.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Run} from "../mirror.js" */
/** @import {Stage} from "./stage.js" */

/**
 * @typedef {object} TourStep
 * @property {string} page the tab it is on
 * @property {string} at selectors of the control it stands at; the first that is seen
 * @property {string} title
 * @property {string} text
 * @property {string} [button] what "do it" does; without it there is only to watch
 * @property {(stage: Stage) => Promise<void> | void} [act]
 * @property {(stage: Stage) => string} result what came of it, in figures, or empty
 * @property {(stage: Stage) => void} [leave] puts back what the step had changed in the page's looks
 */

/** @type {TourStep[]} */
export const steps = [
  {
    page: "train",
    at: "#data-chip",
    title: t("Ten classes, one layer"),
    text: t("The report trains a network of a single layer to tell ten classes of small pictures apart. Until you load CIFAR-10 itself, the page works on a sample that it has drawn."),
    result: ({ mirror: { data } }) =>
      data ? t("Loaded: {data}, {splits}. Only the train images teach; the others say how well it was learnt.", { data: told(data.name), splits: formats.splits(data.splits) }) : "",
  },
  {
    page: "train",
    at: "#training .buttons",
    title: t("Train setting C"),
    text: t("In setting C of the report the penalty λ is small and the learning rate η short. Each step takes 100 images and moves the weights a little against the gradient of the cost."),
    button: t("Choose C and train"),
    act: (stage) => stage.train("C"),
    result: (stage) => progressOf(stage.run("C")),
  },
  {
    page: "train",
    at: "#view",
    title: t("Weights come into focus"),
    text: t("Each class has 3072 weights, drawn as a picture of 32 by 32 pixels. What begins as noise turns into a blurred template of the class. Play the epochs as a film."),
    button: t("Play the film"),
    act: (stage) => stage.press("#scrubber-play"),
    result: (stage) => {
      const run = stage.run("C");
      if (!run || run.epoch === 0) return "";
      const [from, to] = [stage.norm(run, 0), stage.norm(run)];
      return Number.isNaN(from) || Number.isNaN(to) ? "" : t("Over {epochs} epochs the length of all weights, ‖W‖, went from {from} to {to}.", { epochs: run.epoch, from: formats.cost(from), to: formats.cost(to) });
    },
  },
  {
    page: "train",
    at: "#view",
    title: t("Cost = loss + penalty"),
    text: t("The loss says how far the predictions are from the labels. Training makes the cost small: the loss plus λ Σ W², which keeps the weights short. The middle chart can show the two parts."),
    button: t("Show the two parts"),
    act: () => showStack(true),
    result: (stage) => {
      const last = stage.run("C")?.history.at(-1)?.train;
      return last ? t("Setting C on the train split: cost {cost} = loss {loss} + penalty {penalty}.", { cost: formats.cost(last.cost), loss: formats.cost(last.loss), penalty: formats.cost(last.cost - last.loss) }) : "";
    },
    leave: () => showStack(false),
  },
  {
    page: "train",
    at: "#view",
    title: t("Too long steps: setting A"),
    text: t("In setting A η is 0.1, a hundred times as long. A step leaps over the valley and lands on its other slope: watch the cost."),
    button: t("Choose A and train"),
    act: (stage) => stage.train("A"),
    result: (stage) => leapsOf(stage.run("A"), stage.run("C")),
  },
  {
    page: "train",
    at: "#view",
    title: t("Too much penalty: setting D"),
    text: t("In setting D λ is 1, ten times that of C. The weights must stay short, the pictures turn smooth, and train and validation come together: but where?"),
    button: t("Choose D and train"),
    act: (stage) => stage.train("D"),
    result: (stage) => gapOf(stage, stage.run("D"), stage.run("C")),
  },
  {
    page: "gradient",
    at: "#gradient-check",
    title: t("Is the gradient right?"),
    text: t("A wrong gradient often trains too, only worse. So the report compares its gradient with differences of the cost: move one parameter a little, see what the cost does, and that for each of them."),
    button: t("Check the gradient"),
    act: (stage) => stage.press("#gradient-check"),
    result: ({ checker: { last, underWay } }) => {
      if (!last || underWay?.what === "check") return "";
      const { title, text } = verdict(last);
      return `${title}. ${text}`;
    },
  },
  {
    page: "train",
    at: "#settings, #settings-open",
    title: t("Your own try"),
    text: t("What does a λ of 0.01 do, or an η of 0.01? Can you do better than the four settings? Move a slider and train; every run stays in the list, so nothing is lost."),
    result: ({ mirror: { runs } }) => {
      const best = runs.filter((run) => run.test).sort((a, b) => (b.test?.accuracy ?? 0) - (a.test?.accuracy ?? 0))[0];
      return best?.test ? t("The best on the test split so far: {run}, {accuracy}.", { run: told(best.name), accuracy: formats.percent(best.test.accuracy) }) : "";
    },
  },
];

/** @param {boolean} shown whether the middle chart shows the parts of the cost */
function showStack(shown) {
  const box = document.querySelector("#why-stack");
  if (box instanceof HTMLInputElement && box.checked !== shown) box.click();
}

/** @param {Run | null} run */
function progressOf(run) {
  const last = run?.history.at(-1);
  if (!run || !last || run.epoch === 0) return "";
  const values = { epoch: last.epoch, epochs: run.settings.epochs, accuracy: formats.percent(last.validation.accuracy) };
  if (run.status === "running") return t("Epoch {epoch} of {epochs}: {accuracy} of the validation images are recognized.", values);
  return t("After {epoch} epochs {accuracy} of the validation images are recognized; guessing gets one in ten.", values);
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
  return t("Its train cost rose in {rises} of {epochs} epochs and stands at {cost}; that of C rose in {calmRises} of {calmEpochs} and stands at {calmCost}.", {
    ...values,
    calmRises: countRises(calmCosts),
    calmEpochs: calmCosts.length - 1,
    calmCost: formats.cost(calmCosts.at(-1) ?? NaN),
  });
}

/** @param {number[]} costs */
function countRises(costs) {
  return costs.filter((cost, i) => i > 0 && cost > (costs[i - 1] ?? Infinity)).length;
}

/**
 * @param {Stage} stage
 * @param {Run | null} run
 * @param {Run | null} other
 */
function gapOf(stage, run, other) {
  const last = run?.history.at(-1);
  if (!run || !last || run.epoch === 0) return "";
  const own = t("D: accuracy {train} on train, {validation} on validation, ‖W‖ {norm}.", accuracies(last, stage.norm(run)));
  const reference = other?.history.at(-1);
  if (!other || !reference) return own;
  return `${own} ${t("C: {train} and {validation}, ‖W‖ {norm}.", accuracies(reference, stage.norm(other)))}`;
}

/**
 * @param {import("../protocol.js").HistoryPoint} point
 * @param {number} norm
 */
function accuracies({ train, validation }, norm) {
  return { train: formats.percent(train.accuracy), validation: formats.percent(validation.accuracy), norm: Number.isNaN(norm) ? formats.none : formats.cost(norm) };
}
