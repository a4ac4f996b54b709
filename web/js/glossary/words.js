/**
 * The forms in which the glossary's terms are written in running text, with commas between: they are marked when the
 * page opens. What is said of them is loaded with the first that is asked for.
 * @module
 */

import { t } from "../texts/texts.js";

/** By the entries' ids. @type {readonly (readonly [string, () => string])[]} */
export const words = [
  ["loss", () => t("loss, losses")],
  ["cost", () => t("cost, costs")],
  ["cross-entropy", () => t("cross-entropy")],
  ["penalty", () => t("L2 penalty, penalty")],
  ["rate", () => t("learning rate")],
  ["minibatch", () => t("minibatch, batch size, batch")],
  ["step", () => t("step, steps")],
  ["epoch", () => t("epoch, epochs")],
  ["seed", () => t("seed")],
  ["logits", () => t("logits, logit")],
  ["softmax", () => t("softmax")],
  ["gradient", () => t("gradient, gradients")],
  ["differences", () => t("differences, centred")],
  ["accuracy", () => t("accuracy, accuracies")],
  ["train-split", () => t("train")],
  ["validation", () => t("validation")],
  ["test-split", () => t("test")],
  ["overfitting", () => t("overfitting, variance")],
  ["standardization", () => t("standardization, standardized")],
  ["sigmoid", () => t("sigmoid, binary cross-entropy, BCE")],
  ["svm", () => t("SVM, hinge loss")],
  ["momentum", () => t("momentum, Adam")],
  ["schedule", () => t("schedule, decay, plateau")],
  ["augmentation", () => t("augmentation, flips, shifts")],
  ["smoothing", () => t("smoothing, smoothed")],
  ["early-stopping", () => t("early stopping")],
  ["initialization", () => t("initialization, Xavier, initial weights")],
  ["training-images", () => t("training images, learning curves")],
  ["ensemble", () => t("ensemble, ensembles")],
  ["curvature", () => t("curvature, curvatures, convex")],
];
