import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { usualFilter } from "../core/image_filter.js";
import { t } from "../texts/texts.js";
import { Choice } from "../ui/choice.js";

/** @import {Filter, Order, Outcome} from "../core/image_filter.js" */
/** @import {SplitName} from "../core/protocol.js" */

/**
 * Which images of which split to show.
 * @extends {Emitter<{changed: void}>}
 */
export class ImageFilterForm extends Emitter {
  /** The element to place. */
  root;

  #split = new Choice("images-split", t("Split"), [
    ["validation", t("validation")],
    ["test", t("test")],
    ["train", t("train")],
  ]);
  #outcome = new Choice("images-outcome", t("Predicted"), [
    ["any", t("all")],
    ["right", t("right")],
    ["wrong", t("wrong")],
  ]);
  #truth = element("select", { id: "images-truth" });
  #predicted = element("select", { id: "images-predicted" });
  #least = percentInput("images-least", t("Minimum confidence, per cent"), 0);
  #most = percentInput("images-most", t("Maximum confidence, per cent"), 100);
  #order = element(
    "select",
    { id: "images-order" },
    element("option", { value: "surest" }, t("most confident first")),
    element("option", { value: "unsurest" }, t("least confident first")),
    element("option", { value: "worst" }, t("true class least probable first")),
    element("option", { value: "best" }, t("true class most probable first")),
    element("option", { value: "split" }, t("as in the split")),
  );
  #classes = "";
  /** The classes that are filtered by, until the selects have them. */
  #wanted = { truth: -1, predicted: -1 };

  constructor() {
    super();
    this.root = element(
      "div",
      { class: "image-filter", role: "group", "aria-label": t("Which images") },
      this.#split.root,
      this.#outcome.root,
      row("images-truth", t("True class"), this.#truth),
      row("images-predicted", t("Taken for"), this.#predicted),
      row(
        "images-least",
        t("Confidence"),
        element("span", { class: "from-to" }, this.#least, "–", this.#most, element("span", {}, "%")),
      ),
      row("images-order", t("Order"), this.#order),
    );
    this.filter = usualFilter;
    for (const choice of [this.#split, this.#outcome]) choice.on("changed", () => this.emit("changed", undefined));
    for (const field of [this.#truth, this.#predicted, this.#least, this.#most, this.#order])
      field.addEventListener("change", () => this.emit("changed", undefined));
  }

  get split() {
    return /** @type {SplitName} */ (this.#split.value);
  }

  set split(split) {
    this.#split.choose(split);
  }

  /** @returns {Filter} */
  get filter() {
    const share = (/** @type {HTMLInputElement} */ input, /** @type {number} */ otherwise) =>
      input.validity.valid && input.value !== "" ? Number(input.value) / 100 : otherwise;
    return {
      truth: this.#classes ? Number(this.#truth.value || -1) : this.#wanted.truth,
      predicted: this.#classes ? Number(this.#predicted.value || -1) : this.#wanted.predicted,
      outcome: /** @type {Outcome} */ (this.#outcome.value),
      least: share(this.#least, 0),
      most: share(this.#most, 1),
      order: /** @type {Order} */ (this.#order.value),
    };
  }

  set filter({ truth, predicted, outcome, least, most, order }) {
    this.#wanted = { truth, predicted };
    this.#truth.value = String(truth);
    this.#predicted.value = String(predicted);
    this.#outcome.choose(outcome);
    this.#least.value = String(Math.round(100 * least));
    this.#most.value = String(Math.round(100 * most));
    this.#order.value = order;
  }

  /** @param {string[]} classes */
  update(classes) {
    if (this.#classes === classes.join()) return;
    const { filter } = this;
    this.#classes = classes.join();
    for (const select of [this.#truth, this.#predicted]) {
      select.replaceChildren(
        element("option", { value: -1 }, t("any")),
        ...classes.map((name, k) => element("option", { value: k }, name)),
      );
    }
    this.filter = filter;
  }
}

/**
 * @param {string} id of the field
 * @param {string} label
 * @param {HTMLElement} field
 */
function row(id, label, field) {
  return element("div", { class: "filter-row" }, element("label", { for: id }, label), field);
}

/**
 * @param {string} id
 * @param {string} label
 * @param {number} value
 */
function percentInput(id, label, value) {
  return element("input", {
    type: "number",
    id,
    min: 0,
    max: 100,
    step: 1,
    value,
    inputmode: "numeric",
    "aria-label": label,
  });
}
