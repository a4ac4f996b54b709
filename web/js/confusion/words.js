/**
 * The confusion matrix in words.
 * @module
 */

import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
/** @import {Confusion} from "../core/protocol.js" */

/** CIFAR-10's classes, many of each. @type {Record<string, () => string>} */
const plurals = {
  airplane: () => t("{many}airplanes", { many: "" }), // one or many, in Swedish only
  automobile: () => t("automobiles"),
  bird: () => t("birds"),
  cat: () => t("cats"),
  deer: () => t("{many}deer", { many: "" }), // one or many, in English only
  dog: () => t("dogs"),
  frog: () => t("frogs"),
  horse: () => t("horses"),
  ship: () => t("{many}ships", { many: "" }),
  truck: () => t("trucks"),
};

/** More than one of a class: cats @param {string} name of the class */
export function many(name) {
  return plurals[name]?.() ?? name;
}

/**
 * Images of a class that were classified as another, or correctly.
 * @param {Confusion} confusion
 * @param {number} label
 * @param {number} predicted
 */
export function countAt({ counts }, label, predicted) {
  return counts[label]?.[predicted] ?? 0;
}

/**
 * Their share of the class; NaN if it has no images.
 * @param {Confusion} confusion
 * @param {number} label
 * @param {number} predicted
 */
export function shareAt({ shares }, label, predicted) {
  return shares[label]?.[predicted] ?? NaN;
}

/**
 * The sentence of a cell: 52 of 1,016 cats were classified as dogs (5.1 %).
 * @param {Confusion} confusion
 * @param {string[]} classes
 * @param {number} label
 * @param {number} predicted
 */
export function sentence(confusion, classes, label, predicted) {
  const count = countAt(confusion, label, predicted);
  const values = {
    count: formats.count(count),
    total: formats.count(confusion.ofClass[label] ?? 0),
    plural: many(classes[label] ?? ""),
    others: many(classes[predicted] ?? ""),
    share: formats.percent(shareAt(confusion, label, predicted)),
  };
  if (confusion.ofClass[label] === 0) return t("There are no {plural}.", values);
  if (label === predicted)
    return count === 1
      ? t("1 of {total} {plural} was classified correctly ({share}).", values)
      : t("{count} of {total} {plural} were classified correctly ({share}).", values);
  return count === 1
    ? t("1 of {total} {plural} was classified as {others} ({share}).", values)
    : t("{count} of {total} {plural} were classified as {others} ({share}).", values);
}

/**
 * The precision of a class: 480 of 1,210 images classified as cats are cats (39.7 %).
 * @param {Confusion} confusion
 * @param {string[]} classes
 * @param {number} k
 */
export function precisionSentence(confusion, classes, k) {
  const [count, total] = [countAt(confusion, k, k), confusion.takenFor[k] ?? 0];
  const plural = many(classes[k] ?? "");
  if (total === 0) return t("Nothing was classified as {plural}.", { plural });
  return t("{count} of {total} images classified as {plural} are {plural} ({share}).", {
    count: formats.count(count),
    total: formats.count(total),
    plural,
    share: formats.percent(confusion.precision[k] ?? NaN),
  });
}

/**
 * A cell's name: Cats taken for dogs
 * @param {string[]} classes
 * @param {number} label
 * @param {number} predicted
 */
export function cellName(classes, label, predicted) {
  const values = { plural: many(classes[label] ?? ""), others: many(classes[predicted] ?? "") };
  const right = label === predicted;
  return capitalized(right ? t("{plural} classified correctly", values) : t("{plural} classified as {others}", values));
}

/** @param {string} text */
function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
