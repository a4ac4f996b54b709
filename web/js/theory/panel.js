import { Emitter } from "../core/emitter.js";
import { cost, count, percent, setting } from "../core/formats.js";
import { rowOf, together } from "../core/parameters.js";
import { drawScaled, nameCanvas, pictureCanvas } from "../core/pictures.js";
import { t } from "../texts/texts.js";
import { element, setText } from "../ui/dom.js";
import { LineChart } from "../ui/line_chart.js";

/** @import {Line} from "../ui/line_chart.js" */
/** @import {OneMinimum, Side, SweepName} from "./experiments.js" */
/** @import {Place} from "./sweep.js" */
/** @import {Baseline, BaselineName, Curvature, Ensemble} from "./theory.js" */

const names = () => ({ mean: t("nearest class mean"), ridge: t("ridge regression") });

/**
 * The baselines, one press each, and the step length that the theory allows.
 * @extends {Emitter<{baseline: BaselineName, ensemble: void, curvature: void, marked: boolean, beside: Side,
 *   minimum: void, swept: SweepName, stopped: void}>}
 */
export class TheoryPanel extends Emitter {
  root = element("div", { class: "theory", role: "group", "aria-label": t("Compare") });

  #busy = element("p", { role: "status" });
  #table = element("tbody", {});
  #figure = element("div", { class: "theory-templates" });
  #together = element("p", {});
  #byCount = new LineChart();
  #apart = new LineChart();
  #between = new LineChart();
  /** @type {Record<SweepName, LineChart>} */
  #swept = { l2: new LineChart(), trainingImages: new LineChart() };
  #stop = this.#button(t("Stop"), () => this.emit("stopped", undefined));
  #bowl = element("p", {});
  #mark = element("input", { type: "checkbox", id: "theory-mark" });
  #chance = element("td", {});

