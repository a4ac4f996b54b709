/**
 * The frame of the view: it holds the canvas, which a program in a worker draws on, so that the page is never kept
 * waiting by it. Input, size and typefaces go to the worker; the page speaks with it directly.
 * @module
 */

/** @import {FromView} from "../core/protocol.js" */
/** @import {Setting} from "./program.js" */
/** @import {Box} from "./input.js" */

import { relayInput } from "./input.js";
import { followColorScheme, reloadOnDensityChange, size, typefaces, watchSize } from "./surroundings.js";

/** What the program's worker tells the frame. @typedef {{flat?: boolean, lock?: string, cursor?: string, plots?: Box[],
 *   lost?: boolean, pong?: boolean}} ToFrame */

const beat = 2000; // ms between two questions whether the program is alive
const beats = 5; // that it may leave unanswered: a slow machine's first frames take long

/** @param {string} message */
function fail(message) {
  /** @type {FromView} */
  const failed = { view: "failed", message };
  parent.postMessage(failed, location.origin);
}

function start() {
  const canvas = document.createElement("canvas");
  document.body.append(canvas);
  followColorScheme(window);
  reloadOnDensityChange(window);

  const worker = startWorker();
  const { port1, port2 } = new MessageChannel();
  parent.postMessage({ view: "line" }, location.origin, [port1]);
  /** @type {Setting} */
  const setting = {
    canvas: canvas.transferControlToOffscreen(),
    page: port2,
    flat: new URLSearchParams(location.search).get("draw") === "2d",
    density: devicePixelRatio,
    size: size(window),
    typefaces: typefaces(document),
  };
  worker.postMessage(setting, [setting.canvas, port2]);
  watchSize(window, (size) => worker.postMessage({ size }));
  const input = relayInput(window, (pointer) => worker.postMessage({ pointer }));

  worker.onerror = ({ message }) => fail(message || "The program that draws the pictures and charts can’t be had.");
  worker.onmessage = (/** @type {MessageEvent<ToFrame>} */ { data: { flat, lock, cursor, plots, lost } }) => {
    if (flat) canvas.className = "flat";
    if (lock) watch(lock);
    if (cursor !== undefined) document.body.style.cursor = cursor;
    if (plots) input.plots = plots;
    if (lost) location.reload();
    unanswered = 0;
  };

  let unanswered = 0;
  const alarm = setInterval(() => {
    if (document.visibilityState === "hidden") return;
    worker.postMessage({ ping: true });
    if (++unanswered <= beats) return;
    clearInterval(alarm);
    fail("The program that draws the pictures and charts does not answer.");
  }, beat);
}

/** The address is a script of this site, as the policy of view.html wants it. */
function startWorker() {
  const url = () => new URL("program.js", import.meta.url).href;
  const policy = Reflect.get(globalThis, "trustedTypes")?.createPolicy("onelayer", { createScriptURL: url });
  return new Worker(policy?.createScriptURL("") ?? url());
}

/**
 * Tells the page when the worker has ended, even silently: it holds this lock while it lives.
 * @param {string} lock
 */
function watch(lock) {
  navigator.locks.request(lock, () => fail("The program that draws the pictures and charts ended."));
}

try {
  start();
} catch (error) {
  fail(`The pictures and charts cannot be drawn: ${error instanceof Error ? error.message : error}`);
}
