import { count, scientific } from "./formats.js";
import { mistakes, ofPenalty } from "./mistakes.js";
import { t } from "../texts/texts.js";

/** @import {Check, Options} from "./checker.js" */

/** Relative errors up to this are rounding. */
const right = 1e-7;

/** Relative errors from this size are not caused by the step. */
const wrong = 1e-3;

/**
 * What a gradient check means, in words.
 * @param {Check} check
 * @returns {{word: "right" | "wrong" | "unclear", title: string, text: string}}
 */
export function verdict({ options, result }) {
  const { weights, bias } = result.relativeError;
  const most = Math.max(weights, bias);
  const found = t("ε is {weights} for W, {bias} for b", { weights: scientific(weights), bias: scientific(bias) });
  const mistake = options.mistake || (options.break ? "halfPenalty" : "");
  const made = mistakes.find((other) => mistake !== "" && other.mistake === mistake);
  if (ofPenalty(mistake) && options.l2 === 0) {
    return {
      word: "unclear",
      title: t("Nothing to catch"),
      text: t("Where λ is 0, the penalty’s gradient is 0 however it is written. Choose a λ above 0."),
    };
  }
  if (made?.unnoticed && most <= right) return { word: "unclear", title: t("Not noticed"), text: made.unnoticed };
  if (most <= right) {
    return {
      word: "right",
      title: t("The gradient is right"),
      text: t("All {n} parameters agree: {found}, on {images} images.", {
        n: count(result.parameters),
        found,
        images: options.batchSize,
      }),
    };
  }
  if (made) {
    const rest = bias <= right ? ` ${t("The bias still agrees.")}` : weights <= right ? ` ${t("W still agrees.")}` : "";
    return {
      word: "wrong",
      title: t("Caught"),
      text: `${t("This does not pass: {mistake}; {found}.", { mistake: made.name, found })}${rest}`,
    };
  }
  if (most < wrong)
    return { word: "unclear", title: t("Not exact enough to tell"), text: `${found}. ${remedy(options)}` };
  return { word: "wrong", title: t("The gradients differ"), text: `${found}. ${remedy(options)}` };
}

/** @param {Options} options */
function remedy({ formula, h }) {
  if (formula === "forward") return t("Forward differences have an error of about h: use centred ones.");
  return h > 1e-5
    ? t("The step h is too large: centred differences have an error of about h².")
    : t("The step h is too small: the rounding error is divided by it.");
}
