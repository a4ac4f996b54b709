import { byId, element, find } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { isDone, once } from "../core/preferences.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Data} from "../core/protocol.js" */

/** What can be done next. @typedef {"mistakes" | "penalty" | "data" | "paint" | "tour"} Offer */

/**
 * One line over the figures: what this is, until the first training has ended; then what is worth doing next. What it
 * says at first is in index.html, so that nothing moves when this starts; the style sheet hides what is over.
 * @extends {Emitter<{chosen: Offer}>}
 */
export class Lead extends Emitter {
  #root = byId("lead", HTMLElement);
  #first = find(this.#root, ".lead-first", HTMLElement);
  #chip = find(this.#root, ".lead-chip", HTMLElement);
  #shown = "[]";
  /** @type {HTMLElement[]} */
  #offers = [];

  constructor() {
    super();
    const [tour, close] = this.#chip.querySelectorAll("button");
    tour?.addEventListener("click", () => {
      this.#dismiss();
      this.emit("chosen", "tour");
    });
    close?.addEventListener("click", () => this.#dismiss());
    this.#clear();
  }

  /** @param {{run: Run, data: Data, secret: boolean}} now */
  update({ run, data, secret }) {
    const finished = run.status === "finished";
    const list = finished && !secret ? offers(run, data) : [];
    const shown = JSON.stringify(list);
    if (shown === this.#shown && (isDone("trained") || !finished)) return;
    this.#shown = shown;
    if (finished) once("trained");
    for (const offer of this.#offers) offer.remove();
    this.#offers = list.map((part) => this.#part(part));
    if (this.#chip.isConnected) this.#chip.before(...this.#offers);
    else this.#root.append(...this.#offers);
    this.#clear();
  }

  #dismiss() {
    once("toured");
    this.#clear();
  }

  /** Takes away what is over; the rest is not touched, or the browser would count it as drawn so late. */
  #clear() {
    if (isDone("trained")) this.#first.remove();
    if (isDone("toured")) this.#chip.remove();
  }

  /**
   * @param {{says: string, does: string, offer: Offer}} part
   * @returns {HTMLElement}
   */
  #part({ says, does, offer }) {
    const button = element("button", { type: "button", "data-offer": offer }, does);
    button.addEventListener("click", () => this.emit("chosen", offer));
    return element("span", { class: "lead-offer" }, says ? `${says} ` : "", button);
  }
}

/**
 * @param {Run} run that has finished
 * @param {Data} data
 * @returns {{says: string, does: string, offer: Offer}[]} the most worthwhile first
 */
function offers({ test, settings }, data) {
  /** @type {{says: string, does: string, offer: Offer}[]} */
  const list = [];
  if (test && data.splits.test > 0) {
    const wrong = Math.round((1 - test.accuracy) * data.splits.test);
    list.push({
      says: t("{wrong} of {images} wrong:", {
        wrong: formats.count(wrong),
        images: formats.count(data.splits.test),
      }),
      does: t("see the most confident mistakes"),
      offer: "mistakes",
    });
  }
  if (settings.l2 < 1) list.push({ says: "", does: t("Try λ = 1"), offer: "penalty" });
  else list.push({ says: "", does: t("Paint over an image"), offer: "paint" });
  if (data.drawn) list.push({ says: "", does: t("Load CIFAR-10"), offer: "data" });
  return list;
}
