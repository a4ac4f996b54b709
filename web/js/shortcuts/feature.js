import { t } from "../texts/texts.js";
import { openedBy } from "../ui/dialogs.js";
import { byId } from "../ui/dom.js";
import { headerRow } from "../ui/header_row.js";
import { showShortcuts } from "./sheet.js";
import { listenForShortcuts } from "./shortcuts.js";

/** @import {App} from "../core/app.js" */

/**
 * The keys, and the sheet that lists them. Every feature has added its own by now.
 * @param {App} app
 */
export function shortcuts(app) {
  byId("more-menu", HTMLElement).append(headerRow("help-open", t("Keyboard shortcuts and words")));
  const sheet = byId("help", HTMLDialogElement);
  openedBy(sheet, byId("help-open", HTMLButtonElement));
  app.shortcuts.push({ keys: ["?"], page: "", text: t("This sheet"), act: () => sheet.showModal() });
  listenForShortcuts(app.shortcuts, () => app.tabs.current);
  showShortcuts(byId("help-keys", HTMLElement), app.shortcuts, app.tabs.titles);
}
