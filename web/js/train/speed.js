import { preference, remember } from "../core/preferences.js";
import { byId } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";

/** Slow enough to watch: ten seconds for the report's 40 epochs. */
const slowly = 4; // epochs a second

/**
 * Whether the button trains slowly, to watch, or as fast as the machine can. A visitor who has not trained here
 * yet watches.
 * @extends {Emitter<{changed: void}>}
 */
export class SpeedSwitch extends Emitter {
  #button = byId("speed", HTMLButtonElement);
  #slow;

  constructor() {
    super();
    const chosen = preference("onelayer.slow");
    this.#slow = chosen ? chosen === "1" : preference("onelayer.trained") === "";
    this.#button.addEventListener("click", () => this.toggle());
    this.#show();
  }

  /** Epochs a second at most; 0 for as fast as it can. */
  get epochsPerSecond() {
    return this.#slow ? slowly : 0;
  }

  toggle() {
    this.#slow = !this.#slow;
    remember("onelayer.slow", this.#slow ? "1" : "0");
    this.#show();
    this.emit("changed", undefined);
  }

  #show() {
    this.#button.setAttribute("aria-pressed", String(this.#slow));
  }
}
