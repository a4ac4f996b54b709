import { byId, element, setText } from "../dom.js";
import * as formats from "../formats.js";
import { costParts, pointAt, shrinking, typicalProbability } from "../formulas.js";
import { digits, formula, fraction, power, row, sign, space, sub, sum, symbol } from "../math_markup.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../mirror.js" */

/**
 * The formulas, each with what it means for the run and the epoch that are looked at.
 */
export class FormulasNow {
  #root = byId("why-formulas", HTMLElement);
  #softmax = element("p", {});
  #cost = element("p", {});
  #sum = element("p", { class: "formula-sum" });
  #step = element("p", {});

  constructor() {
    this.#root.append(
      element("h3", {}, t("Softmax: from logits to probabilities")),
      softmaxFormula(),
      this.#softmax,
      element("h3", {}, t("The cost")),
      costFormula(),
      this.#sum,
      this.#cost,
      element("h3", {}, t("A step")),
      stepFormula(),
      this.#step,
    );
  }

  /**
   * @param {Run} run
   * @param {number | null} epoch that is looked at, or null for the latest
   * @param {number | null} norm ‖W‖, null if it isn't known
   */
  update(run, epoch, norm) {
    const point = pointAt(run, epoch);
    if (!point || this.#root.closest("[hidden]")) return;
    const { loss } = point.train;
    setText(this.#softmax, t("Of ten logits s, ten probabilities. A train loss of {loss} is as if each true class had p = {p}; who guesses gives it {guess}, and has a loss of ln 10 = {guessLoss}.", {
      loss: formats.cost(loss),
      p: formats.percent(typicalProbability(loss)),
      guess: formats.percent(0.1),
      guessLoss: formats.cost(Math.log(10)),
    }));
    const parts = costParts(point.train);
    setText(this.#sum, `${parts.cost} = ${parts.loss} + ${parts.penalty}`);
    setText(this.#cost, t("Train, after epoch {epoch}: cross-entropy, the mean of −ln p(true class), and the penalty, {penalty}.", { epoch: formats.count(point.epoch), penalty: penaltyWords(run, norm, point.train.cost - loss) }));
    const { step, epoch: kept } = shrinking(run.settings, run.stepsPerEpoch);
    const values = { rate: formats.setting(run.settings.learningRate), step: formats.setting(Number(step.toPrecision(6))), kept: formats.percent(kept) };
    setText(this.#step, run.settings.l2 === 0 ? t("Against the gradient, by η = {rate}. With λ = 0 nothing draws the weights to zero.", values) : t("Against the gradient, by η = {rate}. The penalty alone leaves {step} of W in a step, {kept} in an epoch.", values));
  }
}

/**
 * λ‖W‖² with its factors, if they are still those that it was measured with.
 * @param {Run} run
 * @param {number | null} norm
 * @param {number} penalty
 */
function penaltyWords({ settings: { l2 } }, norm, penalty) {
  const squares = (norm ?? NaN) ** 2;
  if (!(Math.abs(l2 * squares - penalty) <= 0.001 + 0.001 * penalty)) return "λ‖W‖²";
  return `λ‖W‖² = ${formats.setting(l2)} · ${formats.cost(squares)}`;
}

/** p_k = e^s_k / Σ_j e^s_j */
function softmaxFormula() {
  const exp = (/** @type {string} */ k) => power(symbol("e"), sub(symbol("s"), symbol(k)));
  return formula(sub(symbol("p"), symbol("k")), sign("="), fraction(exp("k"), row(sub(sign("∑"), symbol("j")), exp("j"))), sign(","), space(1), symbol("s"), sign("="), symbol("W"), symbol("x"), sign("+"), symbol("b"));
}

/** J = 1/n Σ_i −ln p_yi + λ‖W‖² */
function costFormula() {
  return formula(
    symbol("J"),
    sign("="),
    fraction(digits("1"), symbol("n")),
    sum(symbol("i")),
    row(sign("−"), symbol("ln"), space(0.17), sub(symbol("p"), sub(symbol("y"), symbol("i")))),
    sign("+"),
    symbol("λ"),
    power(row(sign("‖"), symbol("W"), sign("‖")), digits("2")),
  );
}

/** W ← W − η ∂J/∂W */
function stepFormula() {
  const gradient = fraction(row(sign("∂"), symbol("J")), row(sign("∂"), symbol("W")));
  return formula(symbol("W"), sign("←"), symbol("W"), sign("−"), symbol("η"), gradient);
}
