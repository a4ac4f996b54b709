import { accuracy, confusionOf } from "../confusion/matrix.js";
import { element, setText } from "../dom.js";
import { Emitter } from "../emitter.js";
import * as formats from "../formats.js";
import { sameData } from "../run_list.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { Choice } from "./choice.js";
import { ConfusionHistogram } from "./confusion_histogram.js";
import { ConfusionImages } from "./confusion_images.js";
import { ConfusionMistakes } from "./confusion_mistakes.js";
import { ConfusionTable, fullShade } from "./confusion_table.js";

/** @import {SplitPictures} from "../confusion/split_pictures.js" */
/** @import {Inspected} from "../inspect_page.js" */
/** @import {Predictions} from "../predictions.js" */
/** @import {Predictions as Answer, SplitName} from "../protocol.js" */
/** @import {Cell} from "./confusion_table.js" */

const touched = matchMedia("(hover: none)");
/** Whether the images stand beside the matrix; on a narrow screen they are below it. */
const beside = matchMedia("(min-width: 77.5rem)");

/**
 * What the network takes for what: the confusion matrix of a split, the images behind its cells,
 * and how sure it is.
 * @extends {Emitter<{changed: void, opened: {split: SplitName, index: number}}>}
 */
export class ConfusionMode extends Emitter {
  controls = element("div", { class: "mode-controls confusion-controls" });
  content = element("section", { class: "confusion-mode", "aria-label": t("What is taken for what") });

  #predictions;
  #choice = new Choice("confusion-split", t("Split"), [["validation", t("validation")], ["test", t("test")], ["train", t("train")]]);
  #accuracy = element("strong", {});
  #where = element("span", {});
  #doing = element("span", { class: "confusion-doing", role: "status" });
  #words = element("p", { class: "confusion-words" });
  #note = element("p", { class: "confusion-note", hidden: true });
  #table = new ConfusionTable();
  #histogram = new ConfusionHistogram();
  #mistakes = new ConfusionMistakes();
  #images;
  #body;
  /** @type {Answer | null} what is drawn */
  #drawn = null;
  #trouble = "";
  /** @type {Cell | null} whose images are shown */
  #cell = null;

  /**
   * @param {Predictions} predictions
   * @param {SplitPictures} pictures
   */
  constructor(predictions, pictures) {
    super();
    this.#predictions = predictions;
    this.#images = new ConfusionImages(pictures);
    const scroller = element("div", { class: "scroller" }, this.#table.root);
    this.#body = element("div", { class: "confusion-body", hidden: true }, scroller, element("div", { class: "confusion-side" }, this.#images.root, this.#mistakes.root, this.#histogram.root));
    this.content.append(element("header", {}, element("h2", {}, this.#accuracy, this.#where), this.#doing), this.#words, this.#note, this.#body);
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
      this.#explain(t("{run} was trained on other data ({data}). Load them to see what it takes for what.", { run: told(run.name), data: told(run.data?.name ?? "") }));
      return;
    }
    if (data.splits[split] === 0) {
      this.#explain(t("There are no images in this split. The data panel gives them their roles."));
      return;
    }
    const answer = this.#predictions.of({ weights, split, data });
    if (answer) this.#trouble = "";
    const busy = answer === null && this.#trouble === "";
    this.#body.classList.toggle("computing", busy);
    this.content.setAttribute("aria-busy", String(busy));
    setText(this.#doing, busy ? t("computing…") : this.#trouble);
    if (answer && answer !== this.#drawn) this.#draw(answer, shown, split);
  }

  /**
   * @param {Answer} answer
   * @param {Inspected} shown
   * @param {SplitName} split
   */
  #draw(answer, { run, epoch, data }, split) {
    this.#drawn = answer;
    const { classes } = run.data ?? data; // by the names that its sentences are built from
    const confusion = confusionOf(answer, classes.length);
    const values = { run: told(run.name), epoch, split: t(split), right: formats.count(confusion.right), total: formats.count(confusion.total) };
    setText(this.#accuracy, formats.percent(accuracy(confusion)));
    setText(this.#where, t("accuracy: {right} of {total} right · {split}, {run}, epoch {epoch}", values));
    this.#table.update(confusion, classes, t("Confusion matrix of {run} on {split} after epoch {epoch}", values));
    this.#mistakes.update(confusion, classes);
    this.#histogram.update(answer);
    this.#images.update({ data, split, predictions: answer, classes });
    this.#body.hidden = false;
    this.#words.hidden = false;
    this.#note.hidden = confusion.unclear === 0;
    setText(this.#note, t("The weights have diverged: {n} images have no predicted class.", { n: formats.count(confusion.unclear) }));
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
    setText(this.#words, words || (touched.matches ? t("Tap a cell to see its images.") : t("Point at a cell, or go there with the arrow keys; press it to see its images.")));
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

/** How to read the matrix. */
function legend() {
  const scale = element("div", { class: "confusion-scale", "aria-hidden": "true" }, element("span", {}, formats.wholePercent(0)), element("i", {}), element("span", {}, t("{share} or more", { share: formats.wholePercent(fullShade) })));
  return element(
    "div",
    { class: "confusion-legend" },
    element("p", {}, t("A row holds the images of one class, and says what they were taken for. What is framed, on the diagonal, is right.")),
    element("p", {}, t("Shade and per cent: the share of the row.")),
    scale,
  );
}
