/**
 * The one table of settings: names, symbols, limits and sliders. A slider may cover less
 * than what may be typed.
 * @module
 */

import { best, defaults, limits, presets } from "./constants.js";
import { count, setting } from "./formats.js";
import { t } from "../texts/texts.js";
import { complete, noOptions, options } from "./options.js";

/** @import {Choice} from "./options.js" */
/** @import {Settings, SettingName} from "./protocol.js" */

/**
 * A number that can be set.
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label in words
 * @property {string} symbol as the course writes it, else empty
 * @property {number} default
 * @property {(value: number) => boolean} allows
 * @property {() => string} expected what is allowed, to complete "λ must be …"
 * @property {number[]} stops the values a slider can take, ascending
 * @property {boolean} whole
 */

/** @type {(Field & {name: "l2" | "learningRate" | "batchSize" | "epochs" | "seed"})[]} */
export const fields = [
  {
    name: "l2",
    get label() {
      return t("L2 penalty");
    },
    symbol: "λ",
    default: defaults.l2,
    allows: (value) => within(value, limits.l2),
    expected: () => t("a number from {least} to {most}", plain(limits.l2)),
    stops: [0, ...logarithmic(1e-5, 10)],
    whole: false,
  },
  {
    name: "learningRate",
    get label() {
      return t("learning rate");
    },
    symbol: "η",
    default: defaults.learningRate,
    allows: (value) => value > limits.learningRate.least && within(value, limits.learningRate),
    expected: () => t("a number above {least}, up to {most}", plain(limits.learningRate)),
    stops: logarithmic(1e-5, 1),
    whole: false,
  },
  whole("batchSize", () => t("batch size"), logarithmic(1, 1000).filter(Number.isInteger)),
  whole("epochs", () => t("epochs"), linear(1, 100)),
  whole("seed", () => t("seed"), linear(0, 100)),
];

export { presets };

/** @typedef {typeof presets[number]} Preset */

/** The settings by which one layer does best: engine/experiment/best.go. */
export const bestSettings = {
  ...noOptions,
  l2: best.l2,
  learningRate: best.learningRate,
  batchSize: best.batchSize,
  epochs: best.epochs,
  shuffle: false,
  schedule: /** @type {Settings["schedule"]} */ (best.schedule),
  flip: best.flip,
  smoothing: best.smoothing,
};

/** What they leave of the five shards for validation, as the course does. */
export const bestHoldOut = { validation: best.heldOut, test: 0 };

/**
 * All that a preset sets; the seed stays the visitor's.
 * @param {Preset} preset
 * @returns {Omit<Settings, "seed">}
 */
export function presetSettings({ l2, learningRate }) {
  return { ...noOptions, l2, learningRate, batchSize: defaults.batchSize, epochs: defaults.epochs, shuffle: false };
}

/**
 * All that a preset of a name sets, or null if there is none.
 * @param {unknown} name A to D, or best
 * @returns {Omit<Settings, "seed"> | null}
 */
export function settingsOfPreset(name) {
  if (name === "best") return bestSettings;
  const preset = presets.find((preset) => preset.name === name);
  return preset ? presetSettings(preset) : null;
}

/**
 * The preset that these settings are, if they are one.
 * @param {Settings} settings
 * @returns {Preset | null}
 */
export function presetOf(settings) {
  return presets.find((preset) => isSame(presetSettings(preset), settings)) ?? null;
}

/** Whether settings are those of the preset "best one layer". @param {Settings} settings */
export function areBest(settings) {
  return isSame(bestSettings, settings);
}

/**
 * @param {Omit<Settings, "seed">} preset
 * @param {Settings} settings
 */
function isSame(preset, settings) {
  const whole = complete(settings);
  return Object.entries(preset).every(([name, value]) => whole[/** @type {SettingName} */ (name)] === value);
}

/** A setting with a value that is not allowed. */
export class SettingError extends Error {
  /**
   * @param {string} field
   * @param {string} message
   */
  constructor(field, message) {
    super(message);
    this.name = "SettingError";
    this.field = field;
  }
}

/**
 * Throws a SettingError for the first unknown name or value that is not allowed.
 * @param {Record<string, unknown>} settings
 */
