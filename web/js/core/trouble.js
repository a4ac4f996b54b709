import { t } from "../texts/texts.js";

/**
 * Why something could not be done, as a sentence. Browsers' own messages are English, for developers.
 * @param {unknown} error
 * @returns {string}
 */
export const trouble = (error) =>
  inWords(error, (name) => {
    switch (name) {
      case "NotFoundError":
        return t("A file is no longer where it was.");
      case "NotReadableError":
        return t("A file can’t be read: it was changed or taken away.");
      case "QuotaExceededError":
        return t("This browser has no room for that.");
      case "SecurityError":
      case "NotAllowedError":
        return t("This browser does not allow that here.");
      case "AbortError":
        return t("That was cancelled.");
      case "EncodingError":
      case "InvalidStateError":
        return t("This browser can’t read that as a picture.");
      default:
        return t("This browser could not do that.");
    }
  });

/**
 * Why the browser's storage can't do something, as a part of a sentence.
 * @param {unknown} error
 * @returns {string}
 */
export const storageTrouble = (error) =>
  inWords(error, (name) => {
    switch (name) {
      case "QuotaExceededError":
        return t("this browser has no room for them");
      case "SecurityError":
      case "NotAllowedError":
        return t("this browser blocks the page’s storage");
      default:
        return t("this browser’s storage does not work now");
    }
  });

/**
 * Errors of the page keep their message, those of the browser get the page's words for their name.
 * @param {unknown} error
 * @param {(name: string) => string} words
 */
function inWords(error, words) {
  if (error instanceof DOMException) return words(error.name);
  return error instanceof Error ? error.message : String(error);
}
