import { byId, element, icon } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { preference, remember } from "../core/preferences.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Data} from "../core/protocol.js" */

/** What can be done next. @typedef {"mistakes" | "penalty" | "data" | "paint" | "tour"} Offer */

/** What there is to know of the page. @typedef {{run: Run, data: Data, trained: boolean, secret: boolean}} State */

const key = "onelayer.trained";

/**
 * One line over the figures: what this is, until the first training has ended; then what is worth doing next.
 * @extends {Emitter<{chosen: Offer}>}
 */
export class Lead extends Emitter {
  #root = byId("lead", HTMLElement);
  #shown = "";
  #chip = element("span", { class: "lead-chip" });
  #trained = preference(key) !== "";

  constructor() {
    super();
    const tour = element("button", { type: "button", "data-offer": "tour" }, t("Guided tour, five minutes"));
    const close = element(
      "button",
      { type: "button", class: "tool close", "aria-label": t("No tour"), title: t("No tour") },
      icon("close"),
    );
    this.#chip.append(tour, close);
    this.#chip.hidden = preference("onelayer.toured") !== "";
    tour.addEventListener("click", () => {
      this.#dismiss();
      this.emit("chosen", "tour");
    });
    close.addEventListener("click", () => this.#dismiss());
  }

  /** @param {{run: Run, data: Data, secret: boolean}} now */
  update({ run, data, secret }) {
    if (run.status === "finished" && !this.#trained) {
      this.#trained = true;
      remember(key, "1");
    }
    const parts = run.status === "finished" && !secret ? offers(run, data) : [];
    const text =
      parts.length > 0 || this.#trained
        ? ""
        : t("A network of one layer learns ten pictures, one per class. Watch it happen.");
    const shown = JSON.stringify([text, parts]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#root.replaceChildren(
      text,
      ...parts.flatMap((part) => this.#part(part)),
      ...(this.#chip.hidden ? [] : [this.#chip]),
    );
  }

  #dismiss() {
    remember("onelayer.toured", "1");
    this.#chip.hidden = true;
    this.#chip.remove();
  }

  /**
   * @param {{says: string, does: string, offer: Offer}} part
   * @returns {(Node | string)[]}
   */
  #part({ says, does, offer }) {
    const button = element("button", { type: "button", "data-offer": offer }, does);
    button.addEventListener("click", () => this.emit("chosen", offer));
    return [element("span", {}, says ? `${says} ` : "", button)];
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
