import { element, icon } from "../dom.js";
import * as formats from "../formats.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {LoadProgress} from "../protocol.js" */

const undoTime = 10_000; // ms

/** Messages by the figures: errors above them until they are dismissed; over their edge what passes by itself. */
export class Notices {
  #root;
  #passing;
  /** @type {Map<string, HTMLElement>} by topic */
  #shown = new Map();
  /** @type {Map<string, string>} the errors by topic, also those dismissed */
  #errors = new Map();

  /**
   * @param {HTMLElement} root of errors
   * @param {HTMLElement} passing of what is being loaded, and what can be undone for a while
   */
  constructor(root, passing) {
    this.#root = root;
    this.#passing = passing;
  }

  /**
   * Shows an error in place of the one before on the same topic. The same one again does
   * not come back after it was dismissed, until the topic is cleared.
   * @param {string} topic
   * @param {string} message
   */
  error(topic, message) {
    if (this.#errors.get(topic) === message) return;
    const close = element("button", { type: "button", class: "tool", "aria-label": t("Dismiss") }, icon("close"));
    close.addEventListener("click", () => this.#remove(topic));
    const notice = element("div", { class: "notice error", role: "alert" }, element("p", {}, told(message)), close);
    this.#put(this.#root, topic, notice).scrollIntoView({ block: "nearest" });
    this.#errors.set(topic, message);
  }

  /**
   * Says what was done, with a way to undo it, for a while.
   * @param {string} topic
   * @param {string} message
   * @param {() => void} undo
   */
  offerUndo(topic, message, undo) {
    const button = element("button", { type: "button" }, t("Undo"));
    const notice = this.#put(this.#passing, topic, element("div", { class: "notice undo", role: "status" }, element("p", {}, message), button));
    const end = () => this.#shown.get(topic) === notice && this.#remove(topic);
    button.addEventListener("click", () => {
      undo();
      end();
    });
    setTimeout(end, undoTime);
  }

  /**
   * Says that something can be done whenever the visitor likes.
   * @param {string} topic
   * @param {string} message
   * @param {string} label of the button
   * @param {() => void} act
   */
  offer(topic, message, label, act) {
    const button = element("button", { type: "button" }, label);
    const close = element("button", { type: "button", class: "tool", "aria-label": t("Dismiss") }, icon("close"));
    button.addEventListener("click", act);
    close.addEventListener("click", () => this.#remove(topic));
    this.#put(this.#root, topic, element("div", { class: "notice offer", role: "status" }, element("p", {}, message), button, close));
  }

  /**
   * @param {LoadProgress} progress
   * @param {() => void} cancel
   */
  loading(progress, cancel) {
    const { file, fileIndex, files, bytes, totalBytes, images, secondsLeft } = progress;
    const which = files > 1 ? ` (${t("{n} of {all}", { n: fileIndex + 1, all: files })})` : "";
    const figures = [t("{n} of {all}", { n: formats.megabytes(bytes), all: formats.megabytes(totalBytes) })];
    if (images > 0) figures.push(t("{n} images", { n: formats.count(images) })); // they count once their shard is whole
    if (secondsLeft > 0) figures.push(t("{time} left", { time: formats.duration(secondsLeft) }));
    const notice = this.#shown.get("loading") ?? this.#put(this.#passing, "loading", loadingNotice(cancel));
    const [name, amount, bar] = notice.children;
    if (name && amount) [name.textContent, amount.textContent] = [`${t("Loading {file}", { file })}${which}`, figures.join(" · ")];
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
   * @param {HTMLElement} root
   * @param {string} topic
   * @param {HTMLElement} notice
   */
  #put(root, topic, notice) {
    this.#remove(topic);
    this.#shown.set(topic, notice);
    root.append(notice);
    return notice;
  }
}

/** @param {() => void} cancel */
function loadingNotice(cancel) {
  const button = element("button", { type: "button" }, t("Cancel"));
  button.addEventListener("click", cancel);
  return element(
    "div",
    { class: "notice loading" },
    element("p", {}),
    element("p", { class: "muted" }),
    element("progress", { "aria-label": t("Loading") }),
    button,
  );
}
