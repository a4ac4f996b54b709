import { byId, element, icon } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/** @import {ChartOptions} from "../core/chart_options.js" */
/** @import {Scene} from "../core/scene.js" */

/** How many times as many epochs a press shows. */
const zooms = { "+": 1 / 1.5, "-": 1.5 };

/**
 * What mouse and fingers do on the charts, for keyboards and screen readers: the
 * logarithmic axes, the part of the epochs and the chart that is enlarged.
 * @extends {Emitter<{log: boolean, zoom: number | null, enlarge: string}>} zoom: a factor, or null for all epochs
 */
export class CurvesMenu extends Emitter {
  #open = element(
    "button",
    {
      type: "button",
      id: "curves-open",
      class: "tool on-train",
      popovertarget: "curves-menu",
      "aria-haspopup": "dialog",
      "aria-label": t("Charts"),
      title: t("Charts"),
    },
    icon("curves"),
  );
  #menu = element("div", {
    id: "curves-menu",
    class: "menu",
    popover: "auto",
    role: "dialog",
    "aria-label": t("Charts"),
  });
  #log = element("input", { type: "checkbox", role: "switch", id: "curves-log" });
  #all = this.#zoom("0", t("Reset zoom"));
  #titles = element("div", { class: "menu-row", role: "group", "aria-label": t("Enlarge") });
  #shown = "";

  constructor() {
    super();
    this.#log.addEventListener("change", () => this.emit("log", this.#log.checked));
    this.#menu.append(
      element("label", { class: "menu-row" }, element("span", {}, t("Log scale for cost and loss")), this.#log),
      this.#zoom("+", t("Zoom in")),
      this.#zoom("-", t("Zoom out")),
      this.#all,
      this.#titles,
    );
    byId("scrubber", HTMLElement).append(this.#open);
    document.body.append(this.#menu);
    this.#menu.addEventListener("beforetoggle", () => this.#place());
    addEventListener("keydown", (event) => {
      const free = !document.querySelector("dialog[open], [popover]:popover-open");
      if (event.key === "Escape" && free && !event.defaultPrevented) this.emit("enlarge", "");
    });
  }

  /**
   * What a key does: more, fewer or all epochs.
   * @param {string} key
   */
  press(key) {
    const wanted = key === "=" ? "+" : key;
    this.emit("zoom", wanted === "0" ? null : zooms[/** @type {keyof typeof zooms} */ (wanted)]);
  }

  /**
   * @param {ChartOptions} charts
   * @param {Scene} scene
   */
  update(charts, { panels }) {
    this.#log.checked = charts.log;
    this.#all.setAttribute("aria-disabled", String(charts.window === null));
    const titles = panels.flatMap((panel) => (panel.kind === "chart" || panel.kind === "stack" ? [panel.title] : []));
    const shown = JSON.stringify([titles, charts.enlarged]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#titles.replaceChildren(
      element("span", {}, t("Enlarge")),
      ...titles.map((title) => this.#title(title, charts.enlarged === title)),
    );
  }

  /**
   * @param {string} key
   * @param {string} name
   */
  #zoom(key, name) {
    const button = element("button", { type: "button" }, name, element("kbd", {}, key === "-" ? "−" : key));
    button.addEventListener("click", () => button.getAttribute("aria-disabled") === "true" || this.press(key));
    return button;
  }

  /**
   * @param {string} title
   * @param {boolean} enlarged
   */
  #title(title, enlarged) {
    const button = element("button", { type: "button", "aria-pressed": String(enlarged) }, title);
    button.addEventListener("click", () => this.emit("enlarge", enlarged ? "" : title));
    return button;
  }

  /** Above its button, aligned with its right side. */
  #place() {
    const { top, right } = this.#open.getBoundingClientRect();
    this.#menu.style.setProperty("--bottom", `${document.documentElement.clientHeight - top + 4}px`);
    this.#menu.style.setProperty("--right", `${document.documentElement.clientWidth - right}px`);
  }
}
