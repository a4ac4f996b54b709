/**
 * The field's words that the page's data go by, in the page's language.
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

/** What a run's status is called. @param {string} status */
export function statusWord(status) {
  return statuses[/** @type {keyof typeof statuses} */ (status)]?.() ?? status;
}

/** What a split, or a shard's role, is called. @param {Role | SplitName} role */
export function roleWord(role) {
  return roles[role]();
}

/** What a figure is called. @param {keyof typeof metrics} metric */
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
