import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { byId, element, setText } from "../ui/dom.js";

/** @import {Run} from "../core/mirror.js" */

/**
 * Says whose settings and buttons are shown while another run is viewed.
 * @extends {Emitter<{back: void}>}
 */
export class OtherRun extends Emitter {
  #words = element("span", {});
  #button = element("button", { type: "button" });
  #root = element("p", { class: "other-run", hidden: true }, this.#words, this.#button);

  constructor() {
    super();
    byId("status", HTMLElement).append(this.#root);
    this.#button.addEventListener("click", () => this.emit("back", undefined));
  }

  /**
   * @param {Run | null} viewed
   * @param {Run} current
   */
  update(viewed, current) {
    this.#root.hidden = !viewed || viewed.id === current.id;
    if (!viewed || this.#root.hidden) return;
    setText(
      this.#words,
      t("The figures are of {viewed}; settings and buttons belong to {current}.", {
        viewed: told(viewed.name),
        current: told(current.name),
      }),
    );
    setText(this.#button, t("Look at {run}", { run: told(current.name) }));
  }
}
