import { optionWords } from "../core/options.js";
import { byId, element, setText } from "../ui/dom.js";
import { pointAt, settingsAt } from "../core/record.js";
import * as formats from "../core/formats.js";
import { costParts, shrinking, typicalProbability } from "./formulas.js";
import { digits, formula, fraction, power, row, sign, space, sub, sum, symbol } from "../ui/math_markup.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {HistoryPoint} from "../core/protocol.js" */

/**
 * The formulas, each with its meaning for the viewed run and epoch.
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
   * @param {number | null} epoch that is viewed, or null for the latest
   * @param {number | null} norm ‖W‖, null if it isn't known
   */
  update(run, epoch, norm) {
    const point = pointAt(run, epoch);
    if (!point || this.#root.closest("[hidden]")) return;
    const { loss } = point.train;
    const other = (run.settings.loss ?? "softmax") !== "softmax";
    setText(
      this.#softmax,
      other
        ? t("This run is trained with another loss: {loss}.", { loss: optionWords(run.settings) })
        : t(
            "Softmax turns ten logits s into ten probabilities. A train loss of {loss} is as if each true class had p = {p}; random guessing gives p = {guess} and a loss of ln 10 = {guessLoss}.",
            {
              loss: formats.cost(loss),
              p: formats.percent(typicalProbability(loss)),
              guess: formats.percent(0.1),
              guessLoss: formats.cost(Math.log(10)),
            },
          ),
    );
    const [parts] = costParts(
      point,
      [point.train, point.validation].filter(({ accuracy }) => !Number.isNaN(accuracy)),
    );
    if (parts) setText(this.#sum, `${parts.cost} = ${parts.loss} + ${parts.penalty}`);
    setText(
      this.#cost,
      other
        ? ""
        : t("Train, after epoch {epoch}: cross-entropy, the mean of −ln p(true class), and the penalty, {penalty}.", {
            epoch: formats.count(point.epoch),
            penalty: penaltyWords(point, norm),
          }),
    );
    const settings = epoch === null ? run.settings : settingsAt(run, point.step);
    const { step, epoch: kept } = shrinking(settings, run.stepsPerEpoch);
    const values = {
      rate: formats.setting(settings.learningRate),
      step: formats.setting(Number(step.toPrecision(6))),
      kept: formats.percent(kept),
    };
    setText(
      this.#step,
      settings.l2 === 0
        ? t("Against the gradient, by η = {rate}. With λ = 0 nothing pulls the weights towards zero.", values)
        : t(
            "Against the gradient, by η = {rate}. The penalty alone shrinks W to {step} in a step, to {kept} in an epoch.",
            values,
          ),
    );
  }
}

/**
 * λ‖W‖² with its factors, if the weights are those of the point.
 * @param {HistoryPoint} point
 * @param {number | null} norm
 */
function penaltyWords({ l2, penalty }, norm) {
  const squares = (norm ?? NaN) ** 2;
  if (!(Math.abs(l2 * squares - penalty) <= 1e-6 + 1e-4 * penalty)) return "λ‖W‖²";
  const exact = l2 > 0 ? penalty / l2 : squares; // of the float64 sum that the cost has
  return `λ‖W‖² = ${formats.setting(l2)} · ${formats.cost(exact, 5)}`;
}

/** p_k = e^s_k / Σ_j e^s_j */
function softmaxFormula() {
  const exp = (/** @type {string} */ k) => power(symbol("e"), sub(symbol("s"), symbol(k)));
  return formula(
    sub(symbol("p"), symbol("k")),
    sign("="),
    fraction(exp("k"), row(sub(sign("∑"), symbol("j")), exp("j"))),
    sign(","),
    space(1),
    symbol("s"),
    sign("="),
    symbol("W"),
    symbol("x"),
    sign("+"),
    symbol("b"),
  );
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
