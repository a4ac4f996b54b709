/**
 * What predictions come to: the confusion matrix and what is read off it.
 * @module
 */

/** @import {Predictions} from "../protocol.js" */

/** What stands in place of a predicted class where the logits are no numbers. */
const unclear = 255;

/**
 * @typedef {object} Confusion
 * @property {number[][]} counts images by true class, then by predicted class
 * @property {number[]} ofClass images of each true class
 * @property {number[]} takenFor images of each predicted class
 * @property {number} right
 * @property {number} total
 * @property {number} unclear images without a predicted class: the weights have diverged
 */

/**
 * @param {Predictions} predictions
 * @param {number} classes
 * @returns {Confusion}
 */
export function confusionOf({ labels, predicted }, classes) {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  const [ofClass, takenFor] = [0, 0].map(() => Array.from({ length: classes }, () => 0));
  const confusion = { counts, ofClass: ofClass ?? [], takenFor: takenFor ?? [], right: 0, total: labels.length, unclear: 0 };
  labels.forEach((label, i) => {
    const guess = predicted[i] ?? unclear;
    add(confusion.ofClass, label);
    if (guess === unclear) confusion.unclear++;
    else {
      add(confusion.takenFor, guess);
      add(counts[label] ?? [], guess);
    }
    if (guess === label) confusion.right++;
  });
  return confusion;
}

/** @param {number[]} counts @param {number} at */
function add(counts, at) {
  counts[at] = (counts[at] ?? 0) + 1;
}

/**
 * Images of a class that were taken for another, or for what they are.
 * @param {Confusion} confusion
 * @param {number} label
 * @param {number} predicted
 */
export function countAt({ counts }, label, predicted) {
  return counts[label]?.[predicted] ?? 0;
}

/**
 * The share of a class's images that were taken for another; NaN if it has none.
 * @param {Confusion} confusion
 * @param {number} label
 * @param {number} predicted
 */
export function shareAt(confusion, label, predicted) {
  return countAt(confusion, label, predicted) / (confusion.ofClass[label] ?? 0);
}

/**
 * The share of a class's images that were recognized: the accuracy of the class.
 * @param {Confusion} confusion
 * @param {number} k
 */
export function recall(confusion, k) {
  return shareAt(confusion, k, k);
}

/**
 * The share of what was taken for a class that is of it; NaN if nothing was.
 * @param {Confusion} confusion
 * @param {number} k
 */
export function precision(confusion, k) {
  return countAt(confusion, k, k) / (confusion.takenFor[k] ?? 0);
}

/** @param {Confusion} confusion */
export function accuracy({ right, total }) {
  return right / total;
}

/**
 * The most frequent mistakes, by their share of the class.
 * @param {Confusion} confusion
 * @param {number} most
 */
export function mistakes(confusion, most) {
  const all = confusion.counts.flatMap((row, label) => row.map((count, predicted) => ({ label, predicted, count, share: shareAt(confusion, label, predicted) })));
  return all
    .filter(({ label, predicted, count }) => label !== predicted && count > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, most);
}

/**
 * The images behind a cell, those predicted with the most confidence first.
 * @param {Predictions} predictions
 * @param {number} label
 * @param {number} predicted
 */
export function imagesOf(predictions, label, predicted) {
  /** @type {number[]} */
  const images = [];
  predictions.labels.forEach((own, i) => {
    if (own === label && predictions.predicted[i] === predicted) images.push(i);
  });
  return images.sort((a, b) => (predictions.ofClass[b] ?? 0) - (predictions.ofClass[a] ?? 0));
}

/**
 * How many images have which probability of their true class, of the right ones and of the wrong ones.
 * @param {Predictions} predictions
 * @param {number} bins of equal width from 0 to 1; the last holds 1 too
 */
export function histogram({ labels, predicted, ofLabel }, bins) {
  const [right, wrong] = [0, 0].map(() => Array.from({ length: bins }, () => 0));
  const counts = { right: right ?? [], wrong: wrong ?? [] };
  labels.forEach((label, i) => {
    const p = ofLabel[i] ?? NaN;
    if (Number.isNaN(p)) return;
    add(predicted[i] === label ? counts.right : counts.wrong, Math.min(bins - 1, Math.floor(p * bins)));
  });
  return counts;
}
