import { element, icon } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { colourOf, hexOf } from "./painting.js";
import { t } from "../texts/texts.js";
import { ModeSwitch } from "../ui/mode_switch.js";

/** @import {Colour} from "../core/pictures.js" */

/** @typedef {"look" | "brush" | "erase" | "pick"} Tool */

let count = 0;

/**
 * What the pointer does to a picture: look at it, paint, erase, take a colour; undo and reset.
 * @extends {Emitter<{changed: Tool, undo: void, reset: void, flip: void}>}
 */
export class PaintTools extends Emitter {
  /** The element to place. */
  root;

  #tool;
  #size;
  #colour = element("input", { type: "color", value: "#ffffff", "aria-label": t("Colour of the brush") });
  #undo = element(
    "button",
    { type: "button", title: t("The last stroke is taken back (Ctrl Z)") },
    icon("reset"),
    element("span", {}, t("Undo")),
  );
  #reset = element("button", { type: "button" }, t("Restore"));
  #flip = element(
    "button",
    {
      type: "button",
      title: t("The smallest change of all pixels that turns it into another class, computed exactly"),
    },
    t("Fool it"),
  );

  constructor() {
    super();
    const name = `paint-${++count}`;
    this.#tool = new ModeSwitch(`${name}-tool`, t("What the pointer does"), [
      ["look", t("Look")],
      ["brush", t("Paint")],
      ["erase", t("Erase")],
      ["pick", t("Take colour")],
    ]);
    this.#size = new ModeSwitch(`${name}-size`, t("Pixels of the brush"), [
      ["1", "1"],
      ["3", "3"],
      ["5", "5"],
      ["9", "9"],
    ]);
    this.#size.choose("3");
    this.root = element(
      "div",
      { class: "paint-tools", role: "group", "aria-label": t("Paint over the picture") },
      this.#tool.root,
      this.#size.root,
      element("label", { class: "paint-colour" }, this.#colour),
      this.#undo,
      this.#reset,
      this.#flip,
    );
    this.#tool.on("changed", () => this.emit("changed", this.tool));
    this.#undo.addEventListener("click", () => this.emit("undo", undefined));
    this.#flip.addEventListener("click", () => this.emit("flip", undefined));
    this.#reset.addEventListener("click", () => this.emit("reset", undefined));
    // Choosing a colour selects painting.
    this.#colour.addEventListener("change", () => this.paint());
  }

  get tool() {
    return /** @type {Tool} */ (this.#tool.value);
  }

  get size() {
    return Number(this.#size.value);
  }

  get colour() {
    return colourOf(this.#colour.value);
  }

  /** Takes the brush. */
  paint() {
    this.#tool.choose("brush");
  }

  /** Takes a colour and paints with it. @param {Colour} colour */
  take(colour) {
    this.#colour.value = hexOf(colour);
    this.paint();
  }

  /** @param {{undoable: boolean, changed: boolean, foolable: boolean}} state */
  update({ undoable, changed, foolable }) {
    this.#flip.setAttribute("aria-disabled", String(!foolable));
    this.#undo.setAttribute("aria-disabled", String(!undoable));
    this.#reset.setAttribute("aria-disabled", String(!changed));
  }
}
