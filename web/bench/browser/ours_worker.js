// Our engine in a worker: loads the Go program ../ours, which takes the same messages as worker.js. A classic script,
// since wasm_exec.js is one.

importScripts("/wasm_exec.js");

const go = new Go();
WebAssembly.instantiateStreaming(fetch("/built/ours.wasm"), go.importObject).then(({ instance }) => go.run(instance));
