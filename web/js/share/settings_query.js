import { foreign } from "../core/foreign.js";
import { countOptions, options, optionsInUse } from "../core/options.js";
import { check, complaint, fields, parse, settingsOfPreset } from "../core/settings.js";
import { t } from "../texts/texts.js";

/** @import {ChoiceOption, NumberOption} from "../core/options.js" */
/** @import {Settings} from "../core/protocol.js" */

/** What the settings are called in an address; the options have keys of their own. */
const names = { l2: "l2", learningRate: "lr", batchSize: "batch", epochs: "epochs", seed: "seed", shuffle: "shuffle" };

/** The names in an address that are about settings; preset=C stands for all that C sets. */
export const settingNames = ["preset", ...Object.values(names), ...options.map(({ key }) => key)];

/**
 * @param {Settings} settings
 * @returns {[string, string][]} names and values of a query
 */
export function settingsQuery(settings) {
  const numbers = fields.map(({ name }) => /** @type {[string, string]} */ ([names[name], String(settings[name])]));
  const inUse = optionsInUse(settings).map(
    ({ key, name }) => /** @type {[string, string]} */ ([key, String(settings[name])]),
  );
  return [...numbers, ...(settings.shuffle ? [/** @type {[string, string]} */ ([names.shuffle, "1"])] : []), ...inUse];
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
  const preset = settingsOfPreset(letter === "best" ? letter : letter?.toUpperCase());
  if (preset) Object.assign(settings, preset);
  else if (letter !== null) wrong.push(`preset=${foreign(letter)}: ${t("the presets are A, B, C, D and best")}`);
  for (const field of fields) {
    const text = query.get(names[field.name]);
    if (text === null) continue;
    const value = parse(field, text);
    if (field.allows(value)) settings[field.name] = value;
    else wrong.push(`${names[field.name]}=${foreign(text)}: ${complaint(field)}`);
  }
  const shuffle = query.get(names.shuffle);
  if (shuffle === "1" || shuffle === "0") settings.shuffle = shuffle === "1";
  else if (shuffle !== null) wrong.push(`shuffle=${foreign(shuffle)}: ${t("shuffle must be 0 or 1")}`);
  for (const option of options) {
    const text = query.get(option.key);
    if (text === null) continue;
    const value = "choices" in option ? choiceIn(option, text) : numberIn(option, text);
    if (value !== null) Object.assign(settings, { [option.name]: value });
    else
      wrong.push(
        `${option.key}=${foreign(text)}: ${"choices" in option ? t("one of {choices}", { choices: option.choices.map(([value]) => value).join(", ") }) : complaint(option)}`,
      );
  }
  check(settings);
  return { settings, wrong };
}

/**
 * @param {ChoiceOption} option
 * @param {string} text
 */
function choiceIn({ choices }, text) {
  return choices.some(([value]) => value === text) ? text : null;
}

/**
 * @param {NumberOption} option
 * @param {string} text
 */
function numberIn(option, text) {
  const value = parse(option, text);
  return option.allows(value) ? value : null;
}

/** Whether these are the settings of an untouched page. @param {Settings} settings */
export function areUsual(settings) {
  return countOptions(settings) === 0 && fields.every((field) => settings[field.name] === field.default);
}