export function check(settings) {
  for (const [name, value] of Object.entries(settings)) {
    if (name === "shuffle") {
      if (typeof value !== "boolean") throw new SettingError(name, "shuffle must be true or false");
      continue;
    }
    const option = options.find((option) => option.name === name);
    if (option && "choices" in option) {
      checkChoice(option, value);
      continue;
    }
    const field = option ?? fields.find((field) => field.name === name);
    if (!field) {
      const known = [...fields.map((field) => field.name), "shuffle", ...options.map((option) => option.name)].join(
        ", ",
      );
      throw new SettingError(name, `${name} is not a setting; the settings are ${known}`);
    }
    if (typeof value !== "number" || !field.allows(value))
      throw new SettingError(name, t("{setting} must be {expected}", { setting: name, expected: field.expected() }));
  }
}

/**
 * @param {Choice} option
 * @param {unknown} value
 */
function checkChoice(option, value) {
  const values = option.choices.map(([value]) => value);
  if (!values.some((known) => known === value))
    throw new SettingError(
      option.name,
      t("{setting} must be {expected}", {
        setting: option.name,
        expected: t("one of {choices}", { choices: values.join(", ") }),
      }),
    );
}

/**
 * What to say to a visitor whose value is not allowed.
 * @param {Field} field
 */
export function complaint(field) {
  return t("{setting} must be {expected}", { setting: field.symbol || field.label, expected: field.expected() });
}

/**
 * The short name of a setting: λ, η, batch size.
 * @param {string} name
 */
export function symbolOf(name) {
  const field = fields.find((field) => field.name === name);
  if (!field) return name === "shuffle" ? t("shuffle") : name;
  return field.symbol || field.label;
}

/**
 * Reads a typed number: .1, 0.1, 0,1, 1e-3, its minus that of a keyboard or of the page, or, where only whole numbers
 * will do, 1,000. What can be read in
 * two ways is none: 1,000 where there are parts, 1.000 where there are not.
 * @param {Field} field
 * @param {string} text
 * @returns {number} NaN if it is none
 */
export function parse(field, text) {
  let plain = text.replace(/\s/g, "").replaceAll("−", "-");
  if (field.whole && /^\d{1,3}(,\d{3})+$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/.test(plain) && (field.whole || plain.includes(","))) return NaN;
  plain = plain.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/**
 * The slider position whose value is nearest.
 * @param {Field} field
 * @param {number} value
 */
export function positionOf({ stops }, value) {
  let nearest = 0;
  stops.forEach((stop, position) => {
    if (Math.abs(stop - value) < Math.abs((stops[nearest] ?? 0) - value)) nearest = position;
  });
  return nearest;
}

/**
 * @param {Field} field
 * @param {number} position
 */
export function valueAt({ stops }, position) {
  return stops[Math.max(0, Math.min(stops.length - 1, position))] ?? NaN;
}

/**
 * The round numbers of every decade, ten to each.
 * @param {number} from a power of ten
 * @param {number} to a power of ten
 * @returns {number[]}
 */
export function logarithmic(from, to) {
  const mantissas = ["1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8"];
  const stops = [];
  for (let power = Math.round(Math.log10(from)); power < Math.round(Math.log10(to)); power++) {
    stops.push(...mantissas.map((mantissa) => Number(`${mantissa}e${power}`)));
  }
  return [...stops, to];
}

/**
 * @param {number} from
 * @param {number} to
 */
function linear(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/**
 * @param {number} value
 * @param {{least: number, most: number}} limits
 */
function within(value, { least, most }) {
  return value >= least && value <= most;
}

/** @param {{least: number, most: number}} limits */
function written({ least, most }) {
  return { least: count(least), most: count(most) };
}

/**
 * Limits as a field with parts reads them: 1000, since 1,000 could be one.
 * @param {{least: number, most: number}} limits
 */
function plain({ least, most }) {
  return { least: setting(least), most: setting(most) };
}

/**
 * A setting that is a whole number.
 * @template {"batchSize" | "epochs" | "seed"} Name
 * @param {Name} name
 * @param {() => string} label
 * @param {number[]} stops
 * @returns {Field & {name: Name}}
 */
function whole(name, label, stops) {
  return {
    name,
    stops,
    get label() {
      return label();
    },
    symbol: "",
    default: defaults[name],
    allows: (value) => Number.isInteger(value) && within(value, limits[name]),
    expected: () => t("a whole number from {least} to {most}", written(limits[name])),
    whole: true,
  };
}
