import { Emitter } from "../emitter.js";
import { t } from "../texts/texts.js";

/** @import {EpochWindow} from "../chart_look.js" */
/** @import {Scene} from "../scene.js" */

/** Where a panel lies in the frame, in pixels; of no size while it isn't shown. @typedef {{x: number, y: number, width: number, height: number}} PanelBox */

/** @typedef {{view: "ready", version: number} | {view: "failed", message: string} | {view: "hovered", epoch: number | null, chart: string | null} | {view: "exported", id: number, svg: string} | {view: "pressed", class: number, run: string} | {view: "zoomed", from: number, to: number, whole: boolean} | {view: "enlarged", title: string} | {view: "logWanted", on: boolean} | {view: "laid", boxes: PanelBox[]}} ViewMessage */

const patience = 20_000;
const exportPatience = 10_000;

/**
 * The iframe of the view. Each time the view is ready (it reloads itself when it loses
 * its context) it gets the scene and, for each worker, one end of a new channel; the worker gets the other.
 * @extends {Emitter<{ready: void, connected: {worker: string, port: MessagePort}, hovered: number | null, chosen: {class: number, run: number | string}, zoomed: EpochWindow | null, enlarged: string, logWanted: boolean, laid: PanelBox[], failed: string}>}
 */
export class ViewFrame extends Emitter {
  #frame;
  #url;
  #ready = false;
  #workers = new Set(["main"]);
  /** @type {Scene | null} */
  #scene = null;
  #sent = "";
  #alarm = 0;
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
    this.#url = url;
    addEventListener("message", (event) => {
      if (event.source === frame.contentWindow && event.origin === location.origin) this.#receive(event.data);
    });
    // A click on the view takes the focus; the page's shortcuts want it back.
    addEventListener("blur", () => setTimeout(() => document.activeElement === frame && frame.blur()));
  }

  /** Fetches and starts the view. */
  start() {
    this.#alarm = window.setTimeout(() => this.emit("failed", t("The pictures and charts did not start.")), patience);
    this.#frame.src = this.#url.href;
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
    this.#tell({ view: "frame", frame });
  }

  /**
   * Shows so many times as many epochs in the charts, or a part of them, or with null all.
   * @param {number | EpochWindow | null} wanted
   */
  zoom(wanted) {
    this.#tell({ view: "zoom", ...(typeof wanted === "number" ? { by: wanted } : wanted) });
  }

  /** Gives a chart the place of all of them; an empty title shows all again. @param {string} title */
  enlarge(title) {
    this.#tell({ view: "enlarge", title });
  }

  /** Shows all charts' figures of an epoch, as if it were pointed at. @param {number | null} epoch */
  hover(epoch) {
    this.#tell({ view: "hover", epoch });
  }

  /** @param {object} message */
  #tell(message) {
    if (this.#ready) this.#frame.contentWindow?.postMessage(message, location.origin);
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
      const alarm = setTimeout(() => reject(new Error(t("The pictures and charts are not there to be taken away."))), exportPatience);
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
    if (message.view === "pressed") this.emit("chosen", { class: message.class, run: Number(message.run) || message.run });
    if (message.view === "laid") this.emit("laid", message.boxes);
    if (message.view === "zoomed") this.emit("zoomed", message.whole ? null : { from: message.from, to: message.to });
    if (message.view === "enlarged") this.emit("enlarged", message.title);
    if (message.view === "logWanted") this.emit("logWanted", message.on);
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
