/**
 * Runs before the first paint: the page is never seen in the wrong theme or language, and the training program is on
 * its way while the page's own script is still being fetched. The build puts it into index.html itself.
 * @module
 */

import { shortenAddress } from "../core/address_length.js";
import { othersExpected } from "../core/others_expected.js";
import { preference, tellOnce } from "../core/preferences.js";
import { beginEarly } from "./head_start.js";

// Whatever keeps the page's script from loading or running is reported at once, by a text that the page has until then.
addEventListener(
  "error",
  ({ target }) => {
    const ofScript = target === window || target instanceof HTMLScriptElement;
    if (ofScript && !("onelayer" in window)) document.documentElement.dataset["unstarted"] = "";
  },
  true,
);

shortenAddress();
beginEarly(othersExpected() ? "trainer, empty" : "trainer");

const theme = preference("onelayer.theme");
if (theme) document.documentElement.dataset["theme"] = theme; // else the system's
tellOnce();

// ?lang= in the address, else what was chosen before, else the first of the browser's languages that the page has.
// All other modules read it from <html>.
const spoken = ["en", "sv"];
const asked = new URLSearchParams(location.search).get("lang") ?? "";
const chosen = spoken.includes(asked) ? asked : preference("onelayer.language");
const wanted = [chosen, ...navigator.languages].map((language) => language.slice(0, 2));
document.documentElement.lang = wanted.find((language) => spoken.includes(language)) ?? "en";
