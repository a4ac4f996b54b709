import { element, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { defaults } from "../core/checker.js";
import { mistakes, ofPenalty } from "../core/mistakes.js";
import { verdict } from "../core/verdict.js";
import { fields, logarithmic } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { Choice } from "../ui/choice.js";
import { SettingField } from "../core/setting_field.js";

/** @import {GradientChecker, Options} from "../core/checker.js" */
/** @import {Field} from "../core/settings.js" */

/** @type {Record<"batchSize" | "l2" | "h", Field>} */
const numbers = {
  batchSize: { ...named("batchSize"), name: "gradient-batch", default: defaults.batchSize },
  l2: { ...named("l2"), name: "gradient-l2", default: defaults.l2 },
  h: {
    name: "gradient-h",
    label: t("step of the differences"),
    symbol: "h",
    default: defaults.h,
    allows: (value) => value >= 1e-14 && value <= 1,
    expected: () => t("a number from {least} to {most}", { least: "1e−14", most: "1" }),
    stops: logarithmic(1e-9, 1e-2),
    whole: false,
  },
};

const doing = { check: () => t("Checking"), curve: () => t("Drawing the curve over h") };

/** A penalty in which a wrong gradient can show. */
const breakableL2 = 0.1;

/**
 * What is to be compared, the buttons, and the verdict.
 * @extends {Emitter<{wanted: number[], changed: keyof Options, cancelled: void}>} wanted: batch sizes to check
 */
export class GradientForm extends Emitter {
  /** @type {Options} */
  options = { ...defaults };

  #l2 = new SettingField(numbers.l2);
  #progress = element("progress", { max: 1, value: 0, "aria-label": t("Progress of the gradient check") });
  #check = element("button", { type: "button", class: "primary", id: "gradient-check" }, t("Check"));
  #both = element("button", { type: "button", id: "gradient-both" }, t("Both of the report’s"));
  #cancel = element("button", { type: "button", id: "gradient-cancel" }, t("Cancel"));
  #doing = element("p", { class: "gradient-doing" });
  #title = element("p", { class: "verdict-title" });
  #text = element("p", {});
  #verdict = element("div", { class: "verdict", role: "status" }, this.#title, this.#text);

  /** @param {HTMLElement} root */
  constructor(root) {
    super();
    const batchSize = new SettingField(numbers.batchSize);
    const h = new SettingField(numbers.h);
    const weights = new Choice("gradient-weights", t("weights"), [
      ["current", t("as they are")],
      ["initial", t("initial")],
    ]);
    const formula = new Choice("gradient-formula", t("differences"), [
      ["central", t("centred")],
      ["forward", t("forward")],
    ]);
    const whole = toggle(t("cost as a whole, as the course takes it"));
    const mistake = element(
      "select",
      { id: "gradient-mistake" },
      ...mistakes.map(({ mistake, name }) => element("option", { value: mistake }, name)),
    );
    root.append(
      element(
        "p",
        { class: "gradient-intro" },
        t("The analytic gradient against differences of the cost, for each of the {n} parameters, in float64.", {
          n: formats.count(30_730),
        }),
      ),
      batchSize.root,
      this.#l2.root,
      h.root,
      weights.root,
      formula.root,
      whole.root,
      element("label", { class: "gradient-mistake" }, element("span", {}, t("mistake in the gradient")), mistake),
      element(
        "div",
        { class: "gradient-buttons", role: "group", "aria-label": t("Check") },
        this.#check,
        this.#both,
        this.#cancel,
      ),
      element("div", {}, this.#progress, this.#doing),
      this.#verdict,
    );
    batchSize.on("changed", (value) => this.#set({ batchSize: value }));
    this.#l2.on("changed", (value) => this.#set({ l2: value }));
    h.on("changed", (value) => this.#set({ h: value }));
    weights.on("changed", (value) => this.#set({ initial: value === "initial" }));
    formula.on("changed", (value) => this.#set({ formula: /** @type {Options["formula"]} */ (value) }));
    whole.input.addEventListener("change", () => this.#set({ wholeCost: whole.input.checked }));
    mistake.addEventListener("change", () => this.#mistake(/** @type {Options["mistake"]} */ (mistake.value)));
    this.#check.addEventListener("click", () => this.emit("wanted", [this.options.batchSize]));
    this.#both.addEventListener("click", () => this.emit("wanted", [10, 100]));
    this.#cancel.addEventListener("click", () => this.emit("cancelled", undefined));
  }

  /** @param {GradientChecker} checker */
  update({ last, underWay }) {
    this.#cancel.setAttribute("aria-disabled", String(!underWay));
    this.#progress.value = underWay?.share ?? 0;
    setText(this.#doing, underWay ? `${doing[underWay.what]()} ${Math.floor(100 * underWay.share)}\u00a0%` : "");
    const { word, title, text } = last ? verdict(last) : { word: "", title: "", text: "" };
    this.#verdict.dataset["word"] = word;
    setText(this.#title, title);
    setText(this.#text, text);
  }

  /** @param {Options["mistake"]} mistake */
  #mistake(mistake) {
    if (ofPenalty(mistake) && this.options.l2 === 0) {
      this.options.l2 = breakableL2;
      this.#l2.update(breakableL2, false);
    }
    this.#set({ mistake });
  }

  /** @param {Partial<Options>} change */
  #set(change) {
    Object.assign(this.options, change);
    for (const name of Object.keys(change)) this.emit("changed", /** @type {keyof Options} */ (name));
  }
}

/** @param {string} label */
function toggle(label) {
  const input = element("input", { type: "checkbox" });
  return { input, root: element("label", { class: "toggle" }, input, element("span", {}, label)) };
}

/**
 * A setting of the Train page.
 * @param {string} name
 * @returns {Field}
 */
function named(name) {
  const field = fields.find((field) => field.name === name);
  if (!field) throw new Error(`there is no setting ${name}`);
  return field;
}