  constructor() {
    super();
    this.root.append(
      element("h3", {}, t("Compare")),
      element(
        "div",
        { class: "theory-buttons" },
        this.#button(t("Nearest class mean"), () => this.emit("baseline", "mean")),
        this.#button(t("Ridge regression"), () => this.emit("baseline", "ridge")),
        this.#button(t("Ensemble"), () => this.emit("ensemble", undefined)),
      ),
      element("div", { class: "theory-busy" }, this.#busy, this.#stop),
      element(
        "table",
        { class: "theory-table" },
        element("caption", { class: "visually-hidden" }, t("Accuracies of what the network is compared with")),
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            element("td", {}),
            ...["train", "validation", "test"].map((split) => element("th", { scope: "col" }, t(split))),
          ),
        ),
        this.#table,
      ),
      this.#figure,
      this.#together,
      this.#byCount.root,
      element("h3", {}, t("How long a step may be")),
      element(
        "p",
        {},
        t(
          "Along its steepest direction the cost is a parabola of curvature L. With η above 2/L each step overshoots the minimum and ends higher on the other side.",
        ),
      ),
      element(
        "div",
        { class: "theory-buttons" },
        this.#button(t("Measure L"), () => this.emit("curvature", undefined)),
        this.#button(t("A run below 2/L"), () => this.emit("beside", "below")),
        this.#button(t("A run above 2/L"), () => this.emit("beside", "above")),
      ),
      this.#bowl,
      element(
        "label",
        { class: "toggle" },
        this.#mark,
        element("span", {}, t("mark 2/L on the η slider, while it trains too")),
      ),
      element("h3", {}, t("One minimum")),
      element(
        "p",
        {},
        t("With λ > 0 the cost of one layer is strictly convex: wherever training begins, it ends at the same W."),
      ),
      element(
        "div",
        { class: "theory-buttons" },
        this.#button(t("Train from two seeds"), () => this.emit("minimum", undefined)),
      ),
      this.#apart.root,
      this.#between.root,
      element("h3", {}, t("Bias and variance")),
      element(
        "p",
        {},
        t(
          "Three seeds at each place, with the settings as they are: their mean error, and the band from the smallest to the largest.",
        ),
      ),
      element(
        "div",
        { class: "theory-buttons" },
        this.#button(t("Over λ"), () => this.emit("swept", "l2")),
        this.#button(t("Over the number of images"), () => this.emit("swept", "trainingImages")),
      ),
      this.#swept.l2.root,
      this.#swept.trainingImages.root,
    );
    this.#stop.hidden = true;
    this.#mark.addEventListener("change", () => this.emit("marked", this.#mark.checked));
  }

  /**
   * The task in progress, or nothing, and whether it can be stopped.
   * @param {string} text
   * @param {boolean} [stoppable]
   */
  busy(text, stoppable = false) {
    setText(this.#busy, text);
    this.#stop.hidden = !stoppable;
  }

  /** @param {number} classes */
  showChance(classes) {
    if (this.#chance.parentElement === null)
      this.#table.prepend(element("tr", {}, element("th", { scope: "row" }, t("chance")), this.#chance));
    this.#chance.colSpan = 3;
    setText(this.#chance, percent(1 / classes));
  }

  /**
   * @param {Baseline} baseline
   * @param {string[]} classes
   */
  show({ name, train, validation, test, weights }, classes) {
    const row = element(
      "tr",
      { "data-name": name },
      element("th", { scope: "row" }, names()[name]),
      ...[train, validation, test].map(({ accuracy }) => element("td", {}, percent(accuracy))),
    );
    const before = this.#table.querySelector(`[data-name="${name}"]`);
    if (before) before.replaceWith(row);
    else this.#table.append(row);
    const parameters = together(weights);
    this.#figure.replaceChildren(
      element("p", {}, names()[name]),
      ...classes.map((label, k) => {
        const canvas = pictureCanvas("");
        nameCanvas(canvas, label);
        drawScaled(canvas, rowOf(parameters, k));
        return canvas;
      }),
    );
  }

  /** @param {Ensemble} ensemble */
  showEnsemble({ members, vote, mean, averagedWeights, accuracyByCount }) {
    const said = t(
      "{n} runs: by majority {vote}, by mean probability {mean}, mean weights {averaged}; alone {alone}. By number: {list}.",
      {
        n: members,
        vote: percent(vote.test),
        mean: percent(mean.test),
        averaged: averagedWeights.test === null ? "–" : percent(averagedWeights.test),
        alone: percent(accuracyByCount[0]?.mean ?? NaN),
        list: accuracyByCount.map(({ members, mean }) => `${members}: ${percent(mean)}`).join(", "),
      },
    );
    setText(this.#together, said);
    /** @param {"vote" | "mean" | "averaged"} name @param {string} label @param {Line["kind"]} kind @returns {Line} */
    const line = (name, label, kind) => ({
      label,
      kind,
      points: accuracyByCount.map((at) => [at.members, at[name] ?? NaN]),
    });
    const lines = [
      line("vote", t("by majority"), "first"),
      line("mean", t("by mean probability"), "second"),
      ...(averagedWeights.test === null ? [] : [line("averaged", t("mean weights"), "third")]),
    ];
    this.#byCount.draw({
      title: t("An ensemble by its number of runs"),
      xLabel: t("runs"),
      yLabel: t("test accuracy"),
      lines,
      write: String,
      writeY: percent,
    });
  }

  /** @param {OneMinimum} found */
  showMinimum({ distances, costs, l2 }) {
    const write = (/** @type {number} */ value) => setting(Number(value.toPrecision(3)));
    this.#apart.draw({
      title: t("Two seeds, λ = {l2}", { l2: setting(l2) }),
      xLabel: t("epoch"),
      yLabel: t("‖W₁ − W₂‖, how far apart"),
      lines: [{ label: "", kind: "first", points: distances }],
      write: String,
      writeY: write,
    });
    this.#between.draw({
      title: t("The cost on the line through both"),
      xLabel: t("fraction of the way: 0 and 1 are the two runs"),
      yLabel: t("train cost"),
      lines: [{ label: "", kind: "first", points: costs }],
      write: setting,
      writeY: (value) => cost(value, 5),
    });
  }

  /**
   * @param {SweepName} name
   * @param {Place[]} places
   */
  showSweep(name, places) {
    /** @param {"train" | "validation"} split @param {Line["kind"]} kind @returns {Line} */
    const line = (split, kind) => ({
      label: t(split),
      kind,
      points: places.map((place) => [place.at, place[split].mean]),
      band: places.map((place) => [place.at, place[split].least, place[split].most]),
    });
    const words =
      name === "l2"
        ? { title: t("Errors over λ: variance on the left, bias on the right"), xLabel: "λ" }
        : { title: t("Learning curves"), xLabel: t("training images") };
    this.#swept[name].draw({
      ...words,
      yLabel: t("share of wrong images"),
      lines: [line("train", "first"), line("validation", "second")],
      xLog: true,
      write: name === "l2" ? setting : count,
      writeY: percent,
    });
  }

  /** @param {Curvature} curvature */
  showCurvature({ largestEigenvalue, criticalLearningRate, iterations }) {
    setText(
      this.#bowl,
      t("L = {L}, so η < 2/L = {rate} ({n} iterations).", {
        L: setting(Number(largestEigenvalue.toPrecision(4))),
        rate: setting(Number(criticalLearningRate.toPrecision(3))),
        n: iterations,
      }),
    );
  }

  /**
   * @param {string} text
   * @param {() => void} act
   */
  #button(text, act) {
    const button = element("button", { type: "button" }, text);
    button.addEventListener("click", act);
    return button;
  }
}
