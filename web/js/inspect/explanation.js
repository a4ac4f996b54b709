import { element, setText } from "../ui/dom.js";
import { decimalsThatAddUp } from "../core/figures.js";
import { count, percent, signed } from "../core/formats.js";
import { newest } from "../core/latest.js";
import { between, Painting } from "./painting.js";
import { diverging, drawImage, drawSigned, extent, plane, side } from "../core/pictures.js";
import { t } from "../texts/texts.js";
import { PaintTools } from "./paint_tools.js";
import { PixelPicture } from "./pixel_picture.js";
import { ScoreTable, scoresOf } from "./score_table.js";
import { SignedLegend } from "./signed_legend.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {Colour} from "../core/pictures.js" */
/** @import {ClassMeans as Means, Settings} from "../core/protocol.js" */
/** @import {Shown} from "./page.js" */
/** @import {Score} from "./score_table.js" */

const digits = 3; // decimals of the chosen class's logit, or more if its sum needs them

/**
 * The image that is explained.
 * @typedef {object} Explained
 * @property {Uint8Array<ArrayBuffer>} pixels the image: a new array is a new image
 * @property {number} truth its true class, or -1
 * @property {string} caption what it is
 */

/**
 * The request to the worker: the current image and, if it is painted over, the original, one after the other.
 * @typedef {{painting: Painting, pixels: Uint8Array<ArrayBuffer>, weights: Float32Array, settings: Settings}} Question
 */

