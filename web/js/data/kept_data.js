import { byId, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { preference, remember } from "../core/preferences.js";
import { keptBytes } from "./storage.js";
import { t } from "../texts/texts.js";

/** @import {Index} from "./storage.js" */

/**
 * Whether loaded data are kept in this browser, which are, and a way to forget them.
 * @extends {Emitter<{keepChanged: boolean, forget: void}>}
 */
export class KeptData extends Emitter {
  #keep = byId("keep-data", HTMLInputElement);
  #text = byId("kept-text", HTMLElement);
  #forget = byId("forget-data", HTMLButtonElement);

  /** @param {boolean} available whether this browser can keep files */
  constructor(available) {
    super();
    byId("kept", HTMLElement).hidden = !available;
    this.#keep.checked = preference("keepData") !== "no";
    this.#keep.addEventListener("change", () => {
      remember("keepData", this.#keep.checked ? "yes" : "no");
      this.emit("keepChanged", this.#keep.checked);
    });
    this.#forget.addEventListener("click", () => {
      if (confirm(t("Forget the images that are kept in this browser? They stay loaded until you leave the page.")))
        this.emit("forget", undefined);
    });
  }

  get wanted() {
    return this.#keep.checked;
  }

  /** @param {Index | null} index what is kept */
  update(index) {
    this.#forget.hidden = !index;
    setText(this.#text, index ? keptText(index) : t("Nothing is kept."));
  }

  saving() {
    setText(this.#text, t("Being kept…"));
  }
}

/** @param {Index} index */
function keptText(index) {
  return t("Kept: {shards}, {size}.", {
    shards: index.shards.map((shard) => shard.name).join(", "),
    size: formats.megabytes(keptBytes(index)),
  });
}
