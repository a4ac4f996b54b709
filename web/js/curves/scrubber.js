import { byId, find, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Run} from "../core/mirror.js" */

const film = 6000; // ms, from the first epoch to the last
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Goes through the epochs of a run: by hand, or as a film. At the right end the run is as it is now.
 * @extends {Emitter<{scrubbed: number | null}>}
 */
export class Scrubber extends Emitter {
  #root = byId("scrubber", HTMLElement);
  #play = byId("scrubber-play", HTMLButtonElement);
  #range = byId("scrubber-range", HTMLInputElement);
  #where = byId("scrubber-where", HTMLElement);
  #now = byId("scrubber-now", HTMLButtonElement);
  /** @type {number[]} */
  #epochs = [];
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;

  constructor() {
    super();
    this.#range.addEventListener("input", () => {
      this.#stop();
      this.#goTo(Number(this.#range.value));
    });
    this.#now.addEventListener("click", () => {
      this.#stop();
      this.emit("scrubbed", null);
    });
    this.#play.addEventListener("click", () => (this.#timer ? this.#stop() : this.#start()));
  }

  /** The words for its position. */
  get saying() {
    return this.#where.textContent ?? "";
  }

  /** Whether to announce it: not each picture of a film, nor what the slider announces by itself. */
  get rests() {
    return this.#timer === 0 && document.activeElement !== this.#range;
  }

  /**
   * @param {Run} run
   * @param {number[]} epochs with a snapshot, ascending
   * @param {number | null} epoch that is shown, or null for now
   */
  update(run, epochs, epoch) {
    this.#epochs = epochs;
    const usable = epochs.length > 1;
    if (!usable) this.#stop();
    const position = epoch === null ? epochs.length : Math.max(0, epochs.indexOf(epoch));
    this.#range.max = String(epochs.length);
    this.#range.value = String(position);
    this.#range.style.setProperty("--filled", String(usable ? position / epochs.length : 1));
    const text =
      epoch === null
        ? t("{run}, now", { run: told(run.name) })
        : t("{run}, epoch {epoch}", { run: told(run.name), epoch });
    this.#range.setAttribute("aria-valuetext", text);
    setText(this.#where, text);
    this.#range.disabled = !usable;
    this.#play.setAttribute("aria-disabled", String(!usable));
    this.#now.setAttribute("aria-disabled", String(epoch === null));
    this.#root.classList.toggle("past", epoch !== null);
  }

  /**
   * Moves that many snapshots later, or earlier; past the last one is now.
   * @param {number} by
   */
  step(by) {
    if (this.#epochs.length < 2) return;
    this.#stop();
    this.#goTo(Math.max(0, Math.min(this.#epochs.length, Number(this.#range.value) + by)));
  }

  /** @param {number} position */
  #goTo(position) {
    this.emit("scrubbed", this.#epochs[position] ?? null);
  }

  #start() {
    if (this.#epochs.length < 2) return;
    if (Number(this.#range.value) >= this.#epochs.length) this.#goTo(0);
    this.#timer = setTimeout(() => this.#next(), this.#pause);
    this.#show();
  }

  /** The film goes on until it has reached the present. */
  #next() {
    const position = Number(this.#range.value) + 1;
    if (position >= this.#epochs.length) this.#stop();
    else this.#timer = setTimeout(() => this.#next(), this.#pause);
    this.#goTo(position);
  }

  /** With reduced motion, single pictures are shown, one second each. */
  get #pause() {
    return calm.matches ? 1000 : film / Math.max(20, this.#epochs.length);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#show();
  }

  #show() {
    const playing = this.#timer !== 0;
    this.#play.setAttribute("aria-label", playing ? t("Stop the film") : t("Play the epochs as a film"));
    find(this.#play, "use", SVGUseElement).setAttribute("href", playing ? "#icon-pause" : "#icon-play");
  }
}
