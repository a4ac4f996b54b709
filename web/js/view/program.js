/**
 * The worker of the view: it starts the Go program that draws on the frame's canvas. The build makes a classic script
 * of it, since wasm_exec.js is one.
 * @module
 */

/** @import {FromView} from "../core/protocol.js" */
/** @import {ToFrame} from "./main.js" */
/** @import {Size, Typeface} from "./surroundings.js" */

import { installGate } from "./gate.js";
import { standIn } from "./stand_in.js";

/**
 * What the frame gives the worker at first.
 * @typedef {object} Setting
 * @property {OffscreenCanvas} canvas  the frame's
 * @property {MessagePort} page  the page's end is at the other side
 * @property {boolean} flat  whether it must not be drawn with WebGL
 * @property {number} density  device pixels of a CSS pixel
 * @property {Size} size
 * @property {Typeface[]} typefaces
 */

const patience = 3000; // ms for the page's first data, and for typefaces

/** @param {ToFrame} message */
function tellFrame(message) {
  self.postMessage(message);
}

/** The first message sets all up; the others tell what has changed, or, to the Go program, what the visitor does. */
self.addEventListener("message", ({ data }) => begin(data), { once: true });

/** @param {Setting} setting */
function begin(setting) {
  const { page } = setting;
  /** @param {FromView} message */
  const tell = (message) => page.postMessage(message);
  start(setting, tell).catch((error) =>
    tell({ view: "failed", message: `The pictures and charts cannot be drawn: ${error.message ?? error}` }),
  );
}

/**
 * @param {Setting} setting
 * @param {(message: FromView) => void} tell the page
 */
async function start({ canvas, page, flat, density, size, typefaces }, tell) {
  leaveAlive();
  const typed = loadTypefaces(typefaces);
  // Asked for as Ebitengine does, which gets the same one.
  const gl = flat ? null : canvas.getContext("webgl2", { alpha: true, premultipliedAlpha: true, stencil: true });
  if (!gl) tellFrame({ flat: true });
  const surroundings = standIn(canvas, size, density, () => tellFrame({ lost: true }));
  self.addEventListener("message", (/** @type {MessageEvent<{size?: Size, ping?: boolean}>} */ { data }) => {
    if (data.ping) tellFrame({ pong: true });
    if (data.size) surroundings.resize(data.size);
  });
  Object.assign(self, { page, canvas, frameGate: installGate(self, gl) });

  importScripts("../../wasm_exec.js");
  // Only one of the two programs is fetched.
  const program = await compile(gl ? "canvas.wasm" : "canvas2d.wasm");
  await allowed(page, tell);
  await Promise.race([typed, new Promise((resolve) => setTimeout(resolve, patience))]);
  await runGo(program);
  throw new Error("the program ended");
}

/** Holds a lock while the worker lives: waiting for it, the frame notices its end. */
function leaveAlive() {
  const lock = `onelayer.view.${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  navigator.locks?.request(lock, () => {
    tellFrame({ lock });
    return new Promise(() => {});
  });
}

/**
 * Loads the files of typefaces, which the page needs as well; one that can't be had is done without.
 * @param {Typeface[]} typefaces
 */
function loadTypefaces(typefaces) {
  /** @type {FontFaceSet | undefined} */
  const fonts = Reflect.get(self, "fonts");
  const faces = typefaces.map(({ family, source, ...rest }) => new FontFace(family, source, rest));
  for (const face of faces) fonts?.add(face);
  return Promise.allSettled(faces.map((face) => face.load()));
}

/**
 * Waits until the page lets the program start, for some seconds.
 * @param {MessagePort} page
 * @param {(message: FromView) => void} tell
 * @returns {Promise<void>}
 */
function allowed(page, tell) {
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    page.addEventListener("message", ({ data }) => data.view === "begin" && resolve());
    page.start();
    tell({ view: "compiled" });
  });
}

/**
 * @param {string} name
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(name) {
  const response = await fetch(`../../${name}`);
  if (!response.ok) throw new Error(`${name} could not be fetched (${response.status})`);
  // A host that doesn't know the wasm MIME type: compile from the bytes instead.
  const streams = response.headers.get("Content-Type")?.split(";")[0] === "application/wasm";
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Runs a Go program. It resolves when the program ends.
 * @param {WebAssembly.Module} program
 */
async function runGo(program) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(program, go.importObject);
  // Events still pending when the program ended find no handler: that is not an error.
  const resume = go._resume.bind(go);
  go._resume = () => {
    if (!go.exited) resume();
  };
  await go.run(instance);
}
