// Our engine in a worker: loads the Go program ../ours, in the build that the address names, which takes the same
// messages as worker.js. A classic script, since wasm_exec.js is one.

importScripts("/wasm_exec.js");

const go = new Go();
WebAssembly.instantiateStreaming(fetch(`/built/${location.search.slice(1)}.wasm`), go.importObject).then(
  ({ instance }) => go.run(instance),
);
