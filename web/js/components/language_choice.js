import { element } from "../dom.js";
import { language, t } from "../texts/texts.js";

/** @import {Language} from "../texts/texts.js" */

/** Each by its own name. @type {Record<Language, string>} */
const names = { en: "English", sv: "Svenska" };

/**
 * The row that says which language the page speaks, and changes it. The page then starts
 * anew; its runs stay in the list.
 */
export class LanguageChoice {
  /** The element to place. */
  root;

  /** @param {() => Promise<unknown>} prepare lets what is under way be kept before the page starts anew */
  constructor(prepare) {
    this.root = element(
      "div",
      { class: "menu-row", role: "group", "aria-label": t("Language") },
      element("span", {}, t("Language")),
      ...Object.entries(names).map(([code, name]) => {
        const chosen = code === language();
        const button = element("button", { type: "button", lang: code, "aria-pressed": String(chosen) }, name);
        button.addEventListener("click", () => chosen || prepare().finally(() => change(/** @type {Language} */ (code))));
        return button;
      }),
    );
  }
}

/** @param {Language} wanted */
function change(wanted) {
  const url = new URL(location.href);
  try {
    localStorage.setItem("onelayer.language", wanted);
    url.searchParams.delete("lang");
  } catch {
    url.searchParams.set("lang", wanted); // storage is blocked: the address remembers
  }
  if (url.href === location.href) location.reload();
  else location.replace(url); // with a hash alone it would not start anew, but lang was there
}
