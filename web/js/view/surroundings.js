/**
 * What the view takes from the page and the screen around it.
 * @module
 */

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
 * A frame whose colour scheme differs from its page's gets an opaque ground:
 * follow the page, now and at each new scene.
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
  window.addEventListener("message", follow);
}
