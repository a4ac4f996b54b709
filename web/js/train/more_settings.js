import { Emitter } from "../core/emitter.js";
import { complete, countOptions, options } from "../core/options.js";
import { SettingField } from "../core/setting_field.js";
import { areBest } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { element, setText } from "../ui/dom.js";
import { ChoiceField } from "./choice_field.js";

/** @import {ChoiceOption, NumberOption} from "../core/options.js" */
/** @import {Settings, SettingName} from "../core/protocol.js" */

/**
 * The settings beyond the report's: a fold with a count of those that differ.
 * @extends {Emitter<{changed: Partial<Settings>, best: void}>}
 */
export class MoreSettings extends Emitter {
  /** The element to place. */
  root = element("details", { class: "more-settings" });

  #count = element("span", { class: "more-count" });
  #best = element(
    "button",
    {
      type: "button",
      class: "best",
      title: t("λ 0.001, η 0.003 falling to 0, 60 epochs, flips, smoothed 3×, all training shards; trains at once"),
    },
    t("Best one layer"),
  );
  #shuffle = element("input", { type: "checkbox", id: "setting-shuffle" });
  #shuffleNote = element("span", { class: "field-note", hidden: true }, t("at the next reset"));
  #fields = options.map((option) => ({
    option,
    field: "choices" in option ? this.#choice(option) : this.#number(option),
  }));

  constructor() {
    super();
    this.root.append(
      element("summary", {}, t("More settings"), " ", this.#count),
      element(
        "div",
        { class: "more-body" },
        this.#best,
        element(
          "label",
          { class: "check" },
          this.#shuffle,
          " ",
          t("shuffle the images each epoch"),
          " ",
          this.#shuffleNote,
        ),
        ...this.#fields.map(({ field }) => field.root),
      ),
    );
    this.#best.addEventListener("click", () => this.emit("best", undefined));
    this.#shuffle.addEventListener("change", () => this.emit("changed", { shuffle: this.#shuffle.checked }));
  }

  /**
   * @param {Settings} settings
   * @param {SettingName[]} deferred
   */
  update(settings, deferred) {
    const whole = complete(settings);
    const count = countOptions(whole);
    setText(this.#count, count === 0 ? "" : t("{n} changed from the report", { n: count }));
    this.#shuffle.checked = whole.shuffle;
    this.#shuffleNote.hidden = !deferred.includes("shuffle");
    this.#best.setAttribute("aria-pressed", String(areBest(whole)));
    for (const { option, field } of this.#fields) {
      field.root.hidden = !option.matters(whole);
      if (field instanceof ChoiceField) field.update(String(whole[option.name]), deferred.includes(option.name));
      else field.update(Number(whole[option.name]), deferred.includes(option.name));
    }
  }

  /** @param {ChoiceOption} option */
  #choice(option) {
    const field = new ChoiceField(option);
    field.on("changed", (value) => this.emit("changed", { [option.name]: value }));
    return field;
  }

  /** @param {NumberOption} option */
  #number(option) {
    const field = new SettingField(option);
    field.on("changed", (value) => this.emit("changed", { [option.name]: value }));
    return field;
  }
}
