import { element, icon } from "./dom.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";

/**
 * How far a load of files has come; bytes and images count once a file is done.
 * @typedef {object} Loading
 * @property {string} file the one that is read
 * @property {number} fileIndex its place among them, from 0
 * @property {number} files
 * @property {number} bytes
 * @property {number} totalBytes
 * @property {number} images
 * @property {number} secondsLeft
 */

/** @import {Voice} from "./voice.js" */

const undoTime = 10_000; // ms

/** Messages near the figures: errors above them until they are dismissed; passing messages over their edge. */
export class Notices {
  #root;
  #passing;
  #voice;
  /** @type {Map<string, HTMLElement>} by topic */
  #shown = new Map();
  /** @type {Map<string, string>} the errors by topic, also those dismissed */
  #errors = new Map();

  /**
   * @param {HTMLElement} root of errors
   * @param {HTMLElement} passing of the current loading, and of what can be undone for a while
   * @param {Voice} voice announces messages other than errors; errors are announced at once
   */
  constructor(root, passing, voice) {
    this.#root = root;
    this.#passing = passing;
    this.#voice = voice;
  }

  /**
   * Shows an error, which replaces the previous one on the same topic. The same error does
   * not come back after it was dismissed, until the topic is cleared.
   * @param {string} topic
   * @param {string} message
   */
  error(topic, message) {
    if (this.#errors.get(topic) === message) return;
    const close = element("button", { type: "button", class: "tool", "aria-label": t("Dismiss") }, icon("close"));
    close.addEventListener("click", () => this.#remove(topic));
    const notice = element("div", { class: "notice error", role: "alert" }, element("p", {}, message), close);
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
    const notice = this.#put(
      this.#passing,
      topic,
      element("div", { class: "notice undo" }, element("p", {}, message), button),
    );
    this.#voice.say(message);
    const end = () => this.#shown.get(topic) === notice && this.#remove(topic);
    button.addEventListener("click", () => {
      undo();
      end();
    });
    setTimeout(end, undoTime);
  }

  /**
   * Says what was done, until it is dismissed.
   * @param {string} topic
   * @param {string} message
   */
  say(topic, message) {
    const close = element("button", { type: "button", class: "tool", "aria-label": t("Dismiss") }, icon("close"));
    close.addEventListener("click", () => this.#remove(topic));
    this.#put(this.#root, topic, element("div", { class: "notice offer" }, element("p", {}, message), close));
    this.#voice.say(message);
  }

  /**
   * Says something for a while.
   * @param {string} topic
   * @param {string} message
   */
  pass(topic, message) {
    const notice = this.#put(this.#passing, topic, element("div", { class: "notice undo" }, element("p", {}, message)));
    this.#voice.say(message);
    setTimeout(() => this.#shown.get(topic) === notice && this.#remove(topic), undoTime);
  }

  /**
   * Offers something that the visitor can do at any time.
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
    this.#put(this.#root, topic, element("div", { class: "notice offer" }, element("p", {}, message), button, close));
    this.#voice.say(message);
  }

  /**
   * @param {Loading} progress
   * @param {() => void} cancel
   * @returns {string} what it says
   */
  loading(progress, cancel) {
    const { file, fileIndex, files, bytes, totalBytes, images, secondsLeft } = progress;
    const which = files > 1 ? ` (${t("{n} of {all}", { n: fileIndex + 1, all: files })})` : "";
    const figures = [t("{n} of {all}", { n: formats.megabytes(bytes), all: formats.megabytes(totalBytes) })];
    if (images > 0) figures.push(t("{n} images", { n: formats.count(images) })); // they count once their shard is whole
    if (secondsLeft > 0) figures.push(t("{time} left", { time: formats.duration(secondsLeft) }));
    const notice = this.#shown.get("loading") ?? this.#put(this.#passing, "loading", loadingNotice(cancel));
    const [name, amount, bar] = notice.children;
    const saying = [`${t("Loading {file}", { file })}${which}`, figures.join(" · ")];
    if (name && amount) [name.textContent, amount.textContent] = saying;
    if (bar instanceof HTMLProgressElement) [bar.max, bar.value] = [Math.max(1, totalBytes), bytes];
    return saying.join(", ");
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
