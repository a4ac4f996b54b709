import { element, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { addingUp } from "../core/figures.js";
import { percent, signed } from "../core/formats.js";
import { diverging, drawSigned, pictureCanvas, plane } from "../core/pictures.js";
import { t } from "../texts/texts.js";

/** @import {Explanation} from "../core/protocol.js" */

const digits = 2; // decimals of a logit

/**
 * A class's part of an explanation: s = Σ W_k ⊙ x + b_k, and p.
 * @typedef {object} Score
 * @property {number} k the class
 * @property {Float32Array} evidence of each pixel
 * @property {number} product Σ W_k ⊙ x
 * @property {number} bias b_k
 * @property {number} logit s_k
 * @property {number} probability p_k
 */

/**
 * All classes' scores of an image, in the classes' order.
 * @param {Explanation} explanation
 * @returns {Score[]}
 */
export function scoresOf({ evidence, products, biases, logits, probabilities }) {
  return Array.from(logits, (logit, k) => ({
    k,
    evidence: evidence.subarray(k * plane, (k + 1) * plane),
    product: products[k] ?? NaN,
    bias: biases[k] ?? NaN,
    logit,
    probability: probabilities[k] ?? NaN,
  }));
}

/**
 * The content of a table: the scores of an image, its true class, and the predicted one.
 * @typedef {object} Scored
 * @property {Score[]} scores
 * @property {number} truth the true class, or -1
 * @property {number} predicted the class, or -1
 * @property {ArrayLike<number> | null} before probabilities before the image was painted over
 * @property {number} limit the evidence of a pixel that has the full colour
 * @property {string[]} classes
 * @property {number} chosen
 * @property {"light" | "dark"} theme
 */

let count = 0;

/**
 * Ten classes: evidence, logit and probability of each. One is chosen, by radio buttons.
 * @extends {Emitter<{chosen: number}>}
 */
export class ScoreTable extends Emitter {
  /** The element to place. */
  root = element("table", { class: "scores" });

  #body = element("tbody", {});
  /** @type {ReturnType<typeof row>[]} */
  #rows = [];
  #classes = "";
  #name = `scores-${++count}`;

  constructor() {
    super();
    const head = (/** @type {string} */ text, /** @type {string} */ title, /** @type {string} */ kind) =>
      element("th", { scope: "col", class: kind }, element("abbr", { title }, text));
    this.root.append(
      element("caption", { class: "visually-hidden" }, t("Evidence, logit and probability of each class")),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col", class: "text" }, t("class")),
          head("Σ W⊙x", t("the evidence of all pixels together"), "part"),
          head("b", t("the bias of the class"), "part"),
          head("s", t("the logit, Σ W⊙x + b"), ""),
          head("p", t("the probability, exp s / Σ exp s"), "text"),
        ),
      ),
      this.#body,
    );
  }

  /** @param {Scored} scored */
  update({ scores, truth, predicted, before, limit, classes, chosen, theme }) {
    if (this.#classes !== classes.join()) this.#build(classes);
    for (const { k, evidence, product, bias, logit, probability } of scores) {
      const row = this.#rows[k];
      if (!row) continue;
      drawSigned(row.canvas, evidence, limit, diverging[theme]);
      row.input.checked = k === chosen;
      row.root.classList.toggle("chosen", k === chosen);
      row.truth.hidden = k !== truth;
      row.predicted.hidden = k !== predicted;
      const [sum = NaN, constant = NaN] = addingUp([product, bias], logit, digits);
      setText(row.product, signed(sum, digits));
      setText(row.bias, signed(constant, digits));
      setText(row.logit, signed(logit, digits));
      setText(row.share, percent(probability));
      row.bar.style.setProperty("--share", String(probability));
      const was = before?.[k];
      row.bar.classList.toggle("moved", was !== undefined);
      row.bar.style.setProperty("--was", String(was ?? 0));
      setText(row.was, was === undefined ? "" : t("before: {p}", { p: percent(was) }));
    }
  }

  /** @param {string[]} classes */
  #build(classes) {
    this.#classes = classes.join();
    this.#rows = classes.map((name, k) => row(this.#name, name, k));
    this.#body.replaceChildren(...this.#rows.map(({ root }) => root));
    this.#rows.forEach(({ root, input }, k) => {
      input.addEventListener("change", () => this.emit("chosen", k));
      root.addEventListener("click", () => {
        if (input.checked) return;
        input.checked = true;
        this.emit("chosen", k);
      });
    });
  }
}

/**
 * @param {string} group of the radio buttons
 * @param {string} name of the class
 * @param {number} k
 */
function row(group, name, k) {
  const canvas = pictureCanvas();
  const input = element("input", {
    type: "radio",
    name: group,
    value: k,
    "aria-label": t("Evidence for {class}", { class: name }),
  });
  const [truth, predicted] = [
    element("span", { class: "tag" }, t("true")),
    element("span", { class: "tag predicted" }, t("predicted")),
  ];
  const [product, bias, logit] = [
    element("td", { class: "part" }),
    element("td", { class: "part" }),
    element("td", {}),
  ];
  const [bar, share, was] = [
    element("span", { class: "share-bar", "aria-hidden": "true" }),
    element("span", { class: "share" }),
    element("span", { class: "visually-hidden" }),
  ];
  const root = element(
    "tr",
    {},
    element(
      "th",
      { scope: "row", class: "text" },
      element("label", {}, input, canvas, element("span", { class: "score-name" }, name), truth, predicted),
    ),
    product,
    bias,
    logit,
    element("td", { class: "score-share" }, bar, share, was),
  );
  return { root, input, canvas, truth, predicted, product, bias, logit, bar, share, was };
}
