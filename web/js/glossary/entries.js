/**
 * The field's words that the page uses, each explained in a sentence or two.
 * @module
 */

import { cost } from "../formats.js";
import { t } from "../texts/texts.js";

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} name
 * @property {string} words how the word is written in running text: its forms, with commas between
 * @property {string} text
 * @property {string} formula or empty
 */

/** @type {Entry[]} */
export const entries = [
  {
    id: "loss",
    name: t("loss"),
    words: t("loss, losses"),
    text: t("How far the predicted probabilities are from the labels: the mean of the cross-entropies of all images of a split."),
    formula: "L = −1/n · Σ ln p(y)",
  },
  {
    id: "cost",
    name: t("cost"),
    words: t("cost, costs"),
    text: t("What training makes small: the loss plus the penalty. Without a penalty, cost and loss are the same."),
    formula: "J = L + λ Σ W²",
  },
  {
    id: "cross-entropy",
    name: t("cross-entropy"),
    words: t("cross-entropy"),
    text: t("The loss of a single image: nothing where its true class has the probability 1, and the more the smaller that is. Who guesses among ten classes pays ln 10 = {loss}.", { loss: cost(Math.log(10)) }),
    formula: "l = −ln p(y)",
  },
  {
    id: "penalty",
    name: t("L2 penalty λ"),
    words: t("L2 penalty, penalty"),
    text: t("What long weights cost, times λ. It draws the weights to zero and keeps the network from learning its training images by heart."),
    formula: "λ Σ W²,  ∂/∂W = 2λW",
  },
  {
    id: "rate",
    name: t("learning rate η"),
    words: t("learning rate"),
    text: t("The length of a step against the gradient. If it is too short, training takes long; if it is too long, a step leaps over the valley."),
    formula: "W ← W − η ∂J/∂W",
  },
  {
    id: "minibatch",
    name: t("minibatch"),
    words: t("minibatch, batch size, batch"),
    text: t("The images of one step. Their mean gradient stands in for that of all images: the larger the batch, the steadier the step, and the fewer steps in an epoch."),
    formula: "",
  },
  {
    id: "step",
    name: t("step"),
    words: t("step, steps"),
    text: t("One update of all weights, on one minibatch."),
    formula: "W ← W − η ∂J/∂W",
  },
  {
    id: "epoch",
    name: t("epoch"),
    words: t("epoch, epochs"),
    text: t("One pass over all training images: with 10,000 images and batches of 100, that is 100 steps."),
    formula: "",
  },
  {
    id: "seed",
    name: t("seed"),
    words: t("seed"),
    text: t("Where chance begins. The same seed draws the same initial weights, so that a run can be repeated to the last bit."),
    formula: "W ~ N(0, 0.01²)",
  },
  {
    id: "logits",
    name: t("logits"),
    words: t("logits, logit"),
    text: t("The network’s ten numbers for an image, one a class, before they become probabilities."),
    formula: "s = Wx + b",
  },
  {
    id: "softmax",
    name: t("softmax"),
    words: t("softmax"),
    text: t("Turns the ten logits into probabilities: all above 0, together 1. The largest logit gets the largest probability."),
    formula: "p(k) = exp s(k) / Σ exp s(j)",
  },
  {
    id: "gradient",
    name: t("gradient"),
    words: t("gradient, gradients"),
    text: t("How the cost changes with each weight. Training goes against it. P − Y sums to zero over the classes, so the gradient of the loss does, too."),
    formula: "∂J/∂W = 1/n · (P − Y)ᵀX + 2λW",
  },
  {
    id: "differences",
    name: t("centred differences"),
    words: t("differences, centred"),
    text: t("A gradient by trial: move one weight by h to both sides and see what the cost does. It takes no derivation, so it can check one."),
    formula: "(J(w + h) − J(w − h)) / 2h",
  },
  {
    id: "accuracy",
    name: t("accuracy"),
    words: t("accuracy, accuracies"),
    text: t("The share of a split’s images whose most probable class is the true one. Guessing gets one in ten."),
    formula: "",
  },
  {
    id: "train-split",
    name: t("train split"),
    words: t("train"),
    text: t("The images that the weights are learnt from. How well the network does on them says little about others."),
    formula: "",
  },
  {
    id: "validation",
    name: t("validation split"),
    words: t("validation"),
    text: t("Images that are not trained on: they tell how the network does on new ones, and which settings to choose."),
    formula: "",
  },
  {
    id: "test-split",
    name: t("test split"),
    words: t("test"),
    text: t("Images for the very end: neither the weights nor the settings are chosen by them, so their figures promise nothing too good."),
    formula: "",
  },
  {
    id: "overfitting",
    name: t("overfitting"),
    words: t("overfitting, variance"),
    text: t("Learning the training images by heart: the train cost still falls while the validation cost stays or rises. The gap between the two lines shows it."),
    formula: "",
  },
  {
    id: "standardization",
    name: t("standardization"),
    words: t("standardization, standardized"),
    text: t("Each of an image’s 3072 numbers loses the train split’s mean and is divided by its standard deviation, so that all inputs weigh alike."),
    formula: "x ← (x − μ) / σ",
  },
];
