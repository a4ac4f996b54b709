const quiet = 4; // modules of white around a code, by its standard

/**
 * Draws a link as a QR code, black on white, one pixel per module: style sheets enlarge it. What makes it is loaded
 * with the first.
 * @param {HTMLCanvasElement} canvas
 * @param {string} href
 * @returns {Promise<boolean>} whether it can be one: a very long link can't
 */
export async function drawCode(canvas, href) {
  const { generate } = await import("lean-qr");
  const code = codeOf(generate, href);
  if (!code) return false;
  canvas.width = canvas.height = code.size + 2 * quiet;
  const context = canvas.getContext("2d");
  if (!context) return false;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000000";
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) context.fillRect(x + quiet, y + quiet, 1, 1);
  return true;
}

/**
 * @param {typeof import("lean-qr").generate} generate
 * @param {string} href
 */
function codeOf(generate, href) {
  try {
    return generate(href);
  } catch {
    return null; // it has more characters than the largest code
  }
}
