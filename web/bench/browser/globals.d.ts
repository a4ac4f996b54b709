/** In a worker that is a classic script. */
declare function importScripts(...urls: string[]): void;

/** From wasm_exec.js, which the build copies from the Go toolchain. */
declare class Go {
  readonly importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}
