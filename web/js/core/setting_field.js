import { element, showNote } from "../ui/dom.js";
import { Emitter } from "./emitter.js";
import { setting } from "./formats.js";
import { complaint, parse, positionOf, valueAt } from "./settings.js";
import { again, onLanguage, t } from "../texts/texts.js";

/** @import {Field} from "./settings.js" */

/**
 * One setting: its name and symbol, a number to type and a slider.
 * @extends {Emitter<{changed: number}>} changed: a value that is allowed
 */
export class SettingField extends Emitter {
  /** The element to place. */
  root;

  #field;
  #value;
  #number;
  #slider;
  #note;
  #error;
  #entered = false; // what stands in the field was set, and nothing typed since

  /** @param {Field} field */
  constructor(field) {
    super();
    this.#field = field;
    this.#value = field.default;
    const id = `setting-${field.name}`;
    // Where space is short, only the second half is visible.
    this.#note = element(
      "span",
      { class: "field-note", id: `${id}-note`, hidden: true },
      element("span", { class: "field-note-start" }, t("takes effect"), " "),
      t("at the next reset"),
    );
    this.#error = element("p", { class: "field-error", id: `${id}-error`, role: "alert", hidden: true });
    this.#number = element("input", {
      id,
      type: "text",
      inputmode: field.whole ? "numeric" : "decimal",
      autocomplete: "off",
      spellcheck: "false",
      "aria-errormessage": `${id}-error`, // it is an alert, which a description would repeat
    });
    this.#slider = element("input", { type: "range", min: 0, max: field.stops.length - 1, step: 1 });
    const label = element("label", { for: id }, field.label);
    if (field.symbol) label.append(" ", element("span", { class: "symbol" }, field.symbol));
    this.root = element(
      "div",
      { class: "field", "data-setting": field.name },
      label,
      this.#note,
      this.#number,
      this.#slider,
      this.#error,
    );

    this.#slider.addEventListener("input", () => this.#take(valueAt(field, Number(this.#slider.value))));
    this.#number.addEventListener("input", () => {
      this.#entered = false;
      this.#check();
    });
    this.#number.addEventListener("change", () => this.#commit());
    this.#number.addEventListener("keydown", (event) => this.#key(event));
    this.#number.addEventListener("blur", () => this.#showValue());
    this.#write();
    onLanguage(() => this.#write());
  }

  /**
   * @param {number} value
   * @param {boolean} deferred it waits for the next reset
   */
  update(value, deferred) {
    showNote(this.#note, [this.#number, this.#slider], deferred);
    if (value === this.#value) return;
    this.#value = value;
    if (document.activeElement !== this.#number || this.#entered) this.#showValue();
    else this.#showSlider();
  }

  /** In the page's language, with its decimal sign. */
  #write() {
    const { label, symbol } = this.#field;
    const setting = `${again(label)}${symbol && ` ${symbol}`}`;
    this.#slider.setAttribute("aria-label", t("{setting}, slider", { setting }));
    this.#showValue();
  }

  /** @param {number} value */
  #take(value) {
    this.#value = value;
    this.#showValue();
    this.emit("changed", value);
  }

  #commit() {
    const value = parse(this.#field, this.#number.value);
    if (!this.#field.allows(value)) return;
    this.#entered = true;
    this.#take(value);
  }

  #check() {
    const wrong = !this.#field.allows(parse(this.#field, this.#number.value));
    this.#number.setAttribute("aria-invalid", String(wrong));
    this.#error.hidden = !wrong;
    this.#error.textContent = wrong ? complaint(this.#field) : "";
  }

  /**
   * Enter sets, the arrows go to the slider's next stop, Escape goes back.
   * @param {KeyboardEvent} event
   */
  #key(event) {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction) {
      event.preventDefault();
      this.#take(valueAt(this.#field, positionOf(this.#field, this.#value) + direction));
    } else if (event.key === "Enter") {
      this.#commit();
    } else if (event.key === "Escape" && this.#number.value !== setting(this.#value)) {
      event.stopPropagation();
      this.#showValue();
    }
  }

  #showValue() {
    this.#number.value = setting(this.#value);
    this.#check();
    this.#showSlider();
  }

  #showSlider() {
    const position = positionOf(this.#field, this.#value);
    this.#slider.value = String(position);
    this.#slider.setAttribute("aria-valuetext", setting(this.#value));
    this.#slider.style.setProperty("--filled", String(position / (this.#field.stops.length - 1)));
  }
}
