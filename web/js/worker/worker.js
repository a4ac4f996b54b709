// The script of every Web Worker: loads its Go program, which then listens for the page's commands by itself. The page
// sends nothing before the program's Ready event, except the training program, which it has compiled.
// A classic script, since wasm_exec.js is one.

/** Programs by the worker's name; a worker of any other name trains. */
const programs = new Map([
  ["checker", "../../checker.wasm"],
  ["loader", "../../loader.wasm"],
  ["packer", "../../packer.wasm"],
]);

// A worker that hangs does not answer.
self.addEventListener("message", (event) => {
  if (!event.data?.ping) return;
  event.stopImmediatePropagation(); // it is not for the program
  self.postMessage({ event: "Pong" });
});

/** The training program, as the page sends it. @type {Promise<{module?: WebAssembly.Module, failed?: string}>} */
const handed = new Promise((resolve) => {
  if (!programs.has(self.name)) self.addEventListener("message", ({ data }) => resolve(data), { once: true });
});

// A lock that is held while the worker lives: waiting for it detects its end, even a silent one.
if (navigator.locks) {
  const lock = `onelayer.worker.${crypto.randomUUID()}`;
  navigator.locks.request(lock, () => {
    self.postMessage({ event: "Alive", lock });
    return new Promise(() => {});
  });
}

importScripts("../../wasm_exec.js");
if (self.name === "loader") importScripts("streams.js", "inflate.js");

/** @returns {Promise<WebAssembly.Instance>} */
async function trainer(/** @type {WebAssembly.Imports} */ imports) {
  const { module, failed } = await handed;
  if (!module) throw new Error(failed);
  return WebAssembly.instantiate(module, imports);
}

/** @returns {Promise<WebAssembly.Instance>} */
async function instantiate(/** @type {string} */ url, /** @type {WebAssembly.Imports} */ imports) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be fetched (${response.status})`);
  // A host that doesn't know the wasm MIME type: compile from the bytes instead.
  const streams = response.headers.get("Content-Type")?.split(";")[0] === "application/wasm";
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return instance;
}

async function start() {
  const go = new Go();
  const url = programs.get(self.name);
  await go.run(url ? await instantiate(url, go.importObject) : await trainer(go.importObject));
  throw new Error("the program ended");
}

start().catch((error) => self.postMessage({ event: "Failed", message: String(error.message ?? error) }));
