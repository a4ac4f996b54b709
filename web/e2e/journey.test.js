// The whole main journey on genuine images: by keys alone, and with one finger.

import { withoutRealData } from "./data.js";
import { pageTest } from "./harness.js";
import { journeyByKeys, journeyByTouch } from "./journey.js";

pageTest("the main journey by keys alone", (page) => journeyByKeys(page), { skip: withoutRealData });

pageTest("the main journey with one finger, in Swedish", (page) => journeyByTouch(page), {
  skip: withoutRealData,
  context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "sv-SE" },
});
