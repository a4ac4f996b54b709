/**
 * Puts the page's typeface into an SVG, so that it looks the same where the typeface is not installed.
 * @param {string} svg
 */
export async function withFonts(svg) {
  const faces = await Promise.all(fontFaces().map(embedded));
  return svg.replace(/<svg[^>]*>/, (start) => `${start}\n<style>${faces.join("\n")}</style>`);
}

/** The @font-face rules of the page's style sheets. */
function fontFaces() {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule),
  );
}

/**
 * The rule with its file as a data URI.
 * @param {CSSFontFaceRule} rule
 */
async function embedded(rule) {
  const url = /url\("([^"]+)"\)/.exec(rule.cssText)?.[1] ?? "";
  const font = await fetch(new URL(url, rule.parentStyleSheet?.href ?? location.href));
  const bytes = new Uint8Array(await font.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return rule.cssText.replace(url, `data:font/woff2;base64,${base64}`);
}
