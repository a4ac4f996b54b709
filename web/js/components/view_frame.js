import { Emitter } from "../emitter.js";

/** @import {Scene} from "../scene.js" */

/** @typedef {{view: "ready", version: number} | {view: "failed", message: string} | {view: "hovered", epoch: number | null, chart: string | null} | {view: "exported", id: number, svg: string} | {view: "pressed", class: number}} ViewMessage */

const patience = 20_000;
const exportPatience = 10_000;

/**
 * The iframe of the view. Each time the view is ready (it reloads itself when it loses
 * its context) it gets the scene and, for each worker, one end of a new channel; the worker gets the other.
 * @extends {Emitter<{ready: void, connected: {worker: string, port: MessagePort}, hovered: number | null, failed: string}>}
 */
export class ViewFrame extends Emitter {
  #frame;
  #ready = false;
  #workers = new Set(["main"]);
  /** @type {Scene | null} */
  #scene = null;
  #sent = "";
  #alarm;
  /** @type {Map<number, (svg: string) => void>} those that wait for their SVG */
  #exports = new Map();
  #lastExport = 0;

  /**
   * @param {HTMLIFrameElement} frame still empty, so that no message of the view is missed
   * @param {URL} url the view's page
   */
  constructor(frame, url) {
    super();
    this.#frame = frame;
    addEventListener("message", (event) => {
      if (event.source === frame.contentWindow && event.origin === location.origin) this.#receive(event.data);
    });
    // A click on the view takes the focus; the page's shortcuts want it back.
    addEventListener("blur", () => setTimeout(() => document.activeElement === frame && frame.blur()));
    this.#alarm = setTimeout(() => this.emit("failed", "The pictures and charts did not start."), patience);
    frame.src = url.href;
  }

  /** @param {Scene | null} scene */
  update(scene) {
    this.#scene = scene;
    this.#sendScene();
  }

  /**
   * Hands the view a frame of figures that the page holds itself. A view that starts anew
   * has lost them: send them again when it is connected.
   * @param {object} frame
   */
  send(frame) {
    if (this.#ready) this.#frame.contentWindow?.postMessage({ view: "frame", frame }, location.origin);
  }

  /**
   * Connects a further worker, now and each time the view starts anew.
   * @param {string} worker
   */
  addWorker(worker) {
    this.#workers.add(worker);
    if (this.#ready) this.#connect(worker);
  }

  /** @param {string} worker */
  removeWorker(worker) {
    this.#workers.delete(worker);
  }

  /**
   * What the view shows now, as an SVG file of the frame's size.
   * @returns {Promise<{svg: string, width: number, height: number}>}
   */
  exportSvg() {
    const { width, height } = this.#frame.getBoundingClientRect();
    const id = ++this.#lastExport;
    return new Promise((resolve, reject) => {
      const alarm = setTimeout(() => reject(new Error("The pictures and charts are not there to be taken away.")), exportPatience);
      this.#exports.set(id, (svg) => {
        clearTimeout(alarm);
        resolve({ svg, width, height });
      });
      this.#frame.contentWindow?.postMessage({ view: "export", id, width, height }, location.origin);
    }).finally(() => this.#exports.delete(id));
  }

  /** @param {ViewMessage} message */
  #receive(message) {
    clearTimeout(this.#alarm);
    if (message.view === "failed") this.emit("failed", message.message);
    if (message.view === "ready") this.#open();
    if (message.view === "exported") this.#exports.get(message.id)?.(message.svg);
    if (message.view === "hovered") this.emit("hovered", message.epoch);
  }

  #open() {
    this.#ready = true;
    this.#sent = "";
    this.#sendScene();
    this.emit("ready", undefined);
    for (const worker of this.#workers) this.#connect(worker);
  }

  /** @param {string} worker */
  #connect(worker) {
    const { port1, port2 } = new MessageChannel();
    this.#frame.contentWindow?.postMessage({ view: "connect", worker }, location.origin, [port1]);
    this.emit("connected", { worker, port: port2 });
  }

  #sendScene() {
    if (!this.#ready || !this.#scene) return;
    const text = JSON.stringify(this.#scene);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#frame.contentWindow?.postMessage({ view: "scene", scene: this.#scene }, location.origin);
  }
}
