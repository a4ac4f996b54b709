import { element, setText } from "../ui/dom.js";
import { shape, words } from "../ui/svg.js";
import * as formats from "../core/formats.js";
import { probabilityBins } from "../core/constants.js";
import { t } from "../texts/texts.js";

/** @import {Confusion} from "../core/protocol.js" */

const bins = probabilityBins;
const [width, height] = [304, 176];
const plot = { left: 56, right: 296, top: 8, bottom: 136 };
const binWidth = (plot.right - plot.left) / bins;

const touched = matchMedia("(hover: none)");

/**
 * The network's confidence in the true class: right images upward, wrong ones downward.
 * Arrow keys and the pointer read it bin by bin.
 */
export class ConfusionHistogram {
  /** The element to place. */
  root = element("figure", { class: "confusion-histogram" });

  #picture = element("div", { role: "img", tabindex: 0, class: "histogram-picture" });
  #readout = element("figcaption", { "aria-live": "polite" });
  #body = element("tbody", {});
  #counts = { right: [0], wrong: [0] };
  /** @type {number | null} the bin that is read */
  #at = null;
  #title = element("h3", {}, t("Confidence in the true class"));
  #marker = shape("rect", { class: "histogram-marker", y: plot.top, height: plot.bottom - plot.top, width: binWidth });

  constructor() {
    const head = [t("p(true class)"), t("right"), t("wrong")].map((text) => element("th", { scope: "col" }, text));
    const table = element(
      "table",
      {},
      element("caption", {}, t("Images by the probability of their true class")),
      element("thead", {}, element("tr", {}, ...head)),
      this.#body,
    );
    this.root.append(this.#title, this.#picture, this.#readout, element("div", { class: "visually-hidden" }, table));
    this.#picture.addEventListener("pointermove", (event) => this.#read(this.#binAt(event)));
    this.#picture.addEventListener("pointerdown", (event) => this.#read(this.#binAt(event)));
    this.#picture.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && this.#read(null));
    this.#picture.addEventListener("blur", () => this.#read(null));
    this.#picture.addEventListener("keydown", (event) => this.#move(event));
  }

  /**
   * @param {Confusion} confusion
   * @param {string} [whose] if there is another one to compare it with
   */
  update({ rightBins: right, wrongBins: wrong }, whose) {
    setText(this.#title, whose ?? t("Confidence in the true class"));
    this.#counts = { right, wrong };
    this.#picture.replaceChildren(drawing(right, wrong, this.#marker));
    this.#picture.setAttribute(
      "aria-label",
      t(
        "Histogram of the probability of the true class: {right} images that are right, {wrong} that are wrong. Arrow keys read it.",
        { right: formats.count(sum(right)), wrong: formats.count(sum(wrong)) },
      ),
    );
    this.#body.replaceChildren(
      ...right.map((count, i) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, range(i)),
          element("td", {}, formats.count(count)),
          element("td", {}, formats.count(wrong[i] ?? 0)),
        ),
      ),
    );
    this.#read(this.#at);
  }

  /** @param {number | null} bin */
  #read(bin) {
    this.#at = bin;
    this.#marker.setAttribute("visibility", bin === null ? "hidden" : "visible");
    this.#marker.setAttribute("x", String(plot.left + (bin ?? 0) * binWidth));
    const [right, wrong] = [this.#counts.right[bin ?? 0] ?? 0, this.#counts.wrong[bin ?? 0] ?? 0].map(formats.count);
    this.#readout.classList.toggle("hint", bin === null);
    setText(
      this.#readout,
      bin === null
        ? touched.matches
          ? t("Tap a bar to read it.")
          : t("Point at a bar to read it.")
        : t("p {range}: {right} right, {wrong} wrong", { range: range(bin), right: right ?? "", wrong: wrong ?? "" }),
    );
  }

  /** @param {PointerEvent} event */
  #binAt({ clientX }) {
    const box = this.#picture.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * width;
    const bin = Math.floor((x - plot.left) / binWidth);
    return bin >= 0 && bin < bins ? bin : null;
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const steps = new Map([
      ["ArrowLeft", -1],
      ["ArrowRight", 1],
      ["Home", -bins],
      ["End", bins],
    ]);
    const step = steps.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    this.#read(Math.max(0, Math.min(bins - 1, (this.#at ?? (step > 0 ? -1 : bins)) + step)));
  }
}

/** @param {number} bin */
function range(bin) {
  const [from, to] = [bin / bins, (bin + 1) / bins].map(formats.probability);
  return `${from}–${to}`;
}

/** @param {number[]} counts */
function sum(counts) {
  return counts.reduce((total, count) => total + count, 0);
}

/**
 * @param {number[]} right
 * @param {number[]} wrong
 * @param {SVGElement} marker
 */
function drawing(right, wrong, marker) {
  const [most, least] = [Math.max(1, ...right), Math.max(1, ...wrong)];
  const scale = (plot.bottom - plot.top) / (most + least);
  const zero = plot.top + most * scale;
  const bar = (/** @type {number} */ count, /** @type {number} */ i, /** @type {string} */ kind) =>
    shape("rect", {
      class: kind,
      x: plot.left + i * binWidth + 0.5,
      width: binWidth - 1,
      y: kind === "right" ? zero - count * scale : zero,
      height: count * scale,
    });
  const tick = roundBelow(Math.max(most, least));
  const ticks = [tick, 0, -tick].filter((at) => at <= most && -at <= least);
  return shape(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    hatching(),
    ...ticks.flatMap((at) => [
      shape("path", { class: at === 0 ? "axis" : "grid", d: `M${plot.left} ${zero - at * scale}H${plot.right}` }),
      words(formats.count(Math.abs(at)), { x: plot.left - 6, y: zero - at * scale + 4, "text-anchor": "end" }),
    ]),
    ...right.map((count, i) => bar(count, i, "right")),
    ...wrong.map((count, i) => bar(count, i, "wrong")),
    marker,
    words(t("right {count}", { count: formats.count(sum(right)) }), {
      class: "right",
      x: plot.right,
      y: Math.max(plot.top + 12, zero - 16),
      "text-anchor": "end",
    }),
    words(t("wrong {count}", { count: formats.count(sum(wrong)) }), {
      class: "wrong",
      x: plot.right,
      y: Math.min(plot.bottom - 2, zero + 24),
      "text-anchor": "end",
    }),
    words(t("images"), {
      transform: `translate(12 ${(plot.top + plot.bottom) / 2}) rotate(-90)`,
      "text-anchor": "middle",
    }),
    ...[0, 0.5, 1].map((p) =>
      words(formats.setting(p), {
        x: plot.left + p * (plot.right - plot.left),
        y: plot.bottom + 16,
        "text-anchor": "middle",
      }),
    ),
    words(t("p(true class)"), { x: (plot.left + plot.right) / 2, y: height - 6, "text-anchor": "middle" }),
  );
}

/** The largest of 1, 2, 5, 10, 20, … that is not above a number. @param {number} value */
function roundBelow(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((digit) => digit * power <= value) ?? 1) * power;
}

/** Distinguishes the wrong images from the right ones without colour. */
function hatching() {
  const pattern = shape("pattern", {
    id: "histogram-hatching",
    patternUnits: "userSpaceOnUse",
    width: 5,
    height: 5,
    patternTransform: "rotate(45)",
  });
  pattern.append(
    shape("rect", { class: "hatch-ground", width: 5, height: 5 }),
    shape("rect", { class: "hatch", width: 2, height: 5 }),
  );
  return shape("defs", {}, pattern);
}
