import { conclusions } from "./conclusions.js";
import { byId, element, find, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import * as formats from "../core/formats.js";

/** @import {Conclusion} from "./conclusions.js" */

/** Without the sign of per cent. @param {number} share */
const bare = (share) => formats.hundredths(share).replace("\u00a0%", "");

/** @param {NonNullable<Conclusion["measured"]>} measured */
function measuredTable(measured) {
  const rows = measured.map(([name, mean, least, most]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      element("td", {}, formats.hundredths(mean)),
      element("td", {}, least === most ? "" : `${bare(least)}–${bare(most)}`),
    ),
  );
  return element(
    "table",
    { class: "measured" },
    element("caption", { class: "visually-hidden" }, t("Test accuracies, in per cent")),
    element("tbody", {}, ...rows),
  );
}

/** Whether the panel is beside the figures; on a narrow screen it is below them. */
const beside = matchMedia("(min-width: 64rem)");

/** What the charts can show in addition. @typedef {{gap: boolean, stack: boolean}} Extras */

/**
 * The conclusions beside the charts, what shows them, and the weights' norm.
 * @extends {Emitter<{wanted: Conclusion, drawn: Extras}>}
 */
export class WhyPanel extends Emitter {
  #root = byId("why", HTMLElement);
  #opener = byId("why-open", HTMLButtonElement);
  #gap = byId("why-gap", HTMLInputElement);
  #stack = byId("why-stack", HTMLInputElement);
  #norm = byId("why-norm", HTMLElement);

  constructor() {
    super();
    byId("why-list", HTMLElement).append(...conclusions.map((conclusion) => this.#entry(conclusion)));
    this.#opener.addEventListener("click", () => this.#show(Boolean(this.#root.hidden)));
    find(this.#root, ".close", HTMLButtonElement).addEventListener("click", () => {
      this.#show(false);
      this.#opener.focus();
    });
    for (const input of [this.#gap, this.#stack]) input.addEventListener("change", () => this.#draw());
  }

  get open() {
    return !this.#root.hidden;
  }

  set open(open) {
    if (open !== this.open) this.#show(open);
  }

  /** @returns {Extras} */
  get extras() {
    return { gap: this.#gap.checked, stack: this.#stack.checked };
  }

  set extras({ gap, stack }) {
    this.#gap.checked = gap;
    this.#stack.checked = stack;
    this.#draw();
  }

  /**
   * @param {number | null} norm ‖W‖ of the run as it is looked at, null if it isn't known
   */
  update(norm) {
    if (!this.#root.hidden) setText(this.#norm, norm === null ? formats.none : formats.cost(norm));
  }

  /** @param {boolean} open */
  #show(open) {
    this.#root.hidden = !open;
    this.#opener.setAttribute("aria-expanded", String(open));
    this.#draw();
    if (open && !beside.matches) this.#root.scrollIntoView();
  }

  #draw() {
    this.emit("drawn", this.extras);
  }

  /** @param {Conclusion} conclusion */
  #entry(conclusion) {
    const button = element("button", { type: "button" }, conclusion.button);
    button.addEventListener("click", () => {
      if (conclusion.drawn === "gap") this.#gap.checked = true;
      if (conclusion.drawn === "stack") this.#stack.checked = true;
      this.#draw();
      if (!beside.matches) scrollTo(0, 0);
      this.emit("wanted", conclusion);
    });
    const table = conclusion.measured ? [measuredTable(conclusion.measured)] : [];
    return element(
      "section",
      {},
      element("h3", {}, conclusion.title),
      element("p", {}, conclusion.text),
      ...table,
      button,
    );
  }
}
