/**
 * What the view takes from the page and the screen around it.
 * @module
 */

/** CSS pixels. @typedef {{width: number, height: number}} Size */

/** A typeface's file and what it is for. @typedef {{family: string, source: string} & FontFaceDescriptors} Typeface */

/**
 * @param {Window} window
 * @returns {Size}
 */
export function size(window) {
  const { clientWidth: width, clientHeight: height } = window.document.documentElement;
  return { width, height };
}

/**
 * @param {Window} window
 * @param {(size: Size) => void} changed
 */
export function watchSize(window, changed) {
  window.addEventListener("resize", () => changed(size(window)));
}

/**
 * The typefaces of the document's style sheets, for a worker, which has none.
 * @param {Document} document
 * @returns {Typeface[]}
 */
export function typefaces(document) {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  return rules
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ style, parentStyleSheet }) => {
      const value = (/** @type {string} */ name) => style.getPropertyValue(name);
      const base = parentStyleSheet?.href ?? document.baseURI;
      return {
        family: value("font-family").replaceAll('"', ""),
        source: value("src").replace(/url\("([^"]+)"\)/, (_, name) => `url("${new URL(name, base).href}")`),
        weight: value("font-weight"),
        unicodeRange: value("unicode-range"),
      };
    });
}

/**
 * Ebitengine asks for the screen's pixel density once: reload when another
 * screen or zoom changes it.
 * @param {Window} window
 */
export function reloadOnDensityChange(window) {
  const density = window.devicePixelRatio;
  const check = () => {
    if (window.devicePixelRatio !== density) window.location.reload();
  };
  window.matchMedia(`(resolution: ${density}dppx)`).addEventListener("change", check);
  window.addEventListener("resize", check);
}

/**
 * A frame whose colour scheme differs from its page's gets an opaque ground: follow the page.
 * @param {Window} window
 */
export function followColorScheme(window) {
  const follow = () => {
    const frame = window.frameElement;
    if (!frame) return;
    const scheme = window.parent.getComputedStyle(frame).colorScheme;
    window.document.documentElement.style.colorScheme = scheme === "normal" ? "light" : scheme;
  };
  follow();
  new MutationObserver(follow).observe(window.parent.document.documentElement, { attributeFilter: ["data-theme"] });
  window.parent.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
}
