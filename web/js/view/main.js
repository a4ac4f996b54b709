/**
 * The view's composition root: everything that must be in place before Go starts.
 * @module
 */

import { installGate } from "./gate.js";
import { installGuard } from "./guard.js";
import { compile, hasWebGL, runGo } from "./loader.js";
import { followColorScheme, reloadOnDensityChange } from "./surroundings.js";

/** @param {string} message */
function fail(message) {
  window.parent.postMessage({ view: "failed", message }, window.location.origin);
}

/** The program that draws with WebGL, which is compiled while that is tried, or else the one for a 2D canvas. */
async function program() {
  if (new URLSearchParams(window.location.search).get("draw") !== "2d") {
    const drawing = compile("canvas.wasm");
    if (await hasWebGL()) return drawing.program;
    drawing.leave();
  }
  return compile("canvas2d.wasm").program;
}

async function start() {
  followColorScheme(window);
  reloadOnDensityChange(window);
  installGuard(window);
  Object.assign(globalThis, { frameGate: installGate(window) });
  await runGo(await program());
  fail("The program that draws the pictures and charts ended.");
}

start().catch((error) => fail(`The pictures and charts cannot be drawn: ${error.message ?? error}`));
