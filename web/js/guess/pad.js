import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { element } from "../ui/dom.js";
import { shape, words } from "../ui/svg.js";
import { Guess } from "./guess.js";

/** @import {PanelBox} from "../core/protocol.js" */

const least = { width: 260, height: 200 }; // of the pad, CSS px
const margin = { left: 48, right: 12, top: 8, bottom: 24 };
const tall = 0.05; // the step of Page Up and Page Down

/**
 * The sheet over the accuracy chart on which a guess is drawn, with mouse, finger or pen, or with the arrow keys, epoch
 * by epoch.
 * @extends {Emitter<{drawn: void, done: void, cleared: void}>}
 */
export class GuessPad extends Emitter {
  root = element("section", { class: "guess-pad on-train", "aria-label": t("Your guess"), hidden: true });

  #svg = shape("svg", { tabindex: 0, role: "slider", "aria-valuemin": 0, "aria-valuemax": 100 });
  #curve = shape("path", { class: "guess-curve" });
  #cursor = shape("circle", { class: "guess-cursor", r: 4 });
  #axes = shape("g", {});
  #guess = new Guess(1);
  #size = { width: least.width, height: least.height };
  #epoch = 0; // that the keys change
  /** @type {{epoch: number, share: number} | null} the last point of the pointer */
  #pen = null;

  constructor() {
    super();
    const clear = element("button", { type: "button" }, t("Clear"));
    const done = element("button", { type: "button", class: "guess-done" }, t("Done"));
    this.#svg.append(this.#axes, this.#curve, this.#cursor);
    this.root.append(
      element("p", {}, t("Draw the validation accuracy that you expect, or use the arrow keys.")),
      this.#svg,
      element("div", { class: "guess-buttons" }, clear, done),
    );
    clear.addEventListener("click", () => this.emit("cleared", undefined));
    done.addEventListener("click", () => this.emit("done", undefined));
    this.#svg.addEventListener("pointerdown", (event) => this.#begin(event));
    this.#svg.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"]))
      this.#svg.addEventListener(end, () => (this.#pen = null));
    this.root.addEventListener("keydown", (event) => this.#key(event));
  }

  get open() {
    return !this.root.hidden;
  }

  /** @param {Guess} guess to draw on */
  begin(guess) {
    this.#guess = guess;
    this.#epoch = 0;
    this.root.hidden = false;
    this.draw();
    this.#svg.focus();
  }

  end() {
    this.root.hidden = true;
  }

  /**
   * Places it over the chart.
   * @param {PanelBox} box within the figures
   * @param {number} room the width of the figures
   */
  place(box, room) {
    const [width, height] = [Math.max(box.width, least.width), Math.max(box.height, least.height)];
    const place = { left: Math.max(0, Math.min(box.x, room - width)), top: box.y + box.height - height, width, height };
    for (const [name, length] of Object.entries(place)) this.root.style.setProperty(name, `${length}px`);
    const { clientWidth, clientHeight } = this.#svg;
    if (clientWidth === this.#size.width && clientHeight === this.#size.height) return;
    this.#size = { width: clientWidth, height: clientHeight };
    this.draw();
  }

  draw() {
    const { width, height } = this.#size;
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const { shares, epochs } = this.#guess;
    const at = (/** @type {number} */ epoch, /** @type {number} */ share) =>
      `${this.#x(epoch).toFixed(1)} ${this.#y(share).toFixed(1)}`;
    this.#axes.replaceChildren(
      ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
        shape("path", { class: "guess-grid", d: `M${at(0, share)}L${at(epochs, share)}` }),
        words(formats.wholePercent(share), { x: margin.left - 6, y: this.#y(share) + 4, "text-anchor": "end" }),
      ]),
      words("0", { x: this.#x(0), y: height - 6, "text-anchor": "middle" }),
      words(t("epoch {n}", { n: epochs }), { x: width - margin.right, y: height - 6, "text-anchor": "end" }),
    );
    const share = shares[this.#epoch] ?? NaN;
    this.#curve.setAttribute(
      "d",
      this.#guess.empty ? "" : `M${shares.map((share, epoch) => at(epoch, share)).join("L")}`,
    );
    this.#cursor.setAttribute("cx", String(this.#x(this.#epoch)));
    this.#cursor.setAttribute("cy", String(this.#y(Number.isNaN(share) ? 0.1 : share)));
    this.#svg.setAttribute("aria-label", t("Validation accuracy"));
    this.#svg.setAttribute("aria-valuenow", String(Math.round(100 * (share || 0))));
    const text = Number.isNaN(share) ? formats.none : formats.wholePercent(share);
    this.#svg.setAttribute("aria-valuetext", t("epoch {n}: {share}", { n: this.#epoch, share: text }));
  }

  /** @param {number} epoch */
  #x(epoch) {
    return margin.left + (epoch / this.#guess.epochs) * (this.#size.width - margin.left - margin.right);
  }

  /** @param {number} share */
  #y(share) {
    return margin.top + (1 - share) * (this.#size.height - margin.top - margin.bottom);
  }

  /** The epoch and the share at a pointer. @param {PointerEvent} event */
  #at(event) {
    const { left, top, width } = this.#svg.getBoundingClientRect();
    const scale = this.#size.width / width || 1; // lecture mode scales it
    const [x, y] = [(event.clientX - left) * scale, (event.clientY - top) * scale];
    const along = (x - margin.left) / (this.#size.width - margin.left - margin.right);
    const up = 1 - (y - margin.top) / (this.#size.height - margin.top - margin.bottom);
    return { epoch: Math.round(along * this.#guess.epochs), share: up };
  }

  /** @param {PointerEvent} event */
  #begin(event) {
    if (event.button !== 0) return;
    this.#svg.setPointerCapture(event.pointerId);
    this.#pen = this.#at(event);
    this.#line(this.#pen, this.#pen);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#pen) return;
    const here = this.#at(event);
    this.#line(this.#pen, here);
    this.#pen = here;
  }

  /**
   * @param {{epoch: number, share: number}} from
   * @param {{epoch: number, share: number}} to
   */
  #line(from, to) {
    this.#guess.line(from, to);
    this.#epoch = Math.min(this.#guess.epochs, Math.max(0, to.epoch));
    this.draw();
    this.emit("drawn", undefined);
  }

  /** Left and right go to another epoch, up and down change its share. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape" || (event.key === "Enter" && event.target === this.#svg)) {
      event.preventDefault();
      return this.emit("done", undefined);
    }
    if (event.target !== this.#svg || event.ctrlKey || event.metaKey || event.altKey) return;
    const aside = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    const up = { ArrowUp: 0.01, ArrowDown: -0.01, PageUp: tall, PageDown: -tall }[event.key];
    if (aside === undefined && up === undefined) return;
    event.preventDefault();
    event.stopPropagation(); // the page's own arrow keys go through the epochs
    if (aside !== undefined) this.#epoch = Math.min(this.#guess.epochs, Math.max(0, this.#epoch + aside));
    if (up === undefined) return this.draw();
    const share = this.#guess.shares[this.#epoch] ?? NaN;
    const here = { epoch: this.#epoch, share: (Number.isNaN(share) ? 0.1 : share) + up }; // from the accuracy of chance
    this.#line(here, here);
  }
}
