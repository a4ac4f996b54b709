import { Emitter } from "../core/emitter.js";
import { element } from "../ui/dom.js";
import { language, t } from "../texts/texts.js";

/** @import {Language} from "../texts/texts.js" */

/** Each by its own name. @type {Record<Language, string>} */
const names = { en: "English", sv: "Svenska" };

/**
 * The row with the page's language, which changes it.
 * @extends {Emitter<{chosen: Language}>}
 */
export class LanguageChoice extends Emitter {
  #buttons = /** @type {Language[]} */ (Object.keys(names)).map((code) => {
    const button = element("button", { type: "button", lang: code, translate: "no", value: code }, names[code]);
    button.addEventListener("click", () => code !== language() && this.emit("chosen", code));
    return button;
  });
  /** The element to place. */
  root = element(
    "div",
    { class: "menu-row", role: "group", "aria-label": t("Language") },
    element("span", {}, t("Language")),
    ...this.#buttons,
  );

  constructor() {
    super();
    this.update();
  }

  update() {
    for (const button of this.#buttons) button.setAttribute("aria-pressed", String(button.value === language()));
  }
}
