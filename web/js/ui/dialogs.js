import { find } from "./dom.js";
import { narrow } from "./screen.js";

/**
 * Opens a modal dialog with a button; its Close button and a press beside it close it.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLButtonElement} opener
 */
export function openedBy(dialog, opener) {
  opener.addEventListener("click", () => dialog.showModal());
  find(dialog, ".close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/**
 * On a narrow screen the settings are in a sheet, else in their column.
 * @param {HTMLDialogElement} sheet
 * @param {HTMLElement} settings
 * @param {HTMLElement} place
 */
export function placeSettings(sheet, settings, place) {
  const sheetPlace = find(sheet, ".sheet-place", HTMLElement);
  const put = () => {
    if (!narrow.matches && sheet.open) sheet.close();
    (narrow.matches ? sheetPlace : place).append(settings);
  };
  narrow.addEventListener("change", put);
  put();
}
