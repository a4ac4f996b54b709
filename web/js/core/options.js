/**
 * The settings beyond the report's: all are off by default. One table for the form, the link, the
 * tables and the exports; the limits are those of engine/train.
 * @module
 */

import { defaults, limits } from "./constants.js";
import { count, setting } from "./formats.js";
import { t } from "../texts/texts.js";

/** @import {Settings} from "./protocol.js" */
/** @import {Field} from "./settings.js" */

/**
 * @typedef {object} Common
 * @property {string} key in a link
 * @property {(settings: Settings) => boolean} matters whether it has an effect with the other settings
 */

/**
 * A setting with a list of values.
 * @typedef {object} Choice
 * @property {string} name
 * @property {string} label
 * @property {string} default
 * @property {[value: string, text: string][]} choices
 */

/**
 * @typedef {"momentum" | "decayFactor" | "decayEvery" | "earlyStopping" | "flip" | "shift" | "trainingImages" |
 * "smoothing"} NumberName
 */
/** @typedef {"loss" | "optimizer" | "schedule" | "initialization"} ChoiceName */
/** @typedef {Field & Common & {name: NumberName}} NumberOption */
/** @typedef {Choice & Common & {name: ChoiceName}} ChoiceOption */

const always = () => true;

/** @param {NumberName} name */
function whole(name) {
  const { least, most } = limits[name];
  const allows = (/** @type {number} */ value) => Number.isInteger(value) && value >= least && value <= most;
  return {
    symbol: "",
    whole: true,
    allows,
    expected: () => t("a whole number from {least} to {most}", { least: count(least), most: count(most) }),
  };
}

/** @param {NumberName} name */
function real(name) {
  const { least, most } = limits[name];
  const allows = (/** @type {number} */ value) => value >= least && value <= most;
  return { symbol: "", whole: false, allows, expected: () => t("a number from {least} to {most}", { least, most }) };
}

/** @param {number} to */
const upTo = (to) => Array.from({ length: to + 1 }, (_, i) => i);

/** @param {Settings} settings */
const decays = ({ schedule }) => schedule === "step" || schedule === "plateau";

/** @type {(NumberOption | ChoiceOption)[]} */
export const options = [
  {
    name: "loss",
    key: "loss",
    get label() {
      return t("loss");
    },
    default: "softmax",
    matters: always,
    get choices() {
      return /** @type {[string, string][]} */ ([
        ["softmax", t("softmax cross-entropy")],
        ["bce", t("sigmoid, binary cross-entropy")],
        ["svm", t("SVM, hinge")],
      ]);
    },
  },
  {
    name: "optimizer",
    key: "opt",
    get label() {
      return t("steps");
    },
    default: "sgd",
    matters: always,
    get choices() {
      return /** @type {[string, string][]} */ ([
        ["sgd", t("along the gradient")],
        ["momentum", t("with momentum")],
        ["adam", "Adam"],
      ]);
    },
  },
  {
    name: "momentum",
    key: "momentum",
    get label() {
      return t("momentum");
    },
    default: defaults.momentum,
    matters: ({ optimizer }) => optimizer === "momentum",
    ...real("momentum"),
    symbol: "μ",
    stops: [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999],
  },
  {
    name: "schedule",
    key: "schedule",
    get label() {
      return t("η over the epochs");
    },
    default: "constant",
    matters: always,
    get choices() {
      return /** @type {[string, string][]} */ ([
        ["constant", t("constant")],
        ["step", t("in steps")],
        ["linear", t("linear to 0")],
        ["cosine", t("cosine to 0")],
        ["plateau", t("at a plateau")],
      ]);
    },
  },
  {
    name: "decayFactor",
    key: "decay",
    get label() {
      return t("each time times");
    },
    default: defaults.decayFactor,
    matters: decays,
    ...real("decayFactor"),
    stops: [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1],
  },
  {
    name: "decayEvery",
    key: "every",
    get label() {
      return t("every … epochs");
    },
    default: defaults.decayEvery,
    matters: decays,
    ...whole("decayEvery"),
    stops: upTo(50),
  },
  {
    name: "initialization",
    key: "init",
    get label() {
      return t("initial weights");
    },
    default: "normal",
    matters: always,
    get choices() {
      return /** @type {[string, string][]} */ ([
        ["normal", "N(0, 0.01²)"],
        ["xavier", "Xavier"],
        ["zero", t("zero")],
      ]);
    },
  },
  {
    name: "earlyStopping",
    key: "patience",
    get label() {
      return t("stop after … epochs no better");
    },
    default: 0,
    matters: always,
    ...whole("earlyStopping"),
    stops: upTo(30),
  },
  {
    name: "flip",
    key: "flip",
    get label() {
      return t("flips, probability");
    },
    default: 0,
    matters: always,
    ...real("flip"),
    stops: upTo(10).map((tenths) => tenths / 10),
  },
  {
    name: "shift",
    key: "shift",
    get label() {
      return t("shifts, up to … pixels");
    },
    default: 0,
    matters: always,
    ...whole("shift"),
    stops: upTo(8),
  },
  {
    name: "smoothing",
    key: "smoothing",
    get label() {
      return t("smoothing, passes");
    },
    default: 0,
    matters: always,
    ...whole("smoothing"),
    stops: upTo(8),
  },
  {
    name: "trainingImages",
    key: "few",
    get label() {
      return t("training images, 0 = all");
    },
    default: 0,
    matters: always,
    ...whole("trainingImages"),
    stops: [0, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 40_000, 49_000],
  },
];

