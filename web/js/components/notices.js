import { element, icon } from "../dom.js";
import * as formats from "../formats.js";

/** @import {LoadProgress} from "../protocol.js" */

const undoTime = 10_000; // ms

/** Messages over the figures: errors until they are dismissed, and what is being loaded. */
export class Notices {
  #root;
  /** @type {Map<string, HTMLElement>} by topic */
  #shown = new Map();
  /** @type {Map<string, string>} the errors by topic, also those dismissed */
  #errors = new Map();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * Shows an error in place of the one before on the same topic. The same one again does
   * not come back after it was dismissed, until the topic is cleared.
   * @param {string} topic
   * @param {string} message
   */
  error(topic, message) {
    if (this.#errors.get(topic) === message) return;
    const close = element("button", { type: "button", class: "tool", "aria-label": "Dismiss" }, icon("close"));
    close.addEventListener("click", () => this.#remove(topic));
    this.#put(topic, element("div", { class: "notice error", role: "alert" }, element("p", {}, message), close));
    this.#errors.set(topic, message);
  }

  /**
   * Says what was done, with a way to undo it, for a while.
   * @param {string} topic
   * @param {string} message
   * @param {() => void} undo
   */
  offerUndo(topic, message, undo) {
    const button = element("button", { type: "button" }, "Undo");
    const notice = this.#put(topic, element("div", { class: "notice undo", role: "status" }, element("p", {}, message), button));
    const end = () => this.#shown.get(topic) === notice && this.#remove(topic);
    button.addEventListener("click", () => {
      undo();
      end();
    });
    setTimeout(end, undoTime);
  }

  /**
   * @param {LoadProgress} progress
   * @param {() => void} cancel
   */
  loading(progress, cancel) {
    const { file, fileIndex, files, bytes, totalBytes, images, secondsLeft } = progress;
    const which = files > 1 ? ` (${fileIndex + 1} of ${files})` : "";
    const figures = [`${formats.megabytes(bytes)} of ${formats.megabytes(totalBytes)}`, `${formats.count(images)} images`];
    if (secondsLeft > 0) figures.push(`${formats.duration(secondsLeft)} left`);
    const notice = this.#shown.get("loading") ?? this.#put("loading", loadingNotice(cancel));
    const [name, amount, bar] = notice.children;
    if (name && amount) [name.textContent, amount.textContent] = [`Loading ${file}${which}`, figures.join(" · ")];
    if (bar instanceof HTMLProgressElement) [bar.max, bar.value] = [Math.max(1, totalBytes), bytes];
  }

  /** @param {string} topic */
  clear(topic) {
    this.#errors.delete(topic);
    this.#remove(topic);
  }

  /** @param {string} topic */
  #remove(topic) {
    this.#shown.get(topic)?.remove();
    this.#shown.delete(topic);
  }

  /**
   * @param {string} topic
   * @param {HTMLElement} notice
   */
  #put(topic, notice) {
    this.#remove(topic);
    this.#shown.set(topic, notice);
    this.#root.append(notice);
    return notice;
  }
}

/** @param {() => void} cancel */
function loadingNotice(cancel) {
  const button = element("button", { type: "button" }, "Cancel");
  button.addEventListener("click", cancel);
  return element(
    "div",
    { class: "notice loading" },
    element("p", {}),
    element("p", { class: "muted" }),
    element("progress", { "aria-label": "Loading" }),
    button,
  );
}
