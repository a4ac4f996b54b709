import { onLanguage } from "../texts/texts.js";
import { byId } from "../ui/dom.js";
import { Glossary } from "./glossary.js";

/** @import {App} from "../core/app.js" */

/**
 * Explanations of technical terms, where they occur.
 * @param {App} app
 */
export function glossary(app) {
  const words = new Glossary(byId("help-words", HTMLElement));
  onLanguage(() => words.unmark());
  app.on("language", () => words.mark());
}
