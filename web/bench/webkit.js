// The bench's page in WebKitGTK.

import { launchWebKit, retry } from "../e2e/webkit.js";

/** @typedef {import("./browsers.js").BenchPage} BenchPage */

/** @param {string} address @returns {Promise<BenchPage>} */
export async function openWebKit(address) {
  const page = await launchWebKit(address);
  await retry(async () => {
    if (!(await page.run("return 'bench' in window"))) throw new Error("WebKit does not open the bench's page");
  });
  return {
    name: "WebKitGTK",
    version: page.version,
    call: (method, ...parameters) =>
      page.run("const [method, values] = parameters; return window.bench[method](...values)", method, parameters),
    close: () => page.close(),
  };
}
