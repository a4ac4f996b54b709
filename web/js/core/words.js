/**
 * The names of splits, figures and classes, in the page's language.
 * @module
 */

import { language, t } from "../texts/texts.js";

/** @import {Role, SplitName} from "./protocol.js" */

const statuses = {
  ready: () => t("ready"),
  running: () => t("running"),
  paused: () => t("paused"),
  finished: () => t("finished"),
  diverged: () => t("diverged"),
  failed: () => t("failed"),
};

const roles = {
  train: () => t("train"),
  validation: () => t("validation"),
  test: () => t("test"),
  further: () => t("further test"),
  unused: () => t("unused"),
};

const metrics = {
  loss: () => t("loss"),
  cost: () => t("cost"),
  accuracy: () => t("accuracy"),
  weights: () => t("weights"),
};

/** The word for a run's status. @param {string} status */
export function statusWord(status) {
  return statuses[/** @type {keyof typeof statuses} */ (status)]?.() ?? status;
}

/** The word for a split, or a shard's role. @param {Role | SplitName} role */
export function roleWord(role) {
  return roles[role]();
}

/** The word for a figure. @param {keyof typeof metrics} metric */
export function metricWord(metric) {
  return metrics[metric]();
}

/** In the language of the moment, if that is not English. @type {WeakMap<string[], string[]>} */
const inWords = new WeakMap();

/**
 * What the classes are called. The data know them by their English names; the same array
 * of those gives the same array of these.
 * @param {string[]} classes
 */
export function classWords(classes) {
  if (language() === "en") return classes;
  const words = inWords.get(classes) ?? classes.map((name) => t(name));
  inWords.set(classes, words);
  return words;
}
