/**
 * Starts the Go program that draws the view.
 * @module
 */

/**
 * Whether the browser can draw the view with WebGL at all: asked before its program is fetched. A worker asks first,
 * since the browser's first context takes long; what it finds does not count, since a page may be refused what its
 * worker gets, and the other way round.
 * @returns {Promise<boolean>}
 */
export async function hasWebGL() {
  const worker = new Worker(probe());
  await new Promise((resolve) => (worker.onmessage = worker.onerror = resolve));
  worker.terminate();
  return drawsHere();
}

/** The probe's address, as the policy of view.html has it made. @returns {string} */
function probe() {
  const url = new URL("probe.js", import.meta.url).href;
  const types = Reflect.get(globalThis, "trustedTypes");
  return types?.createPolicy("onelayer", { createScriptURL: () => url }).createScriptURL("") ?? url;
}

function drawsHere() {
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
  // Events still pending when the program ended find no handler: that is not an error.
  const resume = go._resume.bind(go);
  go._resume = () => {
    if (!go.exited) resume();
  };
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
