import { element, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { cost, count, signed } from "../core/formats.js";
import { meanOf } from "../core/class_means.js";
import { newest } from "../core/latest.js";
import { biasOf, rowOf } from "../core/parameters.js";
import {
  channels,
  diverging,
  drawAroundGrey,
  drawBlended,
  drawImage,
  drawScaled,
  drawSigned,
  extent,
  limits,
  nameCanvas,
  pictureCanvas,
  plane,
  side,
} from "../core/pictures.js";
import { t } from "../texts/texts.js";
import { ClassPicker } from "./class_picker.js";
import { MinusChoice } from "./minus_choice.js";
import { PixelPicture } from "./pixel_picture.js";
import { SignedLegend } from "./signed_legend.js";
import { english, told } from "../texts/told.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {WeightFigures} from "../core/protocol.js" */
/** @import {Shown} from "./page.js" */

const filmLength = 11; // pictures of the epochs
const digits = 4; // decimals of a weight

/**
 * The weights of one class: as a picture, by channel, by pixel, and over the epochs.
 * @extends {Emitter<{changed: void, scrubbed: number, subtracted: number}>}
 */
export class WeightsMode extends Emitter {
  /** Which class is looked at. */
  chosen = 0;

  controls = element("div", { class: "mode-controls" });
  content = element("section", { class: "weights-mode", "aria-label": t("Weights of a class") });

  #picker = new ClassPicker("weights-class", t("Class"));
  #minus = new MinusChoice();
  #note = element("p", { class: "mode-note" });
  #blend = element("input", { type: "range", min: 0, max: 100, value: 100, id: "weights-blend" });
  #blending = element(
    "div",
    { class: "weights-blend" },
    element("label", { for: "weights-blend" }, t("class mean")),
    this.#blend,
    element("span", { "aria-hidden": "true" }, t("weights")),
  );
  #title = element("h2", {});
  #figures = element("dl", { class: "figures-row" });
  #norm = element("dd", {});
  #measure;
  /** @type {{weights: Float32Array, smoothing: number, figures: WeightFigures} | null} the last that were measured */
  #measured = null;
  #large = new PixelPicture("");
  #readout = element("p", { class: "pixel-readout", role: "status" });
  #channels = ["R", "G", "B"].map((name) => channelFigure(name));
  #template = pictureFigure();
  #mean = pictureFigure();
  #contrast = pictureFigure();
  #legend = new SignedLegend();
  #film = element("div", { class: "film", role: "group" });
  /** @type {Shown | null} */
  #shown = null;
  #drawnFilm = "";
  #drawnMeans = "";

  /** @param {Commands} commands */
  constructor(commands) {
    super();
    this.#measure = newest(
      (/** @type {{weights: Float32Array, smoothing: number}} */ { weights, smoothing }) =>
        commands.measureWeights(weights, smoothing),
      (question, figures) => {
        this.#measured = { ...question, figures };
        this.#drawMeasured();
      },
    );
    this.controls.append(this.#picker.root, this.#minus.root, this.#note, this.#legend.root);
    this.content.append(
      element("header", {}, this.#title, this.#figures),
      element(
        "div",
        { class: "weights-row" },
        element(
          "figure",
          { class: "weights-large" },
          this.#large.root,
          element("figcaption", {}, this.#blending, this.#readout),
        ),
        element(
          "div",
          { class: "weights-channels" },
          ...this.#channels.map(({ root }) => root),
          this.#template.root,
          this.#mean.root,
          this.#contrast.root,
        ),
      ),
      this.#film,
    );
    this.#picker.on("changed", (k) => this.choose(k));
    this.#large.on("pointed", () => this.#read());
    this.#minus.on("changed", (run) => {
      if (run !== null) this.emit("subtracted", run);
      this.emit("changed", undefined);
    });
    this.#blend.addEventListener("input", () => this.#drawLarge());
  }

  /** @param {number} k a class */
  choose(k) {
    this.chosen = k;
    this.emit("changed", undefined);
  }

  /** @param {Shown} whole */
  update(whole) {
    this.#minus.update(whole);
    const { difference } = this.#minus;
    const shown = difference ? { ...whole, weights: difference } : whole;
    const before = this.#shown;
    const name = shown.classes[this.chosen] ?? "";
    const same =
      before?.weights === shown.weights && before.theme === shown.theme && this.content.dataset["class"] === name;
    this.#shown = shown;
    this.content.dataset["class"] = name;
    this.#picker.update(shown.classes, shown.weights, this.chosen, difference ? drawAroundGrey : drawScaled);
    if (!same) this.#draw(shown, name);
    this.#updateFilm(shown, name);
    this.#updateMeans(shown, name);
  }

  /**
   * @param {Shown} shown
   * @param {string} name of the class
   */
  #draw(shown, name) {
    const row = rowOf(shown.weights, this.chosen);
    const { least, greatest } = limits(row);
    setText(this.#title, this.#titleOf(shown, name));
    setText(
      this.#note,
      this.#minus.difference
        ? t("The weights of one run minus the last weights of another. Grey is no difference.")
        : t(
            "Each class has a weight for every number of an image. The weights as a picture, scaled from the smallest to the largest, are what the network looks for.",
          ),
    );
    this.#figures.replaceChildren(
      ...figure(t("bias b"), signed(biasOf(shown.weights, this.chosen), digits)),
      element("div", {}, element("dt", {}, t("norm ‖W_k‖")), this.#norm),
      ...figure(t("min weight"), signed(least, digits)),
      ...figure(t("max weight"), signed(greatest, digits)),
    );
    this.#drawLarge();
    this.#large.label = this.#minus.difference
      ? t("{title}: difference of the weights, 32 × 32 pixels. Arrow keys go from pixel to pixel.", {
          title: this.#titleOf(shown, name),
        })
      : t("Weights of {class}, 32 × 32 pixels. Arrow keys go from pixel to pixel.", { class: name });
    const limit = extent(row);
    channels(row).forEach((values, i) => this.#channels[i]?.draw(values, limit, diverging[shown.theme], name));
    this.#legend.update(limit, digits, diverging[shown.theme]);
    this.#read();
    const smoothing = shown.run.settings.smoothing ?? 0;
    this.#template.root.hidden = smoothing === 0 || this.#minus.difference !== null;
    this.#drawMeasured();
    if (this.#measured?.weights !== shown.weights) this.#measure({ weights: shown.weights, smoothing });
  }

  /**
   * @param {Shown} shown
   * @param {string} name of the class
   */
  #titleOf({ run, runs }, name) {
    const other = this.#minus.difference && runs.find(({ id }) => id === this.#minus.chosen);
    return other ? t("{class}: {run} − {other}", { class: name, run: told(run.name), other: told(other.name) }) : name;
  }

  /** The class's weights, the mean of its images, or something between; a difference around grey. */
  #drawLarge() {
    if (!this.#shown) return;
    const row = rowOf(this.#shown.weights, this.chosen);
    const { means, comparable } = this.#shown;
    const mean = means && comparable && !this.#minus.difference ? meanOf(means, this.chosen) : null;
    const share = Number(this.#blend.value) / 100;
    this.#blending.classList.toggle("waiting", mean === null);
    this.#blend.setAttribute("aria-valuetext", t("{n} % weights", { n: this.#blend.value }));
    if (this.#minus.difference) drawAroundGrey(this.#large.canvas, row);
    else if (mean && share < 1) drawBlended(this.#large.canvas, mean, row, share);
    else drawScaled(this.#large.canvas, row);
  }

  /** The class's norm, and with smoothing W·S: what the weights of the smoothed image are on the image itself. */
  #drawMeasured() {
    if (!this.#measured || !this.#shown) return;
    const { smoothing, figures } = this.#measured;
    setText(this.#norm, cost(figures.norms[this.chosen] ?? NaN));
    if (smoothing === 0) return;
    const name = this.#shown.classes[this.chosen] ?? "";
    this.#template.root.classList.remove("waiting");
    drawScaled(this.#template.canvas, rowOf(figures.templates, this.chosen));
    this.#template.name(
      t("W·S, on the pixels"),
      t("Weights of {class} on the pixels before smoothing, W·S", { class: name }),
    );
  }

  /**
   * @param {Shown} shown
   * @param {string} name
   */
  #updateMeans({ means: known, data, comparable }, name) {
    const means = comparable ? known : null; // of other images than its own they say nothing
    const key = `${name}, ${means ? english(data.name) + data.fingerprint + data.splits.train : ""}`;
    if (key === this.#drawnMeans) return;
    this.#drawnMeans = key;
    for (const { root } of [this.#mean, this.#contrast]) root.classList.toggle("waiting", !means);
    this.#drawLarge();
    if (!means) return;
    const mean = meanOf(means, this.chosen);
    const contrast = mean.map((value, d) => value - (means.overall[d] ?? 0));
    const [own, rest] = [
      t("mean of {class}", { class: name }),
      t("class mean − overall mean, at most ±{value}", { value: Math.round(extent(contrast)) }),
    ];
    drawImage(this.#mean.canvas, mean);
    drawAroundGrey(this.#contrast.canvas, contrast);
    this.#mean.name(
      own,
      t("The mean of the {images} training images of {class}", {
        class: name,
        images: count(means.counts[this.chosen] ?? 0),
      }),
    );
    this.#contrast.name(rest, t("Class mean − overall mean of the training images: {class}", { class: name }));
  }

  /** Says the weights of the pixel that is pointed at. */
  #read() {
    const { at } = this.#large;
    this.#readout.classList.toggle("hint", !this.#shown || at === null);
    if (!this.#shown || at === null) {
      setText(this.#readout, t("Point at a pixel to read its weights."));
      return;
    }
    const row = rowOf(this.#shown.weights, this.chosen);
    const [r, g, b] = [0, 1, 2].map((channel) => signed(row[channel * plane + at] ?? 0, digits));
    setText(
      this.#readout,
      t("x {x}, y {y}: r {r}, g {g}, b {b}", {
        x: at % side,
        y: Math.floor(at / side),
        r: r ?? "",
        g: g ?? "",
        b: b ?? "",
      }),
    );
  }

  /**
   * @param {Shown} shown
   * @param {string} name
   */
  #updateFilm(shown, name) {
    const epochs = someEpochs(shown.epochs, filmLength);
    const key = [shown.run.id, name, shown.past ? shown.epoch : "now", ...epochs].join();
    if (key === this.#drawnFilm) return;
    this.#drawnFilm = key;
    this.#film.setAttribute("aria-label", t("Weights of {class} over the epochs", { class: name }));
    const focused = [...this.#film.children].indexOf(document.activeElement ?? this.#film);
    this.#film.replaceChildren(...epochs.map((epoch) => this.#frame(shown, epoch)));
    const again = this.#film.children[Math.min(focused, epochs.length - 1)];
    if (focused >= 0 && again instanceof HTMLElement) again.focus();
  }

  /**
   * @param {Shown} shown
   * @param {number} epoch
   */
  #frame(shown, epoch) {
    const canvas = pictureCanvas();
    const weights = shown.snapshot(epoch);
    if (weights) drawScaled(canvas, rowOf(weights, this.chosen));
    const current = epoch === shown.epoch;
    const button = element(
      "button",
      { type: "button", "aria-pressed": String(current), "aria-label": t("Epoch {epoch}", { epoch }) },
      canvas,
      element("span", {}, String(epoch)),
    );
    button.addEventListener("click", () => this.emit("scrubbed", epoch));
    return button;
  }
}

/** @param {string} term @param {string} value */
function figure(term, value) {
  return [element("div", {}, element("dt", {}, term), element("dd", {}, value))];
}

/** A channel as a picture of signed numbers. @param {string} name R, G or B */
function channelFigure(name) {
  const canvas = pictureCanvas("");
  const range = element("span", {});
  return {
    root: element("figure", {}, canvas, element("figcaption", {}, element("b", {}, name), range)),
    /**
     * @param {Float32Array} values
     * @param {number} limit
     * @param {import("../core/pictures.js").Diverging} colours
     * @param {string} of the class
     */
    draw(values, limit, colours, of) {
      drawSigned(canvas, values, limit, colours);
      const { least, greatest } = limits(values);
      const text = t("{least} to {greatest}", { least: signed(least, digits), greatest: signed(greatest, digits) });
      setText(range, text);
      nameCanvas(
        canvas,
        t("Weights of {class}, channel {channel}: {range}", { class: of, channel: name, range: text }),
      );
    },
  };
}

/** A picture with a caption. */
function pictureFigure() {
  const canvas = pictureCanvas("");
  const caption = element("figcaption", {});
  return {
    canvas,
    root: element("figure", { class: "waiting" }, canvas, caption),
    /** @param {string} short @param {string} long */
    name(short, long) {
      setText(caption, short);
      nameCanvas(canvas, long);
    },
  };
}

/**
 * Some epochs out of many: the first, the last, and evenly spread ones between.
 * @param {number[]} epochs ascending
 * @param {number} most
 */
function someEpochs(epochs, most) {
  if (epochs.length <= most) return epochs;
  const step = (epochs.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => epochs[Math.round(i * step)] ?? 0);
}