/** @typedef {Pick<Settings, NumberName | ChoiceName>} Options */

/** Their values in the report. @type {Options} */
export const noOptions = /** @type {any} */ (
  Object.fromEntries(options.map((option) => [option.name, option.default]))
);

/**
 * Settings as they may have been stored before there were options.
 * @param {Settings} settings
 * @returns {Settings}
 */
export function complete(settings) {
  return { ...noOptions, ...settings };
}

/**
 * The options that differ from the report's and change something.
 * @param {Settings} settings
 */
export function optionsInUse(settings) {
  const whole = complete(settings);
  return options.filter((option) => option.matters(whole) && whole[option.name] !== option.default);
}

/** How many settings under "More settings" differ. @param {Settings} settings */
export function countOptions(settings) {
  return optionsInUse(settings).length + (settings.shuffle ? 1 : 0);
}

/**
 * The options of a run in words, for the tables: "flips 0.5, smoothed 3×"; empty for the report's.
 * @param {Settings} settings
 */
export function optionWords(settings) {
  const words = optionsInUse(settings).map(({ name }) => word(name, complete(settings)));
  if (settings.shuffle) words.push(t("shuffled"));
  return words.filter((text) => text !== "").join(", ");
}

/**
 * @param {NumberName | ChoiceName} name
 * @param {Settings} settings
 */
function word(name, settings) {
  switch (name) {
    case "loss":
      return settings.loss === "bce" ? t("sigmoid BCE") : t("SVM hinge");
    case "optimizer":
      return settings.optimizer === "adam"
        ? "Adam"
        : t("momentum {momentum}", { momentum: setting(settings.momentum) });
    case "schedule":
      return scheduleWord(settings);
    case "initialization":
      return settings.initialization === "xavier" ? "Xavier" : t("zero weights");
    case "earlyStopping":
      return t("stops after {n} epochs no better", { n: count(settings.earlyStopping) });
    case "flip":
      return t("flips {p}", { p: setting(settings.flip) });
    case "shift":
      return t("shifts up to {n}", { n: settings.shift });
    case "smoothing":
      return t("smoothed {n}×", { n: settings.smoothing });
    case "trainingImages":
      return t("{n} images", { n: count(settings.trainingImages) });
    default:
      return ""; // said with what they belong to
  }
}

/** @param {Settings} settings */
function scheduleWord({ schedule, decayFactor, decayEvery }) {
  const values = { factor: setting(decayFactor), n: count(decayEvery) };
  switch (schedule) {
    case "step":
      return t("η × {factor} every {n} epochs", values);
    case "plateau":
      return t("η × {factor} after {n} epochs no better", values);
    case "linear":
      return t("η linear to 0");
    default:
      return t("η cosine to 0");
  }
}

/**
 * The options for a table that programs read: "loss=bce smoothing=3".
 * @param {Settings} settings
 */
export function optionPairs(settings) {
  return optionsInUse(settings)
    .map((option) => `${option.key}=${complete(settings)[option.name]}`)
    .join(" ");
}
