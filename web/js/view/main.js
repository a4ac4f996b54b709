/**
 * The view's composition root: everything that must stand before Go starts.
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
  if (!hasWebGL()) {
    fail("This browser cannot draw with WebGL 2, which the pictures and charts need.");
    return;
  }
  await runGo("./canvas.wasm");
  fail("The program that draws the pictures and charts ended.");
}

start().catch((error) => fail(`The pictures and charts cannot be drawn: ${error.message ?? error}`));
