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
  await answer(start("probe.js"));
  return drawsHere();
}

/**
 * Starts a worker whose script lies beside this one, as the policy of view.html has it made.
 * @param {"probe.js" | "compile.js"} name
 */
function start(name) {
  const url = (/** @type {string} */ script) => new URL(script, import.meta.url).href;
  policy ??= Reflect.get(globalThis, "trustedTypes")?.createPolicy("onelayer", { createScriptURL: url });
  return new Worker(policy?.createScriptURL(name) ?? url(name));
}

/** @type {{createScriptURL: (name: string) => string} | undefined} */
let policy;

function drawsHere() {
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return gl !== null;
}

/**
 * Runs a Go program. It resolves when the program ends.
 * @param {WebAssembly.Module} program
 */
export async function runGo(program) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(program, go.importObject);
  // Events still pending when the program ended find no handler: that is not an error.
  const resume = go._resume.bind(go);
  go._resume = () => {
    if (!go.exited) resume();
  };
  await go.run(instance);
}

/**
 * Fetches and compiles a Go program in a worker: on the page's thread it would take every other task's time.
 * @param {string} name
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(name) {
  const worker = start("compile.js");
  worker.postMessage(new URL(name, document.baseURI).href);
  const { data, message } = await answer(worker);
  if (data instanceof WebAssembly.Module) return data;
  throw new Error(String(data ?? message ?? `${name} could not be fetched`));
}

/**
 * The only message of a worker, which ends with it, or its error.
 * @param {Worker} worker
 * @returns {Promise<{data?: unknown, message?: string}>}
 */
async function answer(worker) {
  const event = await new Promise((resolve) => (worker.onmessage = worker.onerror = resolve));
  worker.terminate();
  return event;
}
