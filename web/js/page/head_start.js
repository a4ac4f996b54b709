/**
 * What the page begins before its own script is there: the training program is fetched and compiled, once for all
 * workers that train, and its first worker starts.
 * @module
 */

import { trustedScript } from "../core/trusted.js";
import { firstPaint } from "./first_paint.js";

/**
 * @typedef {object} HeadStart
 * @property {string} script of every worker
 * @property {Promise<WebAssembly.Module>} program
 * @property {Worker | null} worker the first one, until it is taken
 * @property {Event[]} heard its messages so far
 */

const shared = /** @type {{headStart?: HeadStart}} */ (globalThis); // of the script in index.html and the page's own

/** @param {string} name of the first worker */
export function beginEarly(name) {
  const manifest = document.querySelector("link[rel=manifest]")?.getAttribute("href") ?? "";
  const site = new URL("..", new URL(manifest, document.baseURI)); // this version's folder
  const script = trustedScript(new URL("js/worker/worker.js", site), "onelayer-early");
  const program = firstPaint().then(() => compile(new URL("trainer.wasm", site)));
  program.catch(() => {}); // the worker reports it
  const worker = new Worker(script, { name });
  give(worker, program);
  /** @type {HeadStart} */
  const headStart = { script, program, worker, heard: [] };
  worker.onmessage = worker.onerror = (/** @type {Event} */ event) => headStart.heard.push(event);
  shared.headStart = headStart;
}

/**
 * @param {string} name what the worker is for
 * @returns {Worker}
 */
export function startWorker(name) {
  const headStart = /** @type {HeadStart} */ (shared.headStart);
  const { script, program, worker: first, heard } = headStart;
  if (first) {
    headStart.worker = null;
    first.onmessage = first.onerror = null;
    queueMicrotask(() => heard.forEach((event) => first.dispatchEvent(event))); // when there are listeners
    return first;
  }
  const worker = new Worker(script, { name });
  if (!others.has(name)) give(worker, program);
  return worker;
}

/** The workers that bring a program of their own. */
const others = new Set(["checker", "loader", "packer"]);

/**
 * @param {Worker} worker
 * @param {Promise<WebAssembly.Module>} program
 */
function give(worker, program) {
  program.then(
    (module) => worker.postMessage({ module }),
    (error) => worker.postMessage({ failed: String(error.message ?? error) }),
  );
}

/**
 * @param {URL} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be fetched (${response.status})`);
  // A host that doesn't know the wasm MIME type: compile from the bytes instead.
  const streams = response.headers.get("Content-Type")?.split(";")[0] === "application/wasm";
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
