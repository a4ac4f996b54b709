/**
 * Starts the Go program that draws the view.
 * @module
 */

/** Whether the browser can draw the view at all: asked before its program is fetched. */
export function hasWebGL() {
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return gl !== null;
}

/**
 * Fetches, compiles and runs a Go program. It resolves when the program ends.
 * @param {string} url
 */
export async function runGo(url) {
  const go = new Go();
  const instance = await instantiate(url, go.importObject);
  await go.run(instance);
}

/**
 * @param {string} url
 * @param {WebAssembly.Imports} imports
 * @returns {Promise<WebAssembly.Instance>}
 */
async function instantiate(url, imports) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be fetched (${response.status})`);
  // A host that doesn't know the wasm MIME type: compile from the bytes instead.
  const streams = response.headers.get("Content-Type")?.split(";")[0] === "application/wasm";
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return instance;
}
