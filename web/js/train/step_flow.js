import { dim } from "../core/constants.js";
import { together } from "../core/parameters.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { element } from "../ui/dom.js";
import { digits, formula, fraction, power, row, sign, sub, sum, symbol } from "../ui/math_markup.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {Explanation, Minibatch, NetworkWeights, RunSummary} from "../core/protocol.js" */

/**
 * A step: what went in and what came out.
 * @typedef {object} Made
 * @property {RunSummary} run after it
 * @property {Minibatch} minibatch
 * @property {Explanation | null} first what the old weights give for its first image, if the step used it unchanged
 * @property {string[]} classes
 */

/** @typedef {{name: string, shape: string, math: () => Element, says: string}} Stage */

/** A step in formulas, from the minibatch to the new weights, each with its shape and its values. */
export class StepFlow {
  root = element("div", { class: "step-flow", role: "group", "aria-label": t("The step in formulas"), hidden: true });

  #buttons = element("div", { class: "step-stages" });
  #shown = element("div", { class: "step-stage" });
  #chosen = 0;

  constructor() {
    this.root.append(this.#buttons, this.#shown);
  }

  /** @param {Made} made */
  show(made) {
    const { settings } = made.run;
    this.root.hidden = (settings.loss ?? "softmax") !== "softmax"; // the formulas are softmax's
    if (this.root.hidden) return;
    const stages = stagesOf(made);
    const buttons = stages.map(({ name, shape }, i) => {
      const button = element("button", { type: "button" }, element("i", {}, name), " ", element("span", {}, shape));
      button.addEventListener("click", () => {
        this.#shown.ariaLive = "polite";
        choose(i);
      });
      return button;
    });
    const choose = (/** @type {number} */ at) => {
      this.#chosen = at;
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(i === at)));
      const stage = stages[at];
      if (stage) this.#shown.replaceChildren(stage.math(), element("p", {}, stage.says));
    };
    this.#buttons.replaceChildren(...buttons.flatMap((button, i) => (i === 0 ? [button] : [arrow(), button])));
    this.#shown.ariaLive = "off"; // a step has a sentence of its own
    choose(this.#chosen);
  }
}

const arrow = () => element("span", { "aria-hidden": "true", class: "muted" }, "→");

/**
 * What weights give for the first image of a minibatch, if the step used it unchanged.
 * @param {Commands["explain"]} explain
 * @param {RunSummary} run
 * @param {Uint8Array} pixels of the first images
 * @param {NetworkWeights} before
 */
export async function firstImage(explain, { settings }, pixels, before) {
  if ((settings.flip ?? 0) > 0 || (settings.shift ?? 0) > 0 || pixels.length < dim) return null;
  const [first] = await explain(Uint8Array.from(pixels.subarray(0, dim)), together(before), settings);
  return first ?? null;
}

/**
 * @param {Made} made
 * @returns {Stage[]}
 */
function stagesOf({ run, minibatch, first, classes }) {
  const { l2, learningRate, optimizer = "sgd" } = run.settings;
  const n = minibatch.indices.length;
  const [tall, wide] = [`${formats.count(n)}×${classes.length}`, `${classes.length}×${dim}`];
  const truth = minibatch.labels[0] ?? 0;
  const length = Math.sqrt(minibatch.gradient.reduce((sum, value) => sum + value ** 2, 0));
  const p = first?.probabilities[truth] ?? NaN;
  const values = {
    n: formats.count(n),
    shape: wide,
    class: classes[truth] ?? "",
    s: formats.signed(first?.logits[truth] ?? NaN, 3),
    p: formats.cost(p, 4),
    loss: formats.cost(-Math.log(p), 3),
    g: formats.signed((p - 1) / n, 5),
    rate: formats.setting(learningRate),
    length: formats.cost(length, 4),
    moved: formats.scientific(learningRate * length),
    before: formats.cost(minibatch.lossBefore, 4),
    after: formats.cost(minibatch.lossAfter, 4),
  };
  const plain = optimizer === "sgd";
  return [
    {
      name: "X",
      shape: `${formats.count(n)}×${dim}`,
      math: () => formula(symbol("X")),
      says: t("{n} images, a row each, standardized.", values),
    },
    {
      name: "S",
      shape: tall,
      math: logits,
      says: first
        ? t("W is {shape}. The first image is of class {class}: s = {s}.", values)
        : t("W is {shape}: a row for each class. A row of S has the logits of an image.", values),
    },
    {
      name: "P",
      shape: tall,
      math: probabilities,
      says: first ? t("The first image: p({class}) = {p}.", values) : t("Each row of P sums to 1.", values),
    },
    {
      name: "J",
      shape: "1",
      math: () => cost(l2 > 0),
      says: first
        ? t("The loss of the {n} images is {before}; of the first alone, −ln {p} = {loss}.", values)
        : t("The loss of the {n} images is {before}.", values),
    },
    {
      name: "G",
      shape: tall,
      math: logitGradient,
      says: first
        ? t("Y is 1 at the true class, else 0. The first image, {class}: ({p} − 1) / {n} = {g}.", values)
        : t("Y is 1 at the true class, else 0.", values),
    },
    {
      name: "∂J/∂W",
      shape: wide,
      math: () => weightGradient(l2 > 0),
      says: t("The shape of W again: the pictures below. Its length is {length}.", values),
    },
    {
      name: "W",
      shape: wide,
      math: () => (plain ? update() : formula(symbol("W"))),
      says: plain
        ? t("η = {rate}: W moves by {moved}. The loss of the same images is now {after}.", values)
        : t("The optimizer makes the step from it. The loss of the same images is now {after}.", values),
    },
  ];
}

const transposed = (/** @type {string} */ name) => power(symbol(name), symbol("T"));
const nabla = () => fraction(row(sign("∂"), symbol("J")), row(sign("∂"), symbol("W")));
const logits = () => formula(symbol("S"), sign("="), symbol("X"), transposed("W"), sign("+"), symbol("b"));
const probabilities = () => formula(symbol("P"), sign("="), symbol("softmax"), sign("("), symbol("S"), sign(")"));
const update = () => formula(symbol("W"), sign("←"), symbol("W"), sign("−"), symbol("η"), nabla());

/** @param {boolean} penalized */
function cost(penalized) {
  const mean = [fraction(digits("1"), symbol("n")), sum(symbol("i"))];
  const loss = [...mean, sign("−"), symbol("ln"), sub(symbol("p"), symbol("y"))];
  const penalty = [sign("+"), symbol("λ"), power(row(sign("‖"), symbol("W"), sign("‖")), digits("2"))];
  return formula(symbol("J"), sign("="), ...loss, ...(penalized ? penalty : []));
}

function logitGradient() {
  return formula(symbol("G"), sign("="), fraction(row(symbol("P"), sign("−"), symbol("Y")), symbol("n")));
}

/** @param {boolean} penalized */
function weightGradient(penalized) {
  const penalty = [sign("+"), digits("2"), symbol("λ"), symbol("W")];
  return formula(nabla(), sign("="), transposed("G"), symbol("X"), ...(penalized ? penalty : []));
}
