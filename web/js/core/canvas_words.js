import { language, t } from "../texts/texts.js";

/**
 * The view's own texts, in the page's language; {n} stands for a number there too.
 * @param {number} [classes]
 * @returns {Record<string, string>}
 */
export function canvasWords(classes = 10) {
  const ten = classes === 10;
  return {
    epoch: t("epoch"),
    "epoch {n}": t("epoch {n}"),
    "best: epoch {n}": t("best: epoch {n}"),
    log: t("log"),
    "log scale": t("log scale"),
    "minibatch loss": t("minibatch loss"),
    "Reset zoom": t("Reset zoom"),
    true: t("true"),
    "one image": t("one image"),
    "ten pictures, one per class: what each looks for": ten
      ? t("ten pictures, one per class: what each looks for")
      : t("one picture per class: what each looks for"),
    "for {class}: what each pixel adds (orange) or takes (blue)": t(
      "for {class}: what each pixel adds (orange) or takes (blue)",
    ),
    "for {class}: the mean of its training images": t("for {class}: the mean of its training images"),
    "for {class}: its images’ mean and {n} % of its weights": t(
      "for {class}: its images’ mean and {n} % of its weights",
    ),
    "for {class}: its weights": t("for {class}: its weights"),
    "softmax of the ten sums": ten ? t("softmax of the ten sums") : t("softmax of the sums"),
    "sigmoid of each sum": t("sigmoid of each sum"),
    "margins: max(0, s − s of true + 1)": t("margins: max(0, s − s of true + 1)"),
    "mean of −log q": t("mean of −log q"),
    "sum of the margins": t("sum of the margins"),
    "minibatch, {n} images": t("minibatch, {n} images"),
    "Predicted: {class}": t("Predicted: {class}"),
    "Predicted: {class}, right": t("Predicted: {class}, right"),
    "Predicted: {class}, wrong": t("Predicted: {class}, wrong"),
    "{n} of {all} right in validation": t("{n} of {all} right in validation"),
    cost: t("cost"),
    loss: t("loss"),
    ".": language() === "sv" ? "," : ".",
  };
}
