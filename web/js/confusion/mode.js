import { element, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { sameData } from "../core/run_list.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { Choice } from "../ui/choice.js";
import { ConfusionHistogram } from "./histogram.js";
import { ConfusionImages } from "./images.js";
import { ConfusionMistakes } from "./mistakes.js";
import { ConfusionTable, fullShade } from "./table.js";

/** @import {SplitPictures} from "../core/split_pictures.js" */
/** @import {Inspected} from "../core/inspected.js" */
/** @import {Predictions} from "../core/predictions.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Predictions as Answer, Settings, SplitName} from "../core/protocol.js" */
/** @import {Cell} from "./table.js" */

const touched = matchMedia("(hover: none)");
/** Whether the images stand beside the matrix; on a narrow screen they are below it. */
const beside = matchMedia("(min-width: 77.5rem)");

/**
 * The confusion matrix of a split, the images behind its cells,
 * and how sure it is, beside a run with the other of softmax and sigmoid.
 * @extends {Emitter<{changed: void, opened: {split: SplitName, index: number}, wanted: Partial<Settings>}>} wanted: a
 *   run of these settings
 */
export class ConfusionMode extends Emitter {
  controls = element("div", { class: "mode-controls confusion-controls" });
  content = element("section", {
    class: "confusion-mode",
    "aria-label": t("Confusion matrix, with the images behind it"),
  });

  #predictions;
  #choice = new Choice("confusion-split", t("Split"), [
    ["validation", t("validation")],
    ["test", t("test")],
    ["train", t("train")],
  ]);
  #accuracy = element("strong", {});
  #where = element("span", {});
  #doing = element("span", { class: "confusion-doing", role: "status" });
  #words = element("p", { class: "confusion-words" });
  #note = element("p", { class: "confusion-note", hidden: true });
  #table = new ConfusionTable();
  #histogram = new ConfusionHistogram();
  #other = new ConfusionHistogram();
  #train = element("button", { type: "button", hidden: true });
  /** @type {Partial<Settings>} */
  #wanted = {};
  #last;
  #mistakes = new ConfusionMistakes();
  #images;
  #body;
  /** @type {Answer | null} what is drawn */
  #drawn = null;
  #trouble = "";
  /** @type {Answer | null} what is drawn beside it */
  #beside = null;
  #besideKey = "";
  /** @type {Cell | null} whose images are shown */
  #cell = null;

  /**
   * @param {Predictions} predictions
   * @param {SplitPictures} pictures
   * @param {(run: Run) => Float32Array | null} last the latest weights of a run
   */
  constructor(predictions, pictures, last) {
    super();
    this.#last = last;
    this.#train.addEventListener("click", () => this.emit("wanted", this.#wanted));
    this.#predictions = predictions;
    this.#images = new ConfusionImages(pictures);
    const scroller = element("div", { class: "scroller" }, this.#table.root);
    this.#body = element(
      "div",
      { class: "confusion-body", hidden: true },
      scroller,
      element(
        "div",
        { class: "confusion-side" },
        this.#images.root,
        this.#mistakes.root,
        this.#histogram.root,
        this.#other.root,
        this.#train,
      ),
    );
    this.content.append(
      element("header", {}, element("h2", {}, this.#accuracy, this.#where), this.#doing),
      this.#words,
      this.#note,
      this.#body,
    );
    this.controls.append(this.#choice.root, legend());
    this.#choice.on("changed", () => this.emit("changed", undefined));
    this.#table.on("pointed", (words) => this.#say(words));
    this.#table.on("chosen", (cell) => this.#choose(cell));
    this.#mistakes.on("chosen", (cell) => {
      this.#choose(cell);
      this.#table.focus(cell);
    });
    this.#images.on("closed", () => {
      this.#choose(null);
      this.#table.focus();
    });
    this.#images.on("opened", (index) => this.emit("opened", { split: this.#split, index }));
    predictions.on("changed", () => this.emit("changed", undefined));
    predictions.on("failed", (message) => (this.#trouble = message));
    this.#say("");
  }

  get #split() {
    return /** @type {SplitName} */ (this.#choice.value);
  }

  /** What a link can carry: the split and the chosen cell. @returns {{split: SplitName, cell: Cell | null}} */
  get state() {
    return { split: this.#split, cell: this.#cell };
  }

  set state({ split, cell }) {
    this.#choice.choose(split);
    this.#choose(cell);
    this.emit("changed", undefined);
  }

  /** @param {Inspected} shown */
  update(shown) {
    const { run, data, weights } = shown;
    const split = this.#split;
    if (!sameData(run.data, data)) {
      this.#explain(
        t("{run} was trained on other data ({data}). Load them to see its confusion matrix.", {
          run: told(run.name),
          data: told(run.data?.name ?? ""),
        }),
      );
      return;
    }
    if (data.splits[split] === 0) {
      this.#explain(t("There are no images in this split. The data panel gives them their roles."));
      return;
    }
    const answer = this.#predictions.of({ weights, split, data, settings: run.settings });
    if (answer) this.#trouble = "";
    const busy = answer === null && this.#trouble === "";
    this.#body.classList.toggle("computing", busy);
    this.content.setAttribute("aria-busy", String(busy));
    setText(this.#doing, busy ? t("computing…") : this.#trouble);
    if (answer && answer !== this.#drawn) this.#draw(answer, shown, split);
    if (answer) this.#compare(answer, shown, split);
  }

  /**
   * Puts the latest run with the other of softmax and sigmoid beside, or offers to train one.
   * @param {Answer} answer
   * @param {Inspected} shown
   * @param {SplitName} split
   */
  #compare(answer, { run, runs, data }, split) {
    const other = { softmax: "bce", bce: "softmax" }[String(lossOf(run))];
    const run2 = runs.findLast((run) => lossOf(run) === other && run.epoch > 0 && sameData(run.data, data));
    const weights = other && run2 ? this.#last(run2) : null;
    const found = run2 && weights ? this.#predictions.of({ weights, split, data, settings: run2.settings }) : null;
    this.#other.root.hidden = found === null;
    this.#train.hidden = other === undefined || weights !== null;
    if (other) this.#wanted = { ...run.settings, loss: other === "bce" ? "bce" : "softmax" };
    setText(
      this.#train,
      other === "bce" ? t("Train the same with sigmoids, to compare") : t("Train the same with softmax, to compare"),
    );
    const key = `${run.id} ${run2?.id} ${document.documentElement.lang}`;
    if (found === this.#beside && key === this.#besideKey) return;
    [this.#beside, this.#besideKey] = [found, key];
    const title = (/** @type {Run} */ { name, settings }) =>
      t("{kind}, {run}: confidence in the true class", {
        kind: settings.loss === "bce" ? t("sigmoid") : t("softmax"),
        run: told(name),
      });
    this.#histogram.update(answer.confusion, found ? title(run) : undefined);
    if (found && run2) this.#other.update(found.confusion, title(run2));
  }

  /**
   * @param {Answer} answer
   * @param {Inspected} shown
   * @param {SplitName} split
   */
  #draw(answer, { run, place, data }, split) {
    this.#drawn = answer;
    const { classes } = run.data ?? data; // by the names that its sentences are built from
    const { confusion } = answer;
    const values = {
      run: told(run.name),
      place,
      split: t(split),
      right: formats.count(confusion.right),
      total: formats.count(answer.labels.length),
    };
    setText(this.#accuracy, formats.percent(confusion.accuracy));
    setText(this.#where, t("accuracy: {right} of {total} right · {split}, {run}, {place}", values));
    this.#table.update(confusion, classes, t("Confusion matrix of {run} on {split}, {place}", values));
    this.#mistakes.update(confusion, classes);
    this.#besideKey = "";
    this.#images.update({ data, split, predictions: answer, classes });
    this.#body.hidden = false;
    this.#words.hidden = false;
    this.#note.hidden = confusion.unclear === 0;
    setText(
      this.#note,
      t("The weights have diverged: {n} images have no predicted class.", { n: formats.count(confusion.unclear) }),
    );
  }

  /** @param {string} why there is nothing to show */
  #explain(why) {
    this.#drawn = null;
    this.#body.hidden = true;
    this.#words.hidden = true;
    this.#note.hidden = false;
    this.content.setAttribute("aria-busy", "false");
    for (const part of [this.#accuracy, this.#where, this.#doing]) setText(part, "");
    setText(this.#note, why);
  }

  /** @param {string} words on what is pointed at */
  #say(words) {
    setText(
      this.#words,
      words ||
        (touched.matches
          ? t("Tap a cell to see its images.")
          : t("Point at a cell, or go there with the arrow keys; press it to see its images.")),
    );
    this.#words.classList.toggle("muted", words === "");
  }

  /** @param {Cell | null} cell */
  #choose(cell) {
    this.#cell = cell;
    this.#table.choose(cell);
    this.#images.choose(cell);
    this.#mistakes.root.hidden = cell !== null;
    if (cell && !beside.matches) this.#images.root.scrollIntoView({ block: "nearest" });
  }
}

/** @param {Run} run */
const lossOf = ({ settings }) => settings.loss ?? "softmax";

/** How to read the matrix. */
function legend() {
  const scale = element(
    "div",
    { class: "confusion-scale", "aria-hidden": "true" },
    element("span", {}, formats.wholePercent(0)),
    element("i", {}),
    element("span", {}, t("{share} or more", { share: formats.wholePercent(fullShade) })),
  );
  return element(
    "div",
    { class: "confusion-legend" },
    element(
      "p",
      {},
      t(
        "A row holds the images of one class and shows what they were classified as. The framed cells, on the diagonal, are right.",
      ),
    ),
    element("p", {}, t("Shade and per cent show the share of the row.")),
    scale,
  );
}
