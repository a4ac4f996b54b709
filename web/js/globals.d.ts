// What the worker's script finds in its global scope.
declare function importScripts(...urls: string[]): void;

/** From wasm_exec.js, which the build copies from the Go toolchain. */
declare class Go {
  readonly importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
  /** Whether the program has ended. */
  readonly exited: boolean;
  /** Has the program go on after an event. */
  _resume(): void;
}
