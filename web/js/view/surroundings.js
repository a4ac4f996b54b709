/**
 * What the view takes over from the page and the screen around it.
 * @module
 */

/**
 * Ebitengine asks for the screen's pixel density once: start anew when it changes.
 * @param {Window} window
 */
export function reloadOnDensityChange(window) {
  window
    .matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    .addEventListener("change", () => window.location.reload(), { once: true });
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
