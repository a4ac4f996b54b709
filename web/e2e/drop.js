// Files and folders that are dragged onto the page from outside.

/** @typedef {import("playwright-core").Page} Page */

/**
 * Drags files from outside over the page and drops them, as the browser sees it.
 * @param {Page} page
 * @param {string[]} files  paths of files and folders
 * @param {number} [hover] ms that they are over the page
 */
export async function dropFiles(page, files, hover = 0) {
  const session = await page.context().newCDPSession(page);
  const drag = { x: 640, y: 620, data: { items: [], files, dragOperationsMask: 1 } };
  await session.send("Input.dispatchDragEvent", { type: "dragEnter", ...drag });
  // A hand takes its time: the browser gives up a drop that comes before the page has said that it takes files.
  await page.locator("#drop-overlay").waitFor();
  await session.send("Input.dispatchDragEvent", { type: "dragOver", ...drag });
  await page.waitForTimeout(hover);
  await session.send("Input.dispatchDragEvent", { type: "drop", ...drag });
  await session.detach();
}
