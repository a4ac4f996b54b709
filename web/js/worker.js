// The script of every Web Worker: loads its Go program, which then listens for the
// page's commands by itself. The page sends nothing before the program's Ready event.
// A classic script, since wasm_exec.js is one.

importScripts("../wasm_exec.js");

/** Programs by the worker's name; a worker of any other name trains. */
const programs = new Map([
  ["checker", "../checker.wasm"],
  ["loader", "../loader.wasm"],
  ["packer", "../packer.wasm"],
]);

/** @returns {Promise<WebAssembly.WebAssemblyInstantiatedSource>} */
async function instantiate(/** @type {string} */ url, /** @type {WebAssembly.Imports} */ imports) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be fetched (${response.status})`);
  // A host that doesn't know the wasm MIME type: compile from the bytes instead.
  if (response.headers.get("Content-Type")?.split(";")[0] !== "application/wasm") {
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
  }
  return WebAssembly.instantiateStreaming(response, imports);
}

async function start() {
  const go = new Go();
  const { instance } = await instantiate(programs.get(self.name) ?? "../trainer.wasm", go.importObject);
  await go.run(instance);
  throw new Error("the program ended");
}

start().catch((error) => {
  self.postMessage({ event: "Failed", message: `${programs.has(self.name) ? `The ${self.name}` : "The training engine"} stopped: ${error.message ?? error}. Reload the page to start it again.` });
});
