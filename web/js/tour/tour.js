import { byId, element, icon, setText } from "../ui/dom.js";
import { narrow } from "../ui/screen.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import { Stage } from "./stage.js";
import { steps } from "./steps.js";

/** @import {GradientChecker} from "../core/checker.js" */
/** @import {Mirror} from "../core/mirror.js" */
/** @import {TourStep} from "./steps.js" */

const margin = 12; // px between the card, its control and the window's edges

/**
 * The guided tour: a card that goes from control to control, presses them when asked to, and
 * quotes computed figures. It can be left at any time; the page stays usable.
 * @extends {Emitter<{page: string}>} page: a tab that a step is on
 */
export class Tour extends Emitter {
  #stage;
  #at = -1; // the step, or -1 while it is not running
  #busy = false;
  /** @type {Element | null} */
  #target = null;
  #place = element("p", { class: "tour-place" });
  #title = element("h2", { id: "tour-title" });
  #text = element("p", { id: "tour-text" });
  #result = element("p", { class: "tour-result", role: "status" });
  #yours = element("p", { class: "tour-yours" });
  #link = element("a", { class: "tour-link", title: t("A link to this act, for a lecture") });
  #back = element("button", { type: "button" }, t("Back"));
  #act = element("button", { type: "button", class: "primary" });
  #next = element("button", { type: "button" });
  #close = element(
    "button",
    {
      type: "button",
      class: "tool close",
      "aria-label": t("Leave the tour (Escape)"),
      title: t("Leave the tour (Escape)"),
    },
    icon("close"),
  );
  #card = element(
    "section",
    {
      id: "tour",
      class: "tour",
      role: "dialog",
      "aria-labelledby": "tour-title",
      "aria-describedby": "tour-text",
      tabindex: -1,
      hidden: true,
    },
    element("header", { role: "none" }, this.#place, this.#link, this.#close),
    this.#title,
    this.#text,
    this.#result,
    this.#yours,
    element("div", { class: "tour-buttons" }, this.#back, this.#act, this.#next),
  );
  #ring = element("div", { class: "tour-ring", "aria-hidden": "true", hidden: true });

  /**
   * @param {Mirror} mirror
   * @param {GradientChecker} checker
   */
  constructor(mirror, checker) {
    super();
    this.#stage = new Stage(mirror, checker);
    document.body.append(this.#ring, this.#card);
    this.#back.addEventListener("click", () => this.#at > 0 && this.#go(this.#at - 1));
    this.#next.addEventListener("click", () => this.#go(this.#at + 1));
    this.#act.addEventListener("click", () => this.#doIt());
    this.#close.addEventListener("click", () => this.leave());
    addEventListener("keydown", (event) => this.#key(event));
    for (const name of ["resize", "scroll"])
      addEventListener(name, () => this.#arrange(), { capture: true, passive: true });
  }

  /** Begins with the first step. */
  begin() {
    this.#go(0);
  }

  /** Opens an act of the story and plays it. @param {number} act from 1 on */
  async open(act) {
    const at = steps.findIndex((step) => step.act === act);
    if (at < 0) return;
    this.#go(at);
    await this.#doIt();
  }

  get #step() {
    return /** @type {TourStep | undefined} */ (steps[this.#at]);
  }

  /** Something on the page may have changed. */
  update() {
    this.#stage.update();
    if (!this.#step) return;
    const running = this.#stage.mirror.current?.status === "running";
    this.#result.setAttribute("aria-busy", String(running)); // it is read out at the end
    setText(this.#result, this.#step.result(this.#stage));
    this.#aim(this.#step);
    this.#arrange();
  }

  /**
   * Finds the step's control, once its tab is there.
   * @param {TourStep} step
   */
  #aim(step) {
    const target = [...document.querySelectorAll(step.at)].find((element) => element.checkVisibility()) ?? null;
    if (target === this.#target) return;
    this.#target = target;
    if (narrow.matches) target?.scrollIntoView({ block: "center" });
  }

  /** Ends it, wherever it is. */
  leave() {
    this.#step?.leave?.(this.#stage);
    this.#at = -1;
    this.#card.hidden = this.#ring.hidden = true;
    document.body.classList.remove("touring");
    byId("more-open", HTMLElement).focus();
  }

  /** @param {number} at the step */
  #go(at) {
    this.#step?.leave?.(this.#stage);
    if (at >= steps.length) return this.leave();
    this.#at = at;
    const step = /** @type {TourStep} */ (this.#step);
    this.emit("page", step.page);
    document.body.classList.add("touring");
    setText(this.#place, t("Guided tour, {n} of {all}", { n: at + 1, all: steps.length }));
    setText(this.#title, step.title);
    setText(this.#text, step.text);
    this.#yours.textContent = step.yours ?? "";
    this.#link.hidden = !step.act;
    this.#link.href = `#act=${step.act ?? ""}`;
    setText(this.#link, t("act {n}", { n: step.act ?? 0 }));
    setText(this.#act, step.button ?? "");
    setText(this.#next, at === steps.length - 1 ? t("Finish") : t("Next"));
    this.#act.hidden = !step.button;
    this.#next.classList.toggle("primary", !step.button);
    this.#back.setAttribute("aria-disabled", String(at === 0));
    this.#card.hidden = this.#ring.hidden = false;
    this.#target = null;
    this.update();
    this.#card.focus({ preventScroll: true });
  }

  /** Presses the page's own controls for the visitor. */
  async #doIt() {
    const step = this.#step;
    if (!step?.does || this.#busy) return;
    this.#busy = true;
    this.#act.setAttribute("aria-disabled", "true");
    try {
      await step.does(this.#stage);
    } finally {
      this.#busy = false;
      this.#act.removeAttribute("aria-disabled");
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.#at < 0 || event.defaultPrevented || document.querySelector("dialog[open], :popover-open")) return;
    const own = event.target instanceof Node && (this.#card.contains(event.target) || event.target === document.body);
    if (event.key === "Escape") this.leave();
    else if (own && event.key === "ArrowRight") this.#go(this.#at + 1);
    else if (own && event.key === "ArrowLeft") this.#back.click();
    else return;
    event.preventDefault();
  }

  /** Puts the ring around the control, and the card where it hides it least. */
  #arrange() {
    if (this.#at < 0) return;
    const box = this.#target?.getBoundingClientRect();
    this.#ring.hidden = !box;
    if (!box) return;
    const [left, top] = [Math.max(2, box.left - 4), Math.max(2, box.top - 4)];
    place(this.#ring, left, top);
    this.#ring.classList.toggle("over", this.#target?.closest(".training") !== null); // the bar of buttons on a phone
    this.#ring.style.inlineSize = `${Math.min(innerWidth - 2, box.right + 4) - left}px`;
    this.#ring.style.blockSize = `${Math.min(innerHeight - 2, box.bottom + 4) - top}px`;
    if (narrow.matches) {
      this.#card.style.left = this.#card.style.top = "";
      return;
    }
    const { width, height } = this.#card.getBoundingClientRect();
    const level = clamp(box.top, margin, innerHeight - height - margin);
    const beside = [
      [box.left, box.top - height - margin],
      [box.left, box.bottom + margin],
      [box.right + margin, level],
      [box.left - width - margin, level],
    ];
    const fits = beside.find(
      ([x = 0, y = 0]) =>
        x >= margin && y >= margin && x + width + margin <= innerWidth && y + height + margin <= innerHeight,
    );
    const [x = 0, y = 0] = fits ?? [box.left - width - margin, box.bottom - height - margin]; // over what is there
    place(this.#card, clamp(x, margin, innerWidth - width - margin), clamp(y, margin, innerHeight - height - margin));
  }
}

/**
 * @param {HTMLElement} element
 * @param {number} left
 * @param {number} top
 */
function place(element, left, top) {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function clamp(value, least, most) {
  return Math.max(least, Math.min(most, value));
}
