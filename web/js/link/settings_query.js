import { check, complaint, fields, parse, presets, presetSettings } from "../settings.js";
import { t } from "../texts/texts.js";

/** @import {SettingName, Settings} from "../protocol.js" */

/** What the settings are called in an address. @type {Record<SettingName, string>} */
const names = { l2: "l2", learningRate: "lr", batchSize: "batch", epochs: "epochs", seed: "seed", shuffle: "shuffle" };

/** The names in an address that are about settings; preset=C stands for all that C sets. */
export const settingNames = ["preset", ...Object.values(names)];

/**
 * @param {Settings} settings
 * @returns {[string, string][]} names and values of a query
 */
export function settingsQuery(settings) {
  const numbers = fields.map(({ name }) => /** @type {[string, string]} */ ([names[name], String(settings[name])]));
  return settings.shuffle ? [...numbers, [names.shuffle, "1"]] : numbers;
}

/**
 * Reads the settings of an address. What it doesn't name stays as it is.
 * @param {URLSearchParams} query
 * @returns {{settings: Partial<Settings>, wrong: string[]}} wrong: a complaint for each value that can't be used
 */
export function settingsIn(query) {
  /** @type {Partial<Settings>} */
  const settings = {};
  const wrong = [];
  const letter = query.get("preset");
  const preset = presets.find(({ name }) => name === letter?.toUpperCase());
  if (preset) Object.assign(settings, presetSettings(preset));
  else if (letter !== null) wrong.push(`preset=${letter}: ${t("the presets are A, B, C and D")}`);
  for (const field of fields) {
    const text = query.get(names[field.name]);
    if (text === null) continue;
    const value = parse(field, text);
    if (field.allows(value)) settings[field.name] = value;
    else wrong.push(`${names[field.name]}=${text}: ${complaint(field)}`);
  }
  const shuffle = query.get(names.shuffle);
  if (shuffle === "1" || shuffle === "0") settings.shuffle = shuffle === "1";
  else if (shuffle !== null) wrong.push(`shuffle=${shuffle}: ${t("shuffle must be 0 or 1")}`);
  check(settings);
  return { settings, wrong };
}

/** Whether these are the settings of a page that nobody has touched. @param {Settings} settings */
export function areUsual(settings) {
  return !settings.shuffle && fields.every((field) => settings[field.name] === field.default);
}
