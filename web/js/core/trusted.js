/**
 * The only ways in which this page turns text into code or markup: browsers with Trusted Types refuse all
 * others, since the page's policy names these.
 * @module
 */

/** @typedef {{createScriptURL: (url: string) => any, createHTML: (text: string) => any}} Policy */
/** @typedef {{createPolicy: (name: string, rules: Policy) => Policy}} Types */

/** @type {Policy} */
const rules = {
  createScriptURL: (url) => {
    if (new URL(url, document.baseURI).origin === new URL(document.baseURI).origin) return url;
    throw new TypeError("A script of another site is not run.");
  },
  createHTML: (text) => {
    if (!/<script|<foreignObject|\son\w+\s*=|javascript:/i.test(text)) return text;
    throw new TypeError("A drawing that would run something is not shown.");
  },
};

/** @type {Map<string, Policy>} */
const policies = new Map();

/** @param {string} name */
function policy(name) {
  const types = /** @type {Types | undefined} */ (Reflect.get(globalThis, "trustedTypes"));
  const made = policies.get(name) ?? types?.createPolicy(name, rules) ?? rules;
  policies.set(name, made);
  return made;
}

/**
 * The address of a script of this site, as a worker is started by it.
 * @param {URL} url
 * @param {string} [name] of the policy: the script in index.html has one of its own
 * @returns {string}
 */
export function trustedScript(url, name = "onelayer") {
  return policy(name).createScriptURL(url.href);
}

/**
 * A drawing of this page's own programs, as it can be parsed.
 * @param {string} svg
 * @returns {string}
 */
export function trustedDrawing(svg) {
  return policy("onelayer").createHTML(svg);
}
