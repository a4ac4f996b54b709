import { byId, element } from "./dom.js";

/**
 * A row of the menu that replaces a button of the header if there is no space for it.
 * @param {string} id the button's
 * @param {string} text
 */
export function headerRow(id, text) {
  const row = element("button", { type: "button", class: "menu-narrow", "data-for": id }, text);
  row.addEventListener("click", () => {
    byId("more-menu", HTMLElement).hidePopover();
    byId(id, HTMLButtonElement).click();
  });
  return row;
}