/**
 * The network's prediction for an image: logits, probabilities, and the evidence of each pixel. The
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
  #fooled = element("p", { class: "fooled", role: "status", hidden: true });
  #tools = new PaintTools();
  #table = new ScoreTable();
  /** @type {Painting | null} */
  #painting = null;
  /** @type {Uint8Array | null} the picture after the smallest change */
  #fooledPixels = null;
  /** @type {Explained | null} */
  #explained = null;
  /** @type {Shown | null} */
  #shown = null;
  #explain;
  /** @type {Painting | null} what the scores are of, as it was a moment ago */
  #scored = null;
  /** @type {Score[]} */
  #scores = [];
  #predicted = -1;
  /** @type {ArrayLike<number> | null} probabilities before the image was painted over */
  #before = null;
  /** @type {number | null} the class chosen by hand; else the predicted one */
  #chosen = null;
  #last = 0;
  #scheduled = false;

  /** @param {Commands} commands */
  constructor(commands) {
    this.#explain = newest(
      (/** @type {Question} */ { pixels, weights, settings }) => commands.explain(pixels, weights, settings),
      ({ painting }, [now, original]) => {
        if (!now || painting !== this.#painting) return; // another image has been asked for since
        [this.#scored, this.#scores, this.#predicted] = [painting, scoresOf(now), now.predicted];
        this.#before = original?.probabilities ?? null;
        this.#draw();
      },
    );
    this.root.append(
      element(
        "div",
        { class: "explanation-pictures" },
        element("figure", {}, this.#image.root, this.#caption),
        element("figure", {}, this.#evidence.root, this.#evidenceCaption, this.#legend.root),
        this.#equation,
        this.#readout,
        this.#tools.root,
        element(
          "p",
          { class: "mode-note" },
          t(
            "Orange pixels are evidence for the class, blue ones against it. All of them and the bias add up to the logit s; softmax turns the ten logits into ten probabilities p.",
          ),
        ),
      ),
      element("div", { class: "explanation-scores" }, this.#verdict, this.#fooled, this.#table.root),
    );
    this.#table.on("chosen", (k) => {
      this.#chosen = k;
      this.#draw();
    });
    this.#image.on("pointed", (at) => this.#point(at, this.#evidence));
    this.#evidence.on("pointed", (at) => this.#point(at, this.#image));
    this.#image.on("drawn", ({ at, begins }) => this.#paint(at, begins));
    this.#tools.on("changed", () => (this.#image.drawable = this.#tools.tool !== "look"));
    this.#tools.on("flip", () => this.#fool(commands));
    this.#tools.on("undo", () => this.#undo());
    this.#tools.on("reset", () => {
      this.#painting?.reset();
      this.#ask();
    });
    this.root.addEventListener("keydown", (event) => this.#type(event));
  }

  /**
   * @param {Explained} explained
   * @param {Shown} shown
   */
  update(explained, shown) {
    const same =
      this.#explained?.pixels === explained.pixels &&
      this.#explained.truth === explained.truth &&
      this.#explained.caption === explained.caption;
    const before = this.#shown;
    const asked = before?.weights === shown.weights && before.run.settings === shown.run.settings;
    if (this.#explained?.pixels !== explained.pixels) {
      this.#painting = new Painting(explained.pixels);
      this.#chosen = null;
    }
    this.#explained = explained;
    this.#shown = shown;
    if (!same || !asked) this.#ask();
    else if (before.theme !== shown.theme || before.classes !== shown.classes) this.#draw();
  }

  /** Takes the brush. */
  startPainting() {
    this.#tools.paint();
  }

  /** The pointer can be faster than the page: one request per frame. */
  #askSoon() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      if (this.#painting) drawImage(this.#image.canvas, this.#painting.pixels);
      this.#ask();
    });
  }

  /** Requests the scores of the current and of the original image. The drawing stays until they arrive. */
  #ask() {
    const [painting, shown] = [this.#painting, this.#shown];
    if (!painting || !shown) return;
    const { pixels, original, changed } = painting;
    const both = new Uint8Array((changed ? 2 : 1) * pixels.length);
    both.set(pixels);
    if (changed) both.set(original, pixels.length);
    this.#explain({ painting, pixels: both, weights: shown.weights, settings: shown.run.settings });
  }

  #draw() {
    const [painting, shown, explained] = [this.#painting, this.#shown, this.#explained];
    if (!painting || !explained || !shown || painting !== this.#scored) return;
    const { classes, theme, run } = shown;
    const { changed } = painting;
    const best = this.#predicted;
    const chosen = this.#chosen ?? Math.max(0, best);
    const limit = Math.max(...this.#scores.map(({ evidence }) => extent(evidence)));
    const name = classes[chosen] ?? "";
    drawImage(this.#image.canvas, painting.pixels);
    drawSigned(this.#evidence.canvas, this.#scores[chosen]?.evidence ?? [], limit, diverging[theme]);
    this.#image.label = t("{caption}. Arrow keys go from pixel to pixel; while painting, space paints.", {
      caption: explained.caption,
    });
    this.#evidence.label = t("Evidence of each pixel for {class}. Arrow keys go from pixel to pixel.", { class: name });
    setText(this.#caption, explained.caption);
    setText(this.#evidenceCaption, t("evidence for {class}: W ⊙ x", { class: name }));
    this.#legend.update(limit, digits, diverging[theme]);
    this.#tools.update({ undoable: painting.undoable, changed, foolable: best >= 0 && !run.settings.smoothing });
    this.#fooled.hidden = !changed || painting.pixels !== this.#fooledPixels;
    this.#table.update({
      scores: this.#scores,
      truth: explained.truth,
      predicted: best,
      before: this.#before,
      limit,
      classes,
      chosen,
      theme,
    });
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
    if (best < 0) return setText(this.#verdict, t("The weights are no longer numbers, so no class is predicted."));
    const values = {
      class: classes[best] ?? "",
      p: percent(this.#scores[best]?.probability ?? NaN),
      truth: classes[truth] ?? "",
    };
    if (truth < 0) return setText(this.#verdict, t("Predicted: {class}, {p}.", values));
    setText(
      this.#verdict,
      best === truth
        ? t("Predicted: {class}, {p}. Right.", values)
        : t("Predicted: {class}, {p}. Wrong: it is {truth}.", values),
    );
  }

  /**
   * @param {number} chosen
   * @param {string} name
   */
  #sayEquation(chosen, name) {
    const score = this.#scores[chosen];
    if (!score) return;
    const { product, bias, logit, probability } = score;
    const decimals = decimalsThatAddUp([product, bias], logit, digits);
    const sum = signed(product, decimals);
    const b = signed(bias, decimals).replace(/^[+−]?/, (sign) => ` ${sign || "+"} `);
    setText(
      this.#equation,
      t("s({class}) = Σ W ⊙ x + b = {sum}{b} = {s}, p = {p}", {
        class: name,
        sum,
        b,
        s: signed(logit, decimals),
        p: percent(probability),
      }),
    );
  }

  /**
   * The pixel pointed at in one picture is marked in the other.
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
    this.#readout.classList.toggle("hint", at === null || !painting || !shown);
    if (at === null || !painting || !shown) {
      setText(this.#readout, t("Point at a pixel to read its evidence."));
      return;
    }
    const chosen = this.#chosen ?? Math.max(0, this.#predicted);
    const [r, g, b] = painting.colourAt(at);
    const e = signed(this.#scores[chosen]?.evidence[at] ?? NaN, 4);
    setText(
      this.#readout,
      t("x {x}, y {y}: r {r}, g {g}, b {b}; evidence for {class} {e}", {
        x: at % side,
        y: Math.floor(at / side),
        r,
        g,
        b,
        class: shown.classes[chosen] ?? "",
        e,
      }),
    );
  }

  /**
   * @param {number} at
   * @param {boolean} begins a stroke
   */
  #paint(at, begins) {
    const { tool, size, colour } = this.#tools;
    const [painting, means] = [this.#painting, this.#shown?.means];
    if (!painting || (tool === "erase" && !means)) return;
    if (tool === "pick") {
      this.#tools.take(painting.colourAt(at));
      return;
    }
    if (begins) painting.begin();
    const own = tool === "erase" && means ? (/** @type {number} */ place) => meanColour(means, place) : () => colour;
    for (const place of begins ? [at] : between(this.#last, at)) painting.dab(place, size, own);
    this.#last = at;
    this.#askSoon();
  }

  /**
   * Makes the smallest change that turns the picture into another class.
   * @param {Commands} commands
   */
  async #fool(commands) {
    const [painting, shown] = [this.#painting, this.#shown];
    if (!painting || !shown || shown.run.settings.smoothing) return;
    const before = painting.pixels;
    const flip = await commands.findFlip(before, shown.weights, shown.run.settings).catch(() => null);
    if (!flip || flip.pixels.length === 0 || painting !== this.#painting || painting.pixels !== before) return;
    painting.replace(flip.pixels);
    this.#fooledPixels = painting.pixels;
    const values = {
      from: shown.classes[flip.from] ?? "",
      to: shown.classes[flip.to] ?? "",
      length: signed(flip.length, 1).replace("+", ""),
      mean: signed(flip.mean, 2).replace("+", ""),
      most: count(flip.most),
    };
    setText(
      this.#fooled,
      t(
        "The nearest class is {to}: from {from} it is a change of ‖δ‖ = {length} along W({to}) − W({from}). In whole numbers each of the 3,072 changes by {mean} of 255 on average, by {most} at most.",
        values,
      ),
    );
    this.#ask();
  }

  #undo() {
    this.#painting?.undo();
    this.#ask();
  }

  /** @param {KeyboardEvent} event */
  #type(event) {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    this.#undo();
  }
}

/**
 * The training images' mean, which is evidence for no class.
 * @param {Means} means
 * @param {number} at
 * @returns {Colour}
 */
function meanColour({ overall }, at) {
  return [overall[at] ?? 0, overall[plane + at] ?? 0, overall[2 * plane + at] ?? 0];
}
