import { byId, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { placeWords } from "../core/record.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Run} from "../core/mirror.js" */

/** @typedef {"curvesCsv" | "curvesJson" | "figuresSvg" | "figuresPng" | "pictures" | "weights" | "summary"} Taking */

const buttons = /** @type {const} */ ([
  ["take-csv", "curvesCsv"],
  ["take-json", "curvesJson"],
  ["take-svg", "figuresSvg"],
  ["take-png", "figuresPng"],
  ["take-pictures", "pictures"],
  ["take-weights", "weights"],
  ["take-summary", "summary"],
]);

/**
 * The panel of exports, and of loading weights.
 * @extends {Emitter<{wanted: Taking, loaded: File}>}
 */
export class TakeAwayPanel extends Emitter {
  #run = byId("take-run", HTMLElement);
  #file = byId("take-file", HTMLInputElement);

  constructor() {
    super();
    for (const [id, taking] of buttons)
      byId(id, HTMLButtonElement).addEventListener("click", () => this.emit("wanted", taking));
    this.#file.addEventListener("change", () => {
      const file = this.#file.files?.[0];
      if (file) this.emit("loaded", file);
      this.#file.value = "";
      byId("take-panel", HTMLElement).hidePopover();
    });
  }

  /**
   * @param {Run | null} run
   * @param {number | null} epoch it is looked at, null for the latest
   */
  update(run, epoch) {
    if (run)
      setText(this.#run, `${told(run.name)}, ${epoch === null ? placeWords(run) : t("epoch {n}", { n: epoch })}`);
  }
}
