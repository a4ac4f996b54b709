import { element, setText } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { newest } from "../core/latest.js";
import { t } from "../texts/texts.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {ByClass, Explanation, Settings} from "../core/protocol.js" */
/** @import {Subject} from "./subject.js" */

/**
 * The content: an image, by a key, and the weights applied to it.
 * @typedef {{key: string, subject: Subject, weights: Float32Array, settings: Settings, classes: string[],
 *   validation: ByClass | null}} Shown
 */

/** The figures of the picture of the network at work, as text: for every class its sum and its probability. */
export class MachineFigures {
  root = element("section", { class: "machine-figures", "aria-label": t("The network at work on one image") });

  #says = element("p");
  #body = element("tbody");
  #made = element("th", { scope: "col" }, t("probability p"));
  #last = "";
  #explain;
  /** @type {Shown | null} what was asked for last */
  #asked = null;
  /** @type {{subject: Subject, explanation: Explanation, svm: boolean} | null} stays until the next comes */
  #answer = null;
  /** @type {string[]} */
  #classes = [];
  /** @type {ByClass | null} */
  #validation = null;

  /**
   * @param {Commands} commands
   * @param {(shown: Shown, explanation: Explanation) => void} explained hears each answer
   */
  constructor(commands, explained) {
    this.#explain = newest(
      (/** @type {Shown} */ { subject, weights, settings }) => commands.explain(subject.pixels, weights, settings),
      (shown, [explanation]) => {
        if (!explanation || !this.#asked) return;
        explained(shown, explanation);
        this.#answer = { subject: shown.subject, explanation, svm: shown.settings.loss === "svm" };
        this.#write();
      },
    );
    const [name, sum, right] = [t("class"), t("sum s"), t("right in validation")].map((text) =>
      element("th", { scope: "col" }, text),
    );
    this.root.append(
      this.#says,
      element(
        "table",
        {},
        element("caption", { class: "visually-hidden" }, t("The ten sums and probabilities")),
        element("thead", {}, element("tr", {}, name ?? "", sum ?? "", this.#made, right ?? "")),
        this.#body,
      ),
    );
  }

  /** @param {Shown | null} shown */
  update(shown) {
    if (!shown) this.#asked = this.#answer = null;
    else if (shown.key !== this.#asked?.key || shown.weights !== this.#asked.weights) {
      this.#asked = shown;
      this.#explain(shown);
    }
    this.#classes = shown?.classes ?? [];
    this.#validation = shown?.validation ?? null;
    this.#write();
  }

  #write() {
    this.root.hidden = this.#answer === null;
    if (!this.#answer) return;
    const { subject, explanation, svm } = this.#answer;
    const classes = this.#classes;
    const { predicted, logits, probabilities, losses } = explanation;
    const [best, truth] = [classes[predicted] ?? t("nothing"), classes[subject.label]];
    const text =
      truth === undefined
        ? t("Your picture is classified as {class}.", { class: best })
        : sentence(subject, truth, best, losses[subject.label] ?? NaN);
    const truthLogit = logits[truth === undefined ? predicted : subject.label] ?? NaN;
    const margin = (/** @type {number} */ logit) => Math.max(0, logit - truthLogit + (logit === truthLogit ? 0 : 1));
    setText(this.#made, svm ? t("margin") : t("probability p"));
    const cells = Array.from(logits, (logit, k) => [
      classes[k] ?? "",
      formats.cost(logit),
      svm ? formats.cost(margin(logit)) : formats.percent(probabilities[k] ?? NaN),
      rightOf(this.#validation, k),
    ]);
    const key = JSON.stringify([text, cells]);
    if (key === this.#last) return;
    this.#last = key;
    setText(this.#says, text);
    this.#body.replaceChildren(
      ...cells.map(([name = "", ...figures]) =>
        element("tr", {}, element("th", { scope: "row" }, name), ...figures.map((figure) => element("td", {}, figure))),
      ),
    );
  }
}

/**
 * How many validation images of a class are right, or nothing where that isn't known.
 * @param {ByClass | null} validation
 * @param {number} k
 */
function rightOf(validation, k) {
  const [right, images] = [validation?.right[k], validation?.images[k]];
  if (right === undefined || images === undefined) return "–";
  return t("{n} of {all}", { n: formats.count(right), all: formats.count(images) });
}

/**
 * @param {Subject} subject
 * @param {string} truth
 * @param {string} best
 * @param {number} loss
 */
function sentence({ index, count }, truth, best, loss) {
  return t("Image {n} of {all}, {truth}, is classified as {class}. Its loss is {loss}.", {
    n: index + 1,
    all: formats.count(count),
    truth,
    class: best,
    loss: formats.cost(loss),
  });
}
