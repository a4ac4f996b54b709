import { find } from "./dom.js";
import { Emitter } from "../core/emitter.js";
import { remember } from "../core/preferences.js";

/**
 * The colours that the view needs, as #rrggbb, and its typeface.
 * @typedef {object} Theme
 * @property {{ground: string, ink: string, muted: string, hairline: string, accent: string, fontFamily: string, scale:
 *   number, calm: boolean}} scene  scale enlarges its texts and lines; calm turns animation off
 * @property {{train: string, validation: string}} series
 */

/**
 * Light or dark: the system's, until the switch says otherwise. Going back to the
 * system's theme forgets the choice, so that the page follows the system again.
 * @extends {Emitter<{changed: void}>}
 */
export class ThemeSwitch extends Emitter {
  #button;
  #systemDark = matchMedia("(prefers-color-scheme: dark)");
  #calm = matchMedia("(prefers-reduced-motion: reduce)");
  #forced = matchMedia("(forced-colors: active)");

  /** @param {HTMLButtonElement} button */
  constructor(button) {
    super();
    this.#button = button;
    button.addEventListener("click", () => this.#toggle());
    for (const query of [this.#systemDark, this.#calm, this.#forced])
      query.addEventListener("change", () => this.#changed());
    // The lecture mode, a class of the body, has a larger scene.
    new MutationObserver(() => this.#changed()).observe(document.body, { attributeFilter: ["class"] });
    this.#show();
  }

  /** Whether it is dark now. */
  get dark() {
    const chosen = document.documentElement.dataset["theme"];
    return chosen ? chosen === "dark" : this.#systemDark.matches;
  }

  #toggle() {
    const dark = !this.dark;
    const chosen = dark === this.#systemDark.matches ? "" : dark ? "dark" : "light";
    if (chosen) document.documentElement.dataset["theme"] = chosen;
    else delete document.documentElement.dataset["theme"];
    remember("onelayer.theme", chosen);
    this.#changed();
  }

  #changed() {
    this.#show();
    this.emit("changed", undefined);
  }

  #show() {
    this.#button.setAttribute("aria-pressed", String(this.dark));
    find(this.#button, "use", SVGUseElement).setAttribute("href", this.dark ? "#icon-sun" : "#icon-moon");
  }

  /**
   * The theme as the style sheet has it now.
   * @returns {Theme}
   */
  read() {
    const colour = colourReader();
    return {
      scene: {
        ground: colour("--ground"),
        ink: colour("--ink"),
        muted: colour("--muted"),
        hairline: colour("--hairline"),
        accent: colour("--accent"),
        fontFamily: getComputedStyle(document.body).fontFamily,
        scale: Number(getComputedStyle(document.body).getPropertyValue("--scene-scale")) || 1,
        calm: this.#calm.matches,
      },
      series: { train: colour("--train"), validation: colour("--validation") },
    };
  }
}

/**
 * Reads custom properties as colours; light-dark() is only resolved where it is used.
 * @returns {(property: string) => string} "#rrggbb" of a property
 */
function colourReader() {
  const style = getComputedStyle(document.body);
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.setProperty("forced-color-adjust", "none"); // with forced colours all text would have one colour
  document.body.append(probe);
  queueMicrotask(() => probe.remove());
  return (property) => {
    probe.style.color = style.getPropertyValue(property);
    const channels =
      getComputedStyle(probe)
        .color.match(/[\d.]+/g)
        ?.slice(0, 3) ?? [];
    return `#${channels.map((channel) => Math.round(Number(channel)).toString(16).padStart(2, "0")).join("")}`;
  };
}
