import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/**
 * The row of the menu that switches the tones.
 * @extends {Emitter<{changed: boolean}>}
 */
export class SoundSwitch extends Emitter {
  /** The element to place. */
  root;

  /** @param {boolean} on */
  constructor(on) {
    super();
    const input = element("input", { type: "checkbox", role: "switch", checked: on });
    const title = t(
      "A soft tone for each finished epoch, the lower the smaller the loss: first train, then validation",
    );
    this.root = element("label", { class: "menu-row", title }, element("span", {}, t("Sound of the loss")), input);
    input.addEventListener("change", () => this.emit("changed", input.checked));
  }
}
