// Serves what the bench's page needs, cross-origin isolated: precise clocks, and threads for contestants that use them.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

import { BUILT, CACHE, ROOT, WORK } from "./places.js";

/** @type {Record<string, string>} */
const folders = {
  "/bench/": path.join(ROOT, "web/bench"),
  "/js/": path.join(ROOT, "web/js"),
  "/built/": BUILT,
  "/work/": WORK,
  "/peers/": path.join(CACHE, "peers/node_modules"),
  "/": path.join(ROOT, ".cache/wasm"), // where the page's worker looks for its program
};

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** @returns {Promise<{origin: string, stop: () => void}>} */
export async function startBenchServer() {
  const server = createServer(async (request, response) => {
    const file = fileOf(new URL(request.url ?? "/", "http://bench").pathname);
    const found = file ? await stat(file).catch(() => null) : null;
    if (!file || !found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": types[path.extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close().closeAllConnections() };
}

/** @param {string} url  its path */
function fileOf(url) {
  const prefix = Object.keys(folders).find((each) => url.startsWith(each));
  if (!prefix) return null;
  const folder = folders[prefix] ?? "";
  const file = path.join(folder, decodeURIComponent(url.slice(prefix.length)));
  return file.startsWith(folder + path.sep) ? file : null;
}
