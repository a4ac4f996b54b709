/**
 * Ten experiments for a lecture: a question, a link that sets the page up with what is to be
 * predicted covered, and the answer.
 * @module
 */

import { t } from "../texts/texts.js";

/**
 * @typedef {object} Experiment
 * @property {string} title
 * @property {string} question
 * @property {string} answer
 * @property {string} query of the link
 * @property {string} [tab] that it opens
 */

/** @type {Experiment[]} */
export const experiments = [
  {
    get title() {
      return t("Bias and variance");
    },
    get question() {
      return t(
        "Setting B has no penalty. After 40 epochs, how far is the accuracy on train from that on validation? And after 400?",
      );
    },
    get answer() {
      return t(
        "Train goes on rising, validation does not: on CIFAR-10 about 45 % against 38 % after 40 epochs. The gap is variance; the distance of both from 100 % is bias: one layer can’t do better.",
      );
    },
    query: "preset=B&curtain=accuracy",
  },
  {
    get title() {
      return t("The penalty λ");
    },
    get question() {
      return t(
        "In setting D λ is 1. What do the ten pictures look like afterwards, and what becomes of the gap between train and validation?",
      );
    },
    get answer() {
      return t(
        "Large weights are expensive, so noise goes and what many images share stays: smooth pictures. The gap nearly closes, but both accuracies are lower than with λ = 0.1: too much of a good thing.",
      );
    },
    query: "preset=D&curtain=pictures",
  },
  {
    get title() {
      return t("The learning rate η");
    },
    get question() {
      return t(
        "Setting A has η = 0.1, a hundred times that of the others. Draw the curve of the cost before you look.",
      );
    },
    get answer() {
      return t(
        "Each step overshoots the minimum. The cost goes up and down from epoch to epoch and stays well above that of B, which has the same λ.",
      );
    },
    query: "preset=A&curtain=cost",
  },
  {
    get title() {
      return t("The batch size");
    },
    get question() {
      return t(
        "Ten images in a step in place of a hundred, the same η and the same epochs. Is the loss after the first epoch higher or lower?",
      );
    },
    get answer() {
      return t(
        "Lower: there are ten times as many steps. The single steps are noisier, as the faint line of the minibatches shows, but on average they go the right way.",
      );
    },
    query: "preset=B&batch=10&epochs=10&curtain=loss",
  },
  {
    get title() {
      return t("The seed");
    },
    get question() {
      return t(
        "Another seed, other initial weights. How much will the accuracy on the test differ? Will the pictures?",
      );
    },
    get answer() {
      return t(
        "The accuracy hardly, by about half a percentage point: the cost has one minimum and all starts lead towards it. What differs in the pictures is the noise left from the start.",
      );
    },
    query: "preset=C&seed=2&curtain=accuracy",
  },
  {
    get title() {
      return t("Too few data");
    },
    get question() {
      return t("A hundred training images, 3072 weights per class. What accuracy does train reach, what validation?");
    },
    get answer() {
      return t(
        "With more weights than images the network memorizes them: train nears 100 %, validation stays far below. More images are the best remedy for variance.",
      );
    },
    query: "preset=B&few=100&batch=10&epochs=100&curtain=accuracy",
  },
  {
    get title() {
      return t("Shuffled labels");
    },
    get question() {
      return t(
        "The training images get each other’s labels: there is nothing to understand. Does the loss fall all the same? What is the accuracy on validation?",
      );
    },
    get answer() {
      return t(
        "It falls: the network memorizes. Validation stays at 10 %, as random guessing does. A falling training loss alone proves nothing.",
      );
    },
    query: "l2=0&lr=0.01&epochs=100&variant=shuffledLabels&curtain=accuracy",
  },
  {
    get title() {
      return t("Pixels in another order");
    },
    get question() {
      return t(
        "All images have their pixels in the same other order; to the eye they are noise. Does the network learn less than before?",
      );
    },
    get answer() {
      return t(
        "No: the sum over all pixels doesn’t know where they are. A network of one layer knows no geometry; convolutions are made for it.",
      );
    },
    query: "preset=C&variant=permuted&curtain=accuracy",
  },
  {
    get title() {
      return t("Fooled by a few pixels");
    },
    get question() {
      return t(
        "Train, open an image, and paint over it. How few pixels does it take to turn it into another class? Where do you paint first?",
      );
    },
    get answer() {
      return t(
        "Few, where the evidence for its class is strongest. The smallest change of all pixels together can even be computed: it points along the difference of the two classes’ weights.",
      );
    },
    query: "preset=C&inspect=images",
    tab: "inspect",
  },
  {
    get title() {
      return t("Why 39 %?");
    },
    get question() {
      return t(
        "Train five times as long: does the accuracy on the test leave 39 %? Look at the ten pictures: what can a class with one picture not be?",
      );
    },
    get answer() {
      return t(
        "It doesn’t. Each class has one template: horses facing left and right share one with two heads, a red and a white car one colour. More layers are needed to say “this or that”.",
      );
    },
    query: "preset=C&epochs=200",
  },
];
