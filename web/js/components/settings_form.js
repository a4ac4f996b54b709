import { element } from "../dom.js";
import { Emitter } from "../emitter.js";
import { setting } from "../formats.js";
import { fields, presetOf, presets } from "../settings.js";
import { t } from "../texts/texts.js";
import { SettingField } from "./setting_field.js";

/** @import {SettingName, Settings} from "../protocol.js" */
/** @import {Preset} from "../settings.js" */

/**
 * The presets and the fields of all settings.
 * @extends {Emitter<{changed: Partial<Settings>, preset: Preset}>}
 */
export class SettingsForm extends Emitter {
  /** @type {[Preset, HTMLButtonElement][]} */
  #presets;
  /** @type {[SettingName, SettingField][]} */
  #fields;

  /**
   * @param {HTMLElement} presetPlace
   * @param {HTMLElement} fieldPlace
   */
  constructor(presetPlace, fieldPlace) {
    super();
    this.#presets = presets.map((preset, i) => [preset, this.#presetButton(preset, String(i + 1))]);
    presetPlace.append(...this.#presets.map(([, button]) => button));
    this.#fields = fields.map((field) => {
      const component = new SettingField(field);
      component.on("changed", (value) => this.emit("changed", { [field.name]: value }));
      return [field.name, component];
    });
    fieldPlace.append(...this.#fields.map(([, field]) => field.root));
  }

  /**
   * @param {Settings} settings
   * @param {SettingName[]} deferred
   */
  update(settings, deferred) {
    for (const [name, field] of this.#fields) field.update(Number(settings[name]), deferred.includes(name));
    const chosen = presetOf(settings);
    for (const [preset, button] of this.#presets) button.setAttribute("aria-pressed", String(preset === chosen));
  }

  /**
   * @param {Preset} preset
   * @param {string} key
   */
  #presetButton(preset, key) {
    const values = `λ ${setting(preset.l2)}, η ${setting(preset.learningRate)}`;
    const button = element(
      "button",
      { type: "button", class: "preset", "aria-keyshortcuts": key, title: t("{values}, {epochs} epochs, batch size {size} ({key})", { values, epochs: 40, size: 100, key }) },
      element("span", { class: "visually-hidden" }, `${t("Preset")} `),
      element("b", {}, preset.name),
      element("span", {}, `λ ${setting(preset.l2)}`),
      element("span", {}, `η ${setting(preset.learningRate)}`),
    );
    button.addEventListener("click", () => this.emit("preset", preset));
    return button;
  }
}
