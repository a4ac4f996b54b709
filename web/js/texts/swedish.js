import { swedishConfusion } from "../confusion/swedish.js";
import { swedishCurves } from "../curves/swedish.js";
import { swedishData } from "../data/swedish.js";
import { swedishExperiments } from "../experiments/swedish.js";
import { swedishFormulas } from "../formulas/swedish.js";
import { swedishGuess } from "../guess/swedish.js";
import { swedishGrid } from "../grid/swedish.js";
import { swedishInspect } from "../inspect/swedish.js";
import { swedishOptions } from "../train/swedish.js";
import { swedishGlossary } from "../glossary/swedish.js";
import { swedishMachine } from "../machine/swedish.js";
import { swedishPage } from "./swedish_page.js";
import { swedishParts } from "./swedish_parts.js";
import { swedishTheory } from "../theory/swedish.js";
import { swedishRecord } from "./swedish_record.js";
import { swedishTour } from "../tour/swedish.js";
import { swedishSharing } from "../share/swedish.js";

export { swedishTold } from "./swedish_told.js";

/**
 * The catalogue: the page's English texts and their Swedish.
 * @type {Record<string, string>}
 */
export const swedish = {
  ...swedishGrid,
  ...swedishGuess,
  ...swedishInspect,
  ...swedishMachine,
  ...swedishPage,
  ...swedishConfusion,
  ...swedishCurves,
  ...swedishData,
  ...swedishExperiments,
  ...swedishFormulas,
  ...swedishParts,
  ...swedishGlossary,
  ...swedishOptions,
  ...swedishTheory,
  ...swedishRecord,
  ...swedishTour,
  ...swedishSharing,
};
