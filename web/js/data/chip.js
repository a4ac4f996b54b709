import { find, setText } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Data} from "../core/protocol.js" */

/** The current data, always on the page; it opens the data panel. */
export class DataChip {
  #name;
  #splits;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#name = find(root, ".chip-name", HTMLElement);
    this.#splits = find(root, ".chip-splits", HTMLElement);
  }

  /** @param {Data} data */
  update(data) {
    setText(this.#name, told(data.name));
    setText(this.#splits, formats.splits(data.splits));
  }

  /** The engine could not start. */
  fail() {
    setText(this.#splits, t("not loaded"));
  }
}
