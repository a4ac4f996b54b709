/**
 * The view's composition root: everything that must be in place before Go starts.
 * @module
 */

/** @import {FromView} from "../core/protocol.js" */

import { installGate } from "./gate.js";
import { installGuard } from "./guard.js";
import { compile, hasWebGL, runGo } from "./loader.js";
import { followColorScheme, reloadOnDensityChange } from "./surroundings.js";

const patience = 3000; // ms for the page's first data

/** @param {FromView} message */
function tell(message) {
  window.parent.postMessage(message, window.location.origin);
}

/** @param {string} message */
function fail(message) {
  tell({ view: "failed", message });
}

/** The program that draws with WebGL, or else the one for a 2D canvas: only one of them is fetched. */
async function program() {
  const flat = new URLSearchParams(window.location.search).get("draw") === "2d" || !(await hasWebGL());
  return compile(flat ? "canvas2d.wasm" : "canvas.wasm");
}

/** Waits until the page lets the program start, for some seconds. @returns {Promise<void>} */
function allowed() {
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    addEventListener("message", ({ data, source }) => source === parent && data.view === "begin" && resolve());
    tell({ view: "compiled" });
  });
}

async function start() {
  followColorScheme(window);
  reloadOnDensityChange(window);
  installGuard(window);
  Object.assign(globalThis, { frameGate: installGate(window) });
  const compiled = await program();
  await allowed();
  await runGo(compiled);
  fail("The program that draws the pictures and charts ended.");
}

start().catch((error) => fail(`The pictures and charts cannot be drawn: ${error.message ?? error}`));
