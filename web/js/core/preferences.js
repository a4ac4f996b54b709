/**
 * What the page remembers for the next visit: small texts by name. Where storage is blocked,
 * nothing is remembered, and a choice holds for this visit.
 * @module
 */

/**
 * Every name, including those stored by earlier versions of the page.
 * @typedef {"onelayer.theme" | "onelayer.language" | "onelayer.sound" | "onelayer.log" | "onelayer.trained" |
 *   "onelayer.slow" | "onelayer.toured" | "onelayer.grid" | "keepData" | "dataKept"} Name
 */

/**
 * @param {Name} name
 * @returns {string} empty if nothing is remembered
 */
export function preference(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {Name} name
 * @param {string} value empty to forget it
 * @returns {boolean} whether it is remembered
 */
export function remember(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}
