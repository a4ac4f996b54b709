import { t } from "../texts/texts.js";

/**
 * What a link can hide for an exercise, by the names used in the link: style sheets
 * hide it where body[data-hide] has its name, the scene leaves the charts out.
 * @type {[name: string, text: () => string][]}
 */
export const hideable = [
  ["presets", () => t("presets")],
  ["l2", () => t("L2 penalty λ")],
  ["lr", () => t("learning rate η")],
  ["batch", () => t("batch size")],
  ["epochs", () => t("epochs")],
  ["seed", () => t("seed")],
  ["pictures", () => t("weight pictures")],
  ["cost", () => t("cost: chart and figures")],
  ["loss", () => t("loss: chart and figures")],
  ["accuracy", () => t("accuracy: chart and figures")],
  ["published", () => t("the report’s figures")],
  ["why", () => t("Explain")],
  ["runs", () => t("table of runs")],
  ["report", () => t("Report tab")],
  ["gradient", () => t("Gradient tab")],
  ["inspect", () => t("Inspect tab")],
];

/** The names alone. */
export const hideableNames = hideable.map(([name]) => name);
