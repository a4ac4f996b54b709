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

/** What is shown until it has been done once, on any visit. @typedef {"trained" | "toured"} Once */

/**
 * Remembers that something has been done, and lets the style sheets hide what was shown until then.
 * @param {Once} name
 */
export function once(name) {
  if (isDone(name)) return;
  remember(`onelayer.${name}`, "1");
  document.documentElement.dataset[name] = "";
}

/**
 * Whether something has been done, on this visit or an earlier one.
 * @param {Once} name
 */
export function isDone(name) {
  return name in document.documentElement.dataset;
}

/** Lets the style sheets know at once what has been done on earlier visits. */
export function tellOnce() {
  for (const name of /** @type {Once[]} */ (["trained", "toured"])) {
    if (preference(`onelayer.${name}`)) document.documentElement.dataset[name] = "";
  }
}
