import { t } from "../texts/texts.js";

/**
 * A mistake that students make in a gradient; usually none.
 * @typedef {"" | "halfPenalty" | "doublePenalty" | "noMean" | "wrongSign" | "noBias" | "sharedBias" | "unshifted" |
 *   "ownMean"} Mistake
 */

/**
 * The mistakes that can be tried: their names, and why the check can't notice those it can't.
 * @type {{mistake: Mistake, name: string, unnoticed?: string}[]}
 */
export const mistakes = [
  {
    mistake: "",
    get name() {
      return t("none");
    },
  },
  {
    mistake: "halfPenalty",
    get name() {
      return t("λW in place of 2λW");
    },
  },
  {
    mistake: "doublePenalty",
    get name() {
      return t("4λW in place of 2λW");
    },
  },
  {
    mistake: "noMean",
    get name() {
      return t("1/n is missing");
    },
  },
  {
    mistake: "wrongSign",
    get name() {
      return t("the wrong sign");
    },
  },
  {
    mistake: "noBias",
    get name() {
      return t("the bias is forgotten");
    },
  },
  {
    mistake: "sharedBias",
    get name() {
      return t("db summed over all classes, handed to each");
    },
  },
  {
    mistake: "unshifted",
    get name() {
      return t("softmax without its shift");
    },
    get unnoticed() {
      return t(
        "The shift cancels, so the gradient is the same: until a logit passes 709 and exp overflows. Only large weights show it.",
      );
    },
  },
  {
    mistake: "ownMean",
    get name() {
      return t("each split standardized by its own mean");
    },
    get unnoticed() {
      return t(
        "The gradient is right for the inputs that it is given. The check can’t notice wrong inputs: compare the accuracies.",
      );
    },
  },
];

/** Whether a mistake is in the penalty, which is nothing where λ is 0. @param {Mistake} mistake */
export const ofPenalty = (mistake) => mistake === "halfPenalty" || mistake === "doublePenalty";
