import { swedishConfusion } from "./swedish_confusion.js";
import { swedishCurves } from "./swedish_curves.js";
import { swedishFormulas } from "./swedish_formulas.js";
import { swedishInspect } from "./swedish_inspect.js";
import { swedishGlossary } from "./swedish_glossary.js";
import { swedishPage } from "./swedish_page.js";
import { swedishParts } from "./swedish_parts.js";
import { swedishTour } from "./swedish_tour.js";
import { swedishSharing } from "./swedish_sharing.js";

/**
 * The catalogue: the page's English texts and what they are in Swedish.
 * @type {Record<string, string>}
 */
export const swedish = {
  ...swedishInspect,
  ...swedishPage,
  ...swedishConfusion,
  ...swedishCurves,
  ...swedishFormulas,
  ...swedishParts,
  ...swedishGlossary,
  ...swedishTour,
  ...swedishSharing,
};
