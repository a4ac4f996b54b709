import { element, setText } from "../dom.js";
import { percent, signed } from "../formats.js";
import { explain, predicted, standardize } from "../inspect/explain.js";
import { between, Painting } from "../inspect/painting.js";
import { diverging, drawImage, drawSigned, extent, plane, side } from "../inspect/pictures.js";
import { t } from "../texts/texts.js";
import { PaintTools } from "./paint_tools.js";
import { PixelPicture } from "./pixel_picture.js";
import { ScoreTable } from "./score_table.js";
import { SignedLegend } from "./signed_legend.js";

/** @import {Score} from "../inspect/explain.js" */
/** @import {Colour} from "../inspect/pictures.js" */
/** @import {Means} from "../inspect/class_means.js" */
/** @import {Shown} from "../inspect_page.js" */

const digits = 3; // decimals of the chosen class's logit

/**
 * What is explained.
 * @typedef {object} Explained
 * @property {Uint8Array} pixels the image: a new array is a new image
 * @property {number} truth its true class, or -1
 * @property {string} caption what it is
 */

/**
 * What the network makes of an image: logits, probabilities, and the evidence of each pixel. The
 * image can be painted over; the scores follow.
 */
export class Explanation {
  /** The element to place. */
  root = element("div", { class: "explanation" });

  #image = new PixelPicture("");
  #evidence = new PixelPicture("");
  #caption = element("figcaption", {});
  #evidenceCaption = element("figcaption", {});
  #readout = element("p", { class: "pixel-readout", role: "status" });
  #equation = element("p", { class: "equation" });
  #verdict = element("p", { class: "verdict-line", role: "status" });
  #legend = new SignedLegend();
  #tools = new PaintTools();
  #table = new ScoreTable();
  /** @type {Painting | null} */
  #painting = null;
  /** @type {Explained | null} */
  #explained = null;
  /** @type {Shown | null} */
  #shown = null;
  /** @type {Score[]} */
  #scores = [];
  /** @type {number | null} the class chosen by hand; else the predicted one */
  #chosen = null;
  #last = 0;
  #scheduled = false;

  constructor() {
    this.root.append(
      element(
        "div",
        { class: "explanation-pictures" },
        element("figure", {}, this.#image.root, this.#caption),
        element("figure", {}, this.#evidence.root, this.#evidenceCaption, this.#legend.root),
        this.#equation, this.#readout, this.#tools.root,
        element("p", { class: "mode-note" }, t("Orange pixels speak for the class, blue ones against it. All of them and the bias add up to the logit s; the ten logits make the probabilities p.")),
      ),
      element("div", { class: "explanation-scores" }, this.#verdict, this.#table.root),
    );
    this.#table.on("chosen", (k) => {
      this.#chosen = k;
      this.#draw();
    });
    this.#image.on("pointed", (at) => this.#point(at, this.#evidence));
    this.#evidence.on("pointed", (at) => this.#point(at, this.#image));
    this.#image.on("drawn", ({ at, begins }) => this.#paint(at, begins));
    this.#tools.on("changed", () => (this.#image.drawable = this.#tools.tool !== "look"));
    this.#tools.on("undo", () => this.#undo());
    this.#tools.on("reset", () => {
      this.#painting?.reset();
      this.#draw();
    });
    this.root.addEventListener("keydown", (event) => this.#type(event));
  }

  /**
   * @param {Explained} explained
   * @param {Shown} shown
   */
  update(explained, shown) {
    const same = this.#explained?.pixels === explained.pixels && this.#explained.truth === explained.truth && this.#explained.caption === explained.caption;
    const before = this.#shown;
    if (this.#explained?.pixels !== explained.pixels) {
      this.#painting = new Painting(explained.pixels);
      this.#chosen = null;
    }
    this.#explained = explained;
    this.#shown = shown;
    if (same && before?.weights === shown.weights && before.theme === shown.theme && before.means === shown.means && before.classes === shown.classes) return;
    this.#draw();
  }

  /** Takes the brush. */
  startPainting() {
    this.#tools.paint();
  }

