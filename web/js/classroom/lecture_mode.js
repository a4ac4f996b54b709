import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/**
 * Large type and few controls, to be read from the back row: body.lecture tells style sheets,
 * and through them the scene.
 * @extends {Emitter<{changed: void}>}
 */
export class LectureMode extends Emitter {
  /** The row of the menu. */
  root;

  #input = element("input", { type: "checkbox", role: "switch", "aria-keyshortcuts": "L" });

  constructor() {
    super();
    this.root = element(
      "label",
      { class: "menu-row", title: t("Large type and few controls (l)") },
      element("span", {}, t("Lecture mode")),
      element("kbd", {}, "l"),
      this.#input,
    );
    this.#input.addEventListener("change", () => (this.active = this.#input.checked));
  }

  get active() {
    return document.body.classList.contains("lecture");
  }

  set active(on) {
    document.body.classList.toggle("lecture", on);
    this.#input.checked = on;
    this.emit("changed", undefined);
  }
}
