/**
 * The view's composition root: everything that must be in place before Go starts.
 * @module
 */

import { installGate } from "./gate.js";
import { installGuard } from "./guard.js";
import { hasWebGL, runGo } from "./loader.js";
import { followColorScheme, reloadOnDensityChange } from "./surroundings.js";

/** @param {string} message */
function fail(message) {
  window.parent.postMessage({ view: "failed", message }, window.location.origin);
}

async function start() {
  followColorScheme(window);
  reloadOnDensityChange(window);
  installGuard(window);
  Object.assign(globalThis, { frameGate: installGate(window) });
  const flat = new URLSearchParams(window.location.search).get("draw") === "2d" || !(await hasWebGL());
  await runGo(flat ? "./canvas2d.wasm" : "./canvas.wasm");
  fail("The program that draws the pictures and charts ended.");
}

start().catch((error) => fail(`The pictures and charts cannot be drawn: ${error.message ?? error}`));
