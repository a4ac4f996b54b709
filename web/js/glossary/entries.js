/**
 * The technical terms that the page uses, each explained in a sentence or two.
 * @module
 */

import { cost } from "../core/formats.js";
import { t } from "../texts/texts.js";

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} name
 * @property {string} text
 * @property {string} formula or empty
 */

/** @type {Entry[]} */
export const entries = [
  {
    id: "loss",
    get name() {
      return t("loss");
    },
    get text() {
      return t(
        "How far the predicted probabilities are from the labels: the mean of the cross-entropies of all images of a split.",
      );
    },
    formula: "L = −1/n · Σ ln p(y)",
  },
  {
    id: "cost",
    get name() {
      return t("cost");
    },
    get text() {
      return t("What training minimizes: the loss plus the penalty. Without a penalty, cost and loss are the same.");
    },
    formula: "J = L + λ Σ W²",
  },
  {
    id: "cross-entropy",
    get name() {
      return t("cross-entropy");
    },
    get text() {
      return t(
        "The loss of a single image: 0 if its true class has probability 1, larger the smaller that probability is. Random guessing among ten classes gives ln 10 = {loss}.",
        { loss: cost(Math.log(10)) },
      );
    },
    formula: "l = −ln p(y)",
  },
  {
    id: "penalty",
    get name() {
      return t("L2 penalty λ");
    },
    get text() {
      return t(
        "The cost of large weights: λ times the sum of their squares. It pulls the weights towards zero and keeps the network from memorizing its training images.",
      );
    },
    formula: "λ Σ W²,  ∂/∂W = 2λW",
  },
  {
    id: "rate",
    get name() {
      return t("learning rate η");
    },
    get text() {
      return t(
        "The length of a step against the gradient. If it is too short, training is slow; if it is too long, a step overshoots the minimum.",
      );
    },
    formula: "W ← W − η ∂J/∂W",
  },
  {
    id: "minibatch",
    get name() {
      return t("minibatch");
    },
    get text() {
      return t(
        "The images of one step. Their mean gradient is an unbiased estimate of that of all images: the larger the batch, the less it varies, and the fewer steps in an epoch.",
      );
    },
    formula: "",
  },
  {
    id: "step",
    get name() {
      return t("step");
    },
    get text() {
      return t("One update of all weights, on one minibatch.");
    },
    formula: "W ← W − η ∂J/∂W",
  },
  {
    id: "epoch",
    get name() {
      return t("epoch");
    },
    get text() {
      return t("One pass over all training images: with 10,000 images and batches of 100, that is 100 steps.");
    },
    formula: "",
  },
  {
    id: "seed",
    get name() {
      return t("seed");
    },
    get text() {
      return t(
        "The start of the random numbers. The same seed gives the same initial weights, so a run can be repeated bit for bit.",
      );
    },
    formula: "W ~ N(0, 0.01²)",
  },
  {
    id: "logits",
    get name() {
      return t("logits");
    },
    get text() {
      return t("The network’s ten numbers for an image, one per class, before they become probabilities.");
    },
    formula: "s = Wx + b",
  },
  {
    id: "softmax",
    get name() {
      return t("softmax");
    },
    get text() {
      return t(
        "Turns the ten logits into probabilities: all above 0, together 1. The largest logit gets the largest probability.",
      );
    },
    formula: "p(k) = exp s(k) / Σ exp s(j)",
  },
  {
    id: "gradient",
    get name() {
      return t("gradient");
    },
    get text() {
      return t(
        "How the cost changes with each weight. Training moves against it. P − Y sums to zero over the classes, and so does the gradient of the loss.",
      );
    },
    formula: "∂J/∂W = 1/n · (P − Y)ᵀX + 2λW",
  },
  {
    id: "differences",
    get name() {
      return t("centred differences");
    },
    get text() {
      return t(
        "A gradient by trial: move one weight by h in both directions and see how the cost changes. It needs no derivation, so it can check one.",
      );
    },
    formula: "(J(w + h) − J(w − h)) / 2h",
  },
  {
    id: "accuracy",
    get name() {
      return t("accuracy");
    },
    get text() {
      return t("The share of a split’s images whose most probable class is the true one. Random guessing gives 10 %.");
    },
    formula: "",
  },
  {
    id: "train-split",
    get name() {
      return t("train split");
    },
    get text() {
      return t(
        "The images that the weights are learnt from. How well the network does on them says little about others.",
      );
    },
    formula: "",
  },
  {
    id: "validation",
    get name() {
      return t("validation split");
    },
    get text() {
      return t(
        "Images that are not trained on: they tell how the network does on new ones, and which settings to choose.",
      );
    },
    formula: "",
  },
  {
    id: "test-split",
    get name() {
      return t("test split");
    },
    get text() {
      return t(
        "Images for the very end: neither weights nor settings are chosen by them, so the accuracy on them is an unbiased estimate of that on new images.",
      );
    },
    formula: "",
  },
  {
    id: "overfitting",
    get name() {
      return t("overfitting");
    },
    get text() {
      return t(
        "Memorizing the training images: the train cost still falls while the validation cost stays or rises. The gap between the two lines shows it.",
      );
    },
    formula: "",
  },
  {
    id: "standardization",
    get name() {
      return t("standardization");
    },
    get text() {
      return t(
        "From each of an image’s 3072 numbers the train split’s mean is subtracted, and the rest is divided by its standard deviation, so that all inputs count alike.",
      );
    },
    formula: "x ← (x − μ) / σ",
  },
  {
    id: "sigmoid",
    get name() {
      return t("sigmoid");
    },
    get text() {
      return t(
        "Each class answers yes or no by itself: its logit becomes a probability of its own. The loss is the mean over the ten classes, as the course has it, so its gradient is a tenth as long.",
      );
    },
    formula: "q = 1/(1 + e^−s),  l = −1/K · Σ ln q",
  },
  {
    id: "svm",
    get name() {
      return t("SVM");
    },
    get text() {
      return t(
        "Asks that the true class’s logit be at least 1 above every other, and counts only what is missing. It has no probabilities: where the page shows some, they are softmax of the logits.",
      );
    },
    formula: "l = Σ max(0, s − s(y) + 1)",
  },
  {
    id: "momentum",
    get name() {
      return t("momentum, Adam");
    },
    get text() {
      return t(
        "A step also uses the gradients of earlier steps: momentum their decaying sum, Adam their mean over the root of their mean square, weight by weight.",
      );
    },
    formula: "V ← μV + ∂J/∂W,  W ← W − ηV",
  },
  {
    id: "schedule",
    get name() {
      return t("schedule of η");
    },
    get text() {
      return t(
        "How η falls over the epochs: in steps, in a line or a half cosine to 0, or whenever the validation accuracy has not risen for some epochs.",
      );
    },
    formula: "",
  },
  {
    id: "augmentation",
    get name() {
      return t("augmentation");
    },
    get text() {
      return t(
        "New images made from the training images: mirrored, or moved by a few pixels. Pixels that enter at the border have the mean value.",
      );
    },
    formula: "",
  },
  {
    id: "smoothing",
    get name() {
      return t("smoothing");
    },
    get text() {
      return t(
        "Every image is filtered by [1 2 1]/4 along both axes, one or more times, before it is standardized. The network is still one layer on pixels, with weights W·S: neighbours must agree.",
      );
    },
    formula: "s = W·Sx + b",
  },
  {
    id: "early-stopping",
    get name() {
      return t("early stopping");
    },
    get text() {
      return t(
        "Training ends when the validation accuracy has not risen for some epochs, and the weights of the best epoch are kept.",
      );
    },
    formula: "",
  },
  {
    id: "initialization",
    get name() {
      return t("initialization");
    },
    get text() {
      return t(
        "What W is before the first step: normal with standard deviation 0.01, as in the report; Xavier’s 1/√3072, which gives logits of unit variance; or zero.",
      );
    },
    formula: "",
  },
  {
    id: "training-images",
    get name() {
      return t("training images");
    },
    get text() {
      return t(
        "A run may train on the first images of the train split only; 0 takes all. Errors over their number are learning curves: where train and validation have met, more images would not help.",
      );
    },
    formula: "",
  },
  {
    id: "ensemble",
    get name() {
      return t("ensemble");
    },
    get text() {
      return t(
        "Several runs that decide together: by majority, or by the mean of their probabilities. With one layer the mean of their weights is such a network too.",
      );
    },
    formula: "p = 1/n · Σ p(i)",
  },
  {
    id: "curvature",
    get name() {
      return t("curvature");
    },
    get text() {
      return t(
        "How the cost’s slope changes along a direction. The largest of all curvatures, L, is the largest eigenvalue of the Hessian, the matrix of second derivatives. With λ > 0 all are above 0: there is one minimum.",
      );
    },
    formula: "η < 2/L",
  },
];
