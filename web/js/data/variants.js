import { t } from "../texts/texts.js";

/**
 * What a classroom experiment can change of all images, or of the labels that are trained on: its name in the
 * protocol, what it is called, and what to watch for.
 * @type {{value: string, name: string, note: string}[]}
 */
export const variants = [
  {
    value: "",
    get name() {
      return t("none: the images as they are");
    },
    note: "",
  },
  {
    value: "shuffledLabels",
    get name() {
      return t("shuffled labels");
    },
    get note() {
      return t(
        "The training images keep their pixels but get each other’s labels. Train for long with λ = 0: what is memorized, and what is left on the test?",
      );
    },
  },
  {
    value: "permuted",
    get name() {
      return t("permuted pixels");
    },
    get note() {
      return t(
        "All images have their pixels in the same other order. To the eye they are noise; does the network mind?",
      );
    },
  },
  {
    value: "grey",
    get name() {
      return t("grey images");
    },
    get note() {
      return t("How much does colour tell?");
    },
  },
  {
    value: "red",
    get name() {
      return t("red alone");
    },
    get note() {
      return t("How much does one channel tell?");
    },
  },
  {
    value: "green",
    get name() {
      return t("green alone");
    },
    get note() {
      return t("How much does one channel tell?");
    },
  },
  {
    value: "blue",
    get name() {
      return t("blue alone");
    },
    get note() {
      return t("How much does one channel tell?");
    },
  },
  {
    value: "coarse",
    get name() {
      return t("8 × 8 pixels");
    },
    get note() {
      return t("Each square of 4 × 4 pixels has its mean. How many pixels does a linear network need?");
    },
  },
];
