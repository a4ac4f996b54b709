import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { roleWord } from "../core/words.js";
import { classBars, classList } from "./class_bars.js";
import { drawStrip, stripCanvas, stripLength } from "./sample_strip.js";

/** @import {Role, Shard} from "../core/protocol.js" */

/** @type {Role[]} */
const roles = ["train", "validation", "test", "further", "unused"];

/**
 * A row of the table of shards: its role can be changed.
 * @extends {Emitter<{roleChosen: Role}>}
 */
export class ShardRow extends Emitter {
  element;
  images;
  #select;
  #strip;
  #drawn = false;

  /**
   * @param {Shard} shard
   * @param {string[]} classes
   */
  constructor(shard, classes) {
    super();
    this.images = shard.images;
    this.#select = element(
      "select",
      { "aria-label": t("Role of {shard}", { shard: shard.name }) },
      ...roles.map((role) => element("option", { value: role }, roleWord(role))),
    );
    this.#select.addEventListener("change", () => this.emit("roleChosen", /** @type {Role} */ (this.#select.value)));
    this.#strip = stripCanvas(t("The first pictures of {shard}", { shard: shard.name }));
    this.element = element(
      "tr",
      {},
      element("th", { scope: "row", class: "text" }, shard.name),
      element("td", {}, formats.count(shard.images)),
      element("td", { class: "text" }, this.#select),
      element("td", { class: "text" }, classBars(shard.counts), classList(shard.counts, classes)),
      element("td", { class: "text" }, this.#strip),
    );
    this.update(shard);
  }

  /** @param {Shard} shard the same with another role */
  update(shard) {
    this.#select.value = shard.role;
  }

  /** @param {(count: number) => Promise<Uint8Array>} images the shard's first, as records */
  async draw(images) {
    if (this.#drawn) return;
    this.#drawn = true;
    drawStrip(this.#strip, await images(Math.min(stripLength, this.images)));
  }
}
