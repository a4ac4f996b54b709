import { missing } from "../core/programs.js";
import { remember } from "../core/preferences.js";
import { translate } from "../texts/static.js";
import { learn, t } from "../texts/texts.js";
import { byId } from "../ui/dom.js";
import { LanguageChoice } from "./language_choice.js";

/** @import {App} from "../core/app.js" */
/** @import {Language} from "../texts/texts.js" */

/**
 * The page's language. It changes in place: what was trained, loaded and opened stays, and work
 * in progress continues.
 * @param {App} app
 */
export function languages(app) {
  const choice = new LanguageChoice();
  byId("more-menu", HTMLElement).append(choice.root);
  choice.on("chosen", (wanted) => app.attempt(change(wanted)));

  /** @param {Language} wanted */
  async function change(wanted) {
    await learn(wanted).catch(() => Promise.reject(missing(t("The other language"))));
    document.documentElement.lang = wanted;
    rememberLanguage(wanted);
    translate(document.body);
    byId("announcer", HTMLElement).textContent = ""; // it was heard, in the other language
    choice.update();
    app.emit("language", undefined);
    app.schedule();
  }
}

/** Where storage is blocked the address remembers. @param {Language} wanted */
function rememberLanguage(wanted) {
  const url = new URL(location.href);
  if (remember("onelayer.language", wanted)) url.searchParams.delete("lang");
  else url.searchParams.set("lang", wanted);
  history.replaceState(history.state, "", url);
}
