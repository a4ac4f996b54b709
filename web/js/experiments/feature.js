import { part } from "../core/part.js";
import { t } from "../texts/texts.js";
import { byId, element } from "../ui/dom.js";

/** @import {App} from "../core/app.js" */

/**
 * Ten experiments for a lecture, to open by link and to print; loaded on demand.
 * @param {App} app
 */
export function experiments(app) {
  const row = element("button", { type: "button", id: "experiments-open" }, t("Ten experiments for a lecture"));
  /** @type {HTMLDialogElement | null} */
  let sheet = null;
  byId("more-menu", HTMLElement).append(row);
  row.addEventListener("click", () => {
    byId("more-menu", HTMLElement).hidePopover();
    app.attempt(show());
  });

  async function show() {
    if (!sheet) {
      const { experimentsSheet } = await part(t("The sheet of experiments"), () => import("./sheet.js"));
      sheet = experimentsSheet();
      document.body.append(sheet);
    }
    sheet.showModal();
  }
}
