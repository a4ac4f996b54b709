import { curtainChoices } from "./curtain.js";
import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/** @import {CurtainChoice} from "./curtain.js" */

const words = {
  everything: () => t("everything"),
  pictures: () => t("weight pictures"),
  cost: () => t("cost"),
  loss: () => t("loss"),
  accuracy: () => t("accuracy"),
  figures: () => t("figures in tables"),
};

/**
 * What to cover until the class has predicted it, or nothing.
 * @extends {Emitter<{changed: CurtainChoice | null}>}
 */
export class CurtainSelect extends Emitter {
  /** The element to place. */
  root = element(
    "select",
    {},
    element("option", { value: "" }, t("nothing covered")),
    ...curtainChoices.map((choice) => element("option", { value: choice }, words[choice]())),
  );

  constructor() {
    super();
    this.root.addEventListener("change", () => this.emit("changed", this.value));
  }

  /** @returns {CurtainChoice | null} */
  get value() {
    return /** @type {CurtainChoice} */ (this.root.value) || null;
  }

  set value(choice) {
    this.root.value = choice ?? "";
  }
}
