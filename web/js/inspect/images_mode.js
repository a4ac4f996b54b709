import { element, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { count } from "../core/formats.js";
import { filtered, usualFilter } from "../core/image_filter.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { Explanation } from "./explanation.js";
import { ImageFilterForm } from "./image_filter_form.js";
import { ImageGrid } from "./image_grid.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {SplitPictures} from "../core/split_pictures.js" */
/** @import {Filter} from "../core/image_filter.js" */
/** @import {Shown} from "./page.js" */
/** @import {Predictions} from "../core/predictions.js" */
/** @import {Data, Predictions as Answer, SplitName} from "../core/protocol.js" */

/**
 * The images of a split with their predictions, and one of them explained.
 * @extends {Emitter<{changed: void}>}
 */
export class ImagesMode extends Emitter {
  controls = element("div", { class: "mode-controls images-controls" });
  content = element("section", { class: "images-mode", "aria-label": t("An image explained") });

  #predictions;
  #pictures;
  #form = new ImageFilterForm();
  #grid = new ImageGrid();
  #explanation;
  #note = element("p", { class: "mode-message", hidden: true });
  #chosen = -1;
  /**
   * @type {{data: Data, split: SplitName, answer: Answer, filter: string, indices: number[]} | null} whose images are
   *   listed
   */
  #listed = null;
  #drawn = "";
  /** @type {Answer | null} whose images are drawn */
  #drawnOf = null;
  /** Whether the next answer says which filter the chosen image belongs to. */
  #filterWanted = false;

  /**
   * @param {Commands} commands
   * @param {Predictions} predictions
   * @param {SplitPictures} pictures
   */
  constructor(commands, predictions, pictures) {
    super();
    this.#explanation = new Explanation(commands);
    this.#predictions = predictions;
    this.#pictures = pictures;
    this.controls.append(this.#form.root, this.#grid.root);
    this.content.append(this.#note, this.#explanation.root);
    this.#form.on("changed", () => {
      this.#grid.rewind();
      this.#chosen = -1;
      this.emit("changed", undefined);
    });
    this.#grid.on("chosen", (index) => {
      this.#chosen = index;
      this.emit("changed", undefined);
    });
    this.#grid.on("changed", () => this.emit("changed", undefined));
    predictions.on("changed", () => this.emit("changed", undefined));
  }

  /** What is looked at, for a link. */
  get place() {
    return { split: this.#form.split, index: this.#chosen, filter: this.#form.filter };
  }

  /**
   * Shows an image, among those of its class with the same prediction.
   * @param {{split: SplitName, index: number}} place
   */
  open({ split, index }) {
    this.#filterWanted = true;
    this.look({ split, index });
  }

  /**
   * Shows an image, whatever the filter is.
   * @param {{split: SplitName, index: number}} place
   */
  look({ split, index }) {
    this.#form.split = split;
    this.#chosen = index;
    this.emit("changed", undefined);
  }

  /** @param {Filter} filter */
  set filter(filter) {
    this.#form.filter = filter;
    this.emit("changed", undefined);
  }

  /** @param {Shown} shown */
  update(shown) {
    const { run, data, weights, classes, comparable } = shown;
    const { split } = this.#form;
    this.#form.update(classes);
    const fresh =
      comparable && data.splits[split] > 0
        ? this.#predictions.of({ weights, split, data, settings: run.settings })
        : null;
    // While the worker predicts, as in training, the list stays; the image is explained by the weights as they are.
    const before =
      this.#listed?.data === data && this.#listed.split === split && comparable ? this.#listed.answer : null;
    const answer = fresh ?? before;
    if (answer) this.#list(answer, shown);
    let why = "";
    if (!comparable)
      why = t("{run} was trained on other data ({data}). Load them to see what it makes of their images.", {
        run: told(run.name),
        data: told(run.data?.name ?? ""),
      });
    else if (data.splits[split] === 0)
      why = t("There are no images in this split. The data panel gives them their roles.");
    else if (answer && this.#listed?.indices.length === 0) why = t("No image matches this filter.");
    if (why) {
      this.#grid.empty();
      this.#drawn = "";
    }
    const none = why !== "" || this.#chosen < 0;
    setText(this.#note, why);
    this.#note.hidden = why === "";
    this.#explanation.root.hidden = none;
    this.controls.classList.toggle("mixed", this.#form.filter.outcome === "any");
    this.controls.classList.toggle("computing", why === "" && !fresh);
    if (!none && answer) this.#draw(answer, shown);
  }

  /**
   * @param {Answer} answer
   * @param {Shown} shown
   */
  #list(answer, { data }) {
    if (this.#filterWanted) {
      const [truth, predicted] = [answer.labels[this.#chosen] ?? -1, answer.predicted[this.#chosen] ?? -1];
      this.#form.filter = { ...usualFilter, outcome: "any", truth, predicted };
      this.#filterWanted = false;
    }
    const filter = JSON.stringify(this.#form.filter);
    if (this.#listed?.answer !== answer || this.#listed.filter !== filter || this.#listed.data !== data) {
      if (this.#listed && this.#listed.data !== data) this.#chosen = -1;
      this.#listed = { data, split: this.#form.split, answer, filter, indices: filtered(answer, this.#form.filter) };
    }
    if (this.#chosen < 0 || this.#chosen >= answer.labels.length) this.#chosen = this.#listed.indices[0] ?? -1;
    this.#grid.list(this.#listed.indices, this.#chosen);
  }

  /**
   * @param {Answer} answer
   * @param {Shown} shown
   */
  async #draw(answer, shown) {
    const { data, classes } = shown;
    const { split } = this.#form;
    const { indices } = this.#grid;
    const key = [split, classes, ...indices].join();
    const chosen = this.#chosen;
    const stale = () => []; // a request that is refused, since the data have changed
    const pixels = await this.#pictures.of(data, split, [chosen, ...indices]).catch(stale);
    const image = pixels[0];
    if (!image || chosen !== this.#chosen || split !== this.#form.split) return;
    if (this.#drawn !== key || this.#drawnOf !== answer) this.#grid.draw(pixels.slice(1), answer, classes);
    [this.#drawn, this.#drawnOf] = [key, answer];
    const truth = answer.labels[chosen] ?? -1;
    const caption = t("image {index} of {split}: {class}", {
      index: count(chosen),
      split: t(split),
      class: classes[truth] ?? "",
    });
    this.#explanation.update({ pixels: image, truth, caption }, shown);
  }
}
