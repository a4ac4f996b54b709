// Reading the screen.

/** @typedef {import("playwright-core").Page} Page */

/** The line colour of the train split, Okabe–Ito blue on the light ground. */
const TRAIN_BLUE = [0x00, 0x72, 0xb2];

/**
 * What can be seen of the view: how many colours, and how many pixels of the train curves.
 * @param {Page} page
 */
export async function lookAtView(page) {
  const png = await page.locator("#view").screenshot();
  return page.evaluate(countColours, { png: png.toString("base64"), wanted: TRAIN_BLUE });
}

/**
 * Waits until the view shows at least this many colours and pixels of the train curves.
 * @param {Page} page
 * @param {{colours?: number, curve?: number}} least
 */
export async function waitForView(page, { colours = 0, curve = 0 }) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const seen = await lookAtView(page);
    if (seen.colours >= colours && seen.curve >= curve) return seen;
    if (Date.now() > deadline)
      throw new Error(`the view shows ${seen.colours} colours and ${seen.curve} pixels of the train curves`);
    await page.waitForTimeout(200);
  }
}

/**
 * Runs in the page, which can decode a PNG.
 * @param {{png: string, wanted: number[]}} picture
 */
async function countColours({ png, wanted }) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const colours = new Set();
  let curve = 0;
  for (let i = 0; i < data.length; i += 4) {
    colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    if (wanted.every((value, k) => Math.abs(data[i + k] - value) <= 4)) curve++;
  }
  return { colours: colours.size, curve };
}
