import { element } from "../ui/dom.js";
import { t } from "../texts/texts.js";

/** @import {Shortcut} from "../core/shortcut.js" */

/**
 * Writes the keys into the help sheet, by tab.
 * @param {HTMLElement} place
 * @param {Shortcut[]} shortcuts
 * @param {Record<string, string>} pages the tabs' titles by their names
 */
export function showShortcuts(place, shortcuts, pages) {
  for (const page of ["", ...Object.keys(pages)]) {
    const here = shortcuts.filter((shortcut) => shortcut.page === page);
    if (here.length === 0) continue;
    const rows = here.map((shortcut) =>
      element("div", {}, element("dt", {}, ...written(shortcut)), element("dd", {}, shortcut.text)),
    );
    place.append(
      element("h3", { class: "small-title" }, page ? t("On {page}", { page: pages[page] ?? page }) : t("Everywhere")),
      element("dl", { class: "keys" }, ...rows),
    );
  }
}

/** @type {Record<string, string>} */
const names = { " ": "space", arrowleft: "←", arrowright: "→", ctrl: "Ctrl", shift: "Shift" };

/**
 * @param {Shortcut} shortcut
 * @returns {(Node | string)[]}
 */
function written({ keys, written }) {
  if (written) return [element("kbd", {}, written)];
  return keys.flatMap((key, i) => [
    ...(i > 0 ? [" "] : []),
    ...key
      .split("+")
      .flatMap((part, j) => [
        ...(j > 0 ? ["+"] : []),
        element("kbd", {}, part === " " ? t("space") : (names[part] ?? part)),
      ]),
  ]);
}
