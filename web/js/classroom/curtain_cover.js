import { subject } from "./curtain.js";
import { byId, element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/** @import {Covered} from "./curtain.js" */
/** @import {Scene} from "../core/scene.js" */
/** @import {PanelBox} from "../core/protocol.js" */

/** @typedef {{left: number, top: number, width: number, height: number}} Place */

/**
 * Lays the covers over the panels of the view and over the table of runs. What is behind
 * them is neither drawn nor read out: style sheets and the scene see to that.
 * @extends {Emitter<{lifted: void, guessed: void}>} guessed: the accuracy is to be drawn
 */
export class CurtainCover extends Emitter {
  #frame = byId("view", HTMLIFrameElement);
  #runs = byId("runs", HTMLElement);
  #ofRuns = this.#cover();
  /** @type {HTMLElement[]} over the view */
  #covers = [];
  /** @type {PanelBox[]} */
  #boxes = [];

  constructor() {
    super();
    this.#runs.append(this.#ofRuns);
    new ResizeObserver(() => this.#placeOverRuns()).observe(this.#runs);
    this.#runs.querySelector(".scroller")?.addEventListener("scroll", () => this.#placeOverRuns());
  }

  /** @param {PanelBox[]} boxes where the view's panels lie */
  lay(boxes) {
    this.#boxes = boxes;
  }

  /**
   * @param {readonly Covered[]} covered
   * @param {Scene} scene that the view shows
   */
  update(covered, scene) {
    document.body.dataset["curtain"] = covered.join(" ");
    const places = this.#frame.classList.contains("covered") ? [] : this.#places(covered, scene);
    while (this.#covers.length < places.length) {
      const cover = this.#cover();
      this.#covers.push(cover);
      this.#frame.after(cover);
    }
    this.#covers.forEach((cover, i) => {
      put(cover, places[i] ?? null);
      cover.querySelector(".curtain-guess")?.toggleAttribute("hidden", !covered.includes("accuracy"));
    });
    this.#ofRuns.hidden = !covered.includes("figures");
    this.#placeOverRuns();
  }

  /**
   * @param {readonly Covered[]} covered
   * @param {Scene} scene
   * @returns {Place[]} one for each panel, or one for all of them
   */
  #places(covered, { panels }) {
    const wanted = panels.map((panel) => covered.includes(/** @type {Covered} */ (subject(panel))));
    if (!wanted.includes(true)) return [];
    const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = this.#frame;
    if (!wanted.includes(false) || this.#boxes.length !== panels.length) return [{ left, top, width, height }];
    return this.#boxes
      .filter(({ width }, i) => wanted[i] && width > 0)
      .map((box) => ({ left: left + box.x, top: top + box.y, width: box.width, height: box.height }));
  }

  #placeOverRuns() {
    const from = this.#runs.querySelector("thead th[scope=colgroup]");
    if (this.#ofRuns.hidden || !from) return;
    const { left, right, top, height } = this.#runs.getBoundingClientRect();
    const start = Math.max(0, Math.min(from.getBoundingClientRect().left - left, right - left - 200));
    put(this.#ofRuns, { left: start, top: 0, width: right - left - start, height: height || top });
  }

  #cover() {
    const lift = element("button", { type: "button", "aria-keyshortcuts": "C" }, t("Lift"));
    lift.addEventListener("click", () => this.emit("lifted", undefined));
    const guess = element("button", { type: "button", class: "curtain-guess", hidden: true }, t("Draw a guess"));
    guess.addEventListener("click", () => this.emit("guessed", undefined));
    const by = element("span", { class: "by-key" }, t("press c to lift"));
    return element("div", { class: "curtain", hidden: true }, element("b", {}, t("Predict first")), by, lift, guess);
  }
}

/**
 * @param {HTMLElement} cover
 * @param {Place | null} place
 */
function put(cover, place) {
  cover.hidden = place === null;
  for (const [side, length] of Object.entries(place ?? {})) cover.style.setProperty(side, `${length}px`);
}
