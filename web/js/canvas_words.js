import { language, t } from "./texts/texts.js";

/**
 * What the view writes by itself, in the page's language; {n} stands for a number there too.
 * @returns {Record<string, string>}
 */
export function canvasWords() {
  return {
    "epoch": t("epoch"),
    "epoch {n}": t("epoch {n}"),
    "best: epoch {n}": t("best: epoch {n}"),
    "log": t("log"),
    "log scale": t("log scale"),
    "minibatch loss": t("minibatch loss"),
    "Reset zoom": t("Reset zoom"),
    "cost": t("cost"),
    "loss": t("loss"),
    ".": language() === "sv" ? "," : ".",
  };
}