  /** The pointer can be faster than the page: one drawing a frame. */
  #drawSoon() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#draw();
    });
  }

  #draw() {
    const [painting, shown, explained] = [this.#painting, this.#shown, this.#explained];
    if (!painting || !explained || !shown?.means) return;
    const { weights, classes, theme, means } = shown;
    const { changed } = painting;
    this.#scores = explain(weights, standardize(painting.pixels, means.scaler));
    const before = changed ? explain(weights, standardize(painting.original, means.scaler)).map(({ probability }) => probability) : null;
    const best = predicted(this.#scores);
    const chosen = this.#chosen ?? Math.max(0, best);
    const limit = Math.max(...this.#scores.map(({ evidence }) => extent(evidence)));
    const name = classes[chosen] ?? "";
    drawImage(this.#image.canvas, painting.pixels);
    drawSigned(this.#evidence.canvas, this.#scores[chosen]?.evidence ?? [], limit, diverging[theme]);
    this.#image.label = t("{caption}. Arrow keys go from pixel to pixel; while painting, space paints.", { caption: explained.caption });
    this.#evidence.label = t("Evidence of each pixel for {class}. Arrow keys go from pixel to pixel.", { class: name });
    setText(this.#caption, explained.caption);
    setText(this.#evidenceCaption, t("evidence for {class}: W ⊙ x", { class: name }));
    this.#legend.update(limit, digits, diverging[theme]);
    this.#tools.update({ undoable: painting.undoable, changed });
    this.#table.update({ scores: this.#scores, truth: explained.truth, predicted: best, before, limit, classes, chosen, theme });
    this.#sayVerdict(best, explained.truth, classes);
    this.#sayEquation(chosen, name);
    this.#read();
  }

  /**
   * @param {number} best
   * @param {number} truth
   * @param {string[]} classes
   */
  #sayVerdict(best, truth, classes) {
    if (best < 0) return setText(this.#verdict, t("The weights are no numbers any more: they predict nothing."));
    const values = { class: classes[best] ?? "", p: percent(this.#scores[best]?.probability ?? NaN), truth: classes[truth] ?? "" };
    if (truth < 0) return setText(this.#verdict, t("It takes this for {class}, {p}.", values));
    setText(this.#verdict, best === truth ? t("Right: {class}, {p}.", values) : t("Wrong: it takes this {truth} for {class}, {p}.", values));
  }

  /**
   * @param {number} chosen
   * @param {string} name
   */
  #sayEquation(chosen, name) {
    const score = this.#scores[chosen];
    if (!score) return;
    const { product, bias, logit, probability } = score;
    const [sum, b] = [signed(product, digits), signed(bias, digits).replace(/^([+−])/, " $1 ")];
    setText(this.#equation, t("s({class}) = Σ W ⊙ x + b = {sum}{b} = {s}, p = {p}", { class: name, sum, b, s: signed(logit, digits), p: percent(probability) }));
  }

  /**
   * What is pointed at in one picture is marked in the other.
   * @param {number | null} at
   * @param {PixelPicture} other
   */
  #point(at, other) {
    other.point(at);
    this.#read();
  }

  #read() {
    const { at } = this.#image;
    const [painting, shown] = [this.#painting, this.#shown];
    if (at === null || !painting || !shown?.means) {
      setText(this.#readout, t("Point at a pixel to read its evidence."));
      return;
    }
    const chosen = this.#chosen ?? Math.max(0, predicted(this.#scores));
    const [r, g, b] = painting.colourAt(at);
    const e = signed(this.#scores[chosen]?.evidence[at] ?? NaN, 4);
    setText(this.#readout, t("x {x}, y {y}: r {r}, g {g}, b {b}; evidence for {class} {e}", { x: at % side, y: Math.floor(at / side), r, g, b, class: shown.classes[chosen] ?? "", e }));
  }

  /**
   * @param {number} at
   * @param {boolean} begins a stroke
   */
  #paint(at, begins) {
    const [painting, means] = [this.#painting, this.#shown?.means];
    if (!painting || !means) return;
    const { tool, size, colour } = this.#tools;
    if (tool === "pick") {
      this.#tools.take(painting.colourAt(at));
      return;
    }
    if (begins) painting.begin();
    const own = tool === "erase" ? (/** @type {number} */ place) => meanColour(means, place) : () => colour;
    for (const place of begins ? [at] : between(this.#last, at)) painting.dab(place, size, own);
    this.#last = at;
    this.#drawSoon();
  }

  #undo() {
    this.#painting?.undo();
    this.#draw();
  }

  /** @param {KeyboardEvent} event */
  #type(event) {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    this.#undo();
  }
}

/**
 * The training images' mean, which is no evidence for any class.
 * @param {Means} means
 * @param {number} at
 * @returns {Colour}
 */
function meanColour({ all }, at) {
  return [all[at] ?? 0, all[plane + at] ?? 0, all[2 * plane + at] ?? 0];
}
