import { byId, element } from "../ui/dom.js";
import { narrow } from "../ui/screen.js";
import { Emitter } from "../core/emitter.js";
import { setting } from "../core/formats.js";
import { fields, presetOf, presets } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { SettingField } from "../core/setting_field.js";

/** @import {SettingName, Settings} from "../core/protocol.js" */
/** @import {Preset} from "../core/settings.js" */

/**
 * The presets and the fields of all settings.
 * @extends {Emitter<{changed: Partial<Settings>, preset: Preset}>}
 */
export class SettingsForm extends Emitter {
  /** @type {[Preset, HTMLButtonElement][]} */
  #presets;
  /** @type {[SettingName, SettingField][]} */
  #fields;
  #place;
  #dock = byId("dock", HTMLElement);

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
    this.#place = fieldPlace;
    this.#arrange();
    narrow.addEventListener("change", () => this.#arrange());
  }

  /** On a narrow screen λ and η are above the buttons, so that they can be dragged while watching the charts. */
  #arrange() {
    const docked = (/** @type {SettingName} */ name) => narrow.matches && (name === "l2" || name === "learningRate");
    for (const [name, { root }] of this.#fields) (docked(name) ? this.#dock : this.#place).append(root);
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
    const button = element(
      "button",
      {
        type: "button",
        class: "preset",
        "aria-keyshortcuts": key,
        title: t("{epochs} epochs, batch size {size} ({key})", { epochs: 40, size: 100, key }),
      },
      element("span", { class: "visually-hidden" }, `${t("Preset")} `),
      element("b", {}, preset.name),
      element("span", {}, `λ ${setting(preset.l2)}`),
      element("span", {}, `η ${setting(preset.learningRate)}`),
    );
    button.addEventListener("click", () => this.emit("preset", preset));
    return button;
  }
}
