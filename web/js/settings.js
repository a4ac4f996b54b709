/**
 * The one table of settings: names, symbols, limits and sliders. The limits are those
 * of engine/train; a slider may cover less than what may be typed.
 * @module
 */

import { t } from "./texts/texts.js";

/** @import {Settings, SettingName} from "./protocol.js" */

/**
 * A number that can be set.
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label in words
 * @property {string} symbol as the course writes it, else empty
 * @property {number} default
 * @property {(value: number) => boolean} allows
 * @property {string} expected what is allowed, to complete "λ must be …"
 * @property {number[]} stops the values a slider can take, ascending
 * @property {boolean} whole
 */

/** @type {(Field & {name: Exclude<SettingName, "shuffle">})[]} */
export const fields = [
  {
    name: "l2",
    label: t("L2 penalty"),
    symbol: "λ",
    default: 0.1,
    allows: (value) => value >= 0 && value <= 1000,
    expected: t("a number from 0 to 1,000"),
    stops: [0, ...logarithmic(1e-5, 10)],
    whole: false,
  },
  {
    name: "learningRate",
    label: t("learning rate"),
    symbol: "η",
    default: 0.001,
    allows: (value) => value > 0 && value <= 1000,
    expected: t("a number above 0, up to 1,000"),
    stops: logarithmic(1e-5, 1),
    whole: false,
  },
  {
    name: "batchSize",
    label: t("batch size"),
    symbol: "",
    default: 100,
    allows: (value) => Number.isInteger(value) && value >= 1 && value <= 10_000,
    expected: t("a whole number from 1 to 10,000"),
    stops: logarithmic(1, 1000).filter(Number.isInteger),
    whole: true,
  },
  {
    name: "epochs",
    label: t("epochs"),
    symbol: "",
    default: 40,
    allows: (value) => Number.isInteger(value) && value >= 1 && value <= 10_000,
    expected: t("a whole number from 1 to 10,000"),
    stops: linear(1, 100),
    whole: true,
  },
  {
    name: "seed",
    label: t("seed"),
    symbol: "",
    default: 1,
    allows: (value) => Number.isSafeInteger(value) && value >= 0,
    expected: t("a whole number from 0 to 9,007,199,254,740,991"),
    stops: linear(0, 100),
    whole: true,
  },
];

/**
 * The report's four settings, each of 40 epochs with batches of 100, and the test
 * accuracy it published for them.
 */
export const presets = [
  { name: "A", l2: 0, learningRate: 0.1, published: 0.2729 },
  { name: "B", l2: 0, learningRate: 0.001, published: 0.39 },
  { name: "C", l2: 0.1, learningRate: 0.001, published: 0.3904 },
  { name: "D", l2: 1, learningRate: 0.001, published: 0.3758 },
];

/** @typedef {typeof presets[number]} Preset */

/**
 * All that a preset sets; the seed stays the visitor's.
 * @param {Preset} preset
 * @returns {Omit<Settings, "seed">}
 */
export function presetSettings({ l2, learningRate }) {
  return { l2, learningRate, batchSize: 100, epochs: 40, shuffle: false };
}

/**
 * The preset that these settings are, if they are one.
 * @param {Settings} settings
 * @returns {Preset | null}
 */
export function presetOf(settings) {
  const same = (/** @type {Preset} */ preset) =>
    Object.entries(presetSettings(preset)).every(([name, value]) => settings[/** @type {SettingName} */ (name)] === value);
  return presets.find(same) ?? null;
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
    const field = fields.find((field) => field.name === name);
    if (!field) {
      const known = [...fields.map((field) => field.name), "shuffle"].join(", ");
      throw new SettingError(name, `${name} is not a setting; the settings are ${known}`);
    }
    if (typeof value !== "number" || !field.allows(value)) throw new SettingError(name, t("{setting} must be {expected}", { setting: name, expected: field.expected }));
  }
}

/**
 * What to say to a visitor whose value is not allowed.
 * @param {Field} field
 */
export function complaint(field) {
  return t("{setting} must be {expected}", { setting: field.symbol || field.label, expected: field.expected });
}

/**
 * Reads a typed number: .1, 0.1, 0,1, 1e-3 or, where only whole numbers will do, 1,000.
 * @param {Field} field
 * @param {string} text
 * @returns {number} NaN if it is none
 */
export function parse(field, text) {
  let plain = text.replace(/\s/g, "");
  if (field.whole && /^\d{1,3}(,\d{3})+$/.test(plain)) plain = plain.replaceAll(",", "");
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
