import { protocolVersion } from "./constants.js";
import { Emitter } from "./emitter.js";
import { ViewReloads } from "./view_reloads.js";
import { t } from "../texts/texts.js";

/** @import {EpochWindow} from "./chart_options.js" */
/** @import {Forget, Frame, FromView, PanelBox, ToView} from "./protocol.js" */
/** @import {Scene} from "./scene.js" */

const patience = 20_000;
const telling = 500;
const grace = 2000; // for a view that ends because it is about to reload

/**
 * The iframe of the view. A view that can't draw with WebGL, does not start or keeps losing its context is started
 * again as a flat one, without WebGL. Each time the view is ready (it reloads itself when it loses
 * its context) it gets the scene and, for each worker, one end of a new channel; the worker gets the other.
 * @extends {Emitter<{ready: void, connected: {worker: string, port: MessagePort}, hovered: number | null, chosen:
 *   {class: number, run: number | string}, zoomed: EpochWindow | null, enlarged: string, logWanted: boolean, laid:
 *   PanelBox[], cells: PanelBox[], buttons: PanelBox, failed: string}>}
 */
export class ViewClient extends Emitter {
  #frame;
  #url;
  #flat = false;
  #flatWanted = false;
  #begun = false;
  /** Whether the view's program may start, and whether it waits for that. */
  #allowed = false;
  #waits = false;
  /** @type {Document | null} the view's page that was ready last */
  #greeted = null;
  #ready = false;
  #reloads = new ViewReloads();
  #workers = new Set(["main"]);
  /** @type {Scene | null} */
  #scene = null;
  #sent = "";
  #alarm = 0;
  /** @type {MessagePort | null} to the view's program */
  #line = null;
  /** What the view shows, or showed a second ago. */
  #picture = "";
  #turn = 0;
  /** When a view that is ready has the figures of its workers. @type {Promise<void>} */
  #told = Promise.resolve();
  /** @type {Map<number, (svg: string) => void>} who waits for a picture, by turn */
  #waiting = new Map();

  /**
   * @param {HTMLIFrameElement} frame still empty, so that no message of the view is missed
   * @param {URL} url the view's page
   */
  constructor(frame, url) {
    super();
    this.#frame = frame;
    this.#url = url;
    addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
      const [line] = event.ports;
      if (line) this.#listen(line);
      else this.#receive(event.data);
    });
    frame.addEventListener("load", () => this.#loaded());
    // A click on the view takes the focus; the page's shortcuts need it back.
    addEventListener("blur", () => setTimeout(() => document.activeElement === frame && frame.blur()));
  }

  /** Whether the view must not use WebGL even if available; applies from the next start. */
  get flat() {
    return this.#flatWanted;
  }

  set flat(flat) {
    this.#flatWanted = this.#flat = flat;
  }

  /** @param {MessagePort} line to a program that starts */
  #listen(line) {
    this.#line?.close();
    this.#line = line;
    line.onmessage = ({ data }) => this.#receive(data);
  }

  /** Lets the view's program start when it is compiled: it takes time that the page needs before. */
  allow() {
    this.#allowed = true;
    if (this.#waits) this.#post({ view: "begin" });
    this.#waits = false;
  }

  /** Fetches the view, which starts when it is allowed to. */
  start() {
    const url = new URL(this.#url);
    if (this.#flat) url.searchParams.set("draw", "2d");
    this.#ready = this.#waits = false;
    this.#watch(t("The pictures and charts did not start."), patience);
    this.#begun = true;
    this.#frame.contentWindow?.location.replace(url.href); // src would add an entry to the history for each start
  }

  /** Starts a view that has failed once more, as the visitor wants it. */
  again() {
    this.#flat = this.#flatWanted;
    this.#reloads = new ViewReloads();
    this.start();
  }

  /** The view's page has loaded: at first, and each time it reloads itself. */
  #loaded() {
    // The empty page, or one that was ready before all of it had loaded.
    if (!this.#begun || this.#frame.contentDocument === this.#greeted) return;
    this.#ready = false;
    this.#watch(t("The pictures and charts did not start."), patience);
    if (!this.#flat && this.#reloads.note(performance.now(), devicePixelRatio)) this.#startFlat();
  }

  /**
   * Waits for the view to be ready; otherwise it is restarted as a flat one, and if it already was one, it has failed.
   * @param {string} trouble to tell then
   * @param {number} time milliseconds
   */
  #watch(trouble, time) {
    clearTimeout(this.#alarm);
    this.#alarm = window.setTimeout(() => (this.#flat ? this.emit("failed", trouble) : this.#startFlat()), time);
  }

  #startFlat() {
    this.#flat = true;
    this.start();
  }

  /** @param {Scene | null} scene */
  update(scene) {
    this.#scene = scene;
    this.#sendScene();
  }

  /**
   * Sends the view a frame of figures that the page holds. A view that restarts
   * has lost them: send them again when it is connected.
   * @param {Frame | Forget} message
   */
  send(message) {
    this.#tell(message);
  }

  /**
   * Shows that many times as many epochs in the charts, or a range, or with null all.
   * @param {number | EpochWindow | null} wanted
   */
  zoom(wanted) {
    this.#tell({ view: "zoom", ...(typeof wanted === "number" ? { by: wanted } : wanted) });
  }

  /** Gives a chart the place of all of them; an empty title shows all again. @param {string} title */
  enlarge(title) {
    this.#tell({ view: "enlarge", title });
  }

  /**
   * @param {ToView | Frame} message
   * @param {Transferable[]} transfer
   */
  #tell(message, transfer = []) {
    if (this.#ready) this.#post(message, transfer);
  }

  /**
   * @param {ToView | Frame} message
   * @param {Transferable[]} [transfer]
   */
  #post(message, transfer = []) {
    this.#line?.postMessage(message, transfer);
  }

  /**
   * Connects another worker, now and each time the view restarts.
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

  /** Waits for a view that is about to start, for some seconds, and for what its workers tell it. */
  async started() {
    if (!this.#ready)
      await new Promise((resolve) => {
        for (const end of /** @type {const} */ (["ready", "failed"])) this.on(end, resolve);
        setTimeout(resolve, patience);
      });
    await this.#told;
  }

  /**
   * What the view shows now, as an SVG file of the frame's size.
   * @returns {Promise<{svg: string, width: number, height: number}>}
   */
  async exportSvg() {
    const { width, height } = this.#frame.getBoundingClientRect();
    const turn = ++this.#turn;
    const svg = this.#ready && (await this.#answerTo(turn));
    if (!svg) throw new Error(t("The pictures and charts are not there, so they can’t be saved."));
    return { svg, width, height };
  }

  /**
   * The picture that is asked for, or nothing if it does not come.
   * @param {number} turn
   * @returns {Promise<string>}
   */
  async #answerTo(turn) {
    let alarm;
    const answer = new Promise((resolve) => {
      this.#waiting.set(turn, resolve);
      alarm = setTimeout(resolve, patience, "");
    });
    this.#tell({ view: "pictureWanted", turn });
    const svg = await answer;
    clearTimeout(alarm);
    this.#waiting.delete(turn);
    return svg;
  }

  /** The same at once, but up to a second old; empty while the view is not there. */
  get picture() {
    return this.#ready ? this.#picture : "";
  }

  /** @param {FromView} message */
  #receive(message) {
    if (message.view === "compiled") {
      this.#waits = true;
      if (this.#allowed) this.allow();
    }
    if (message.view === "failed") this.#watch(message.message, grace);
    if (message.view === "ready") this.#greet(message.version);
    if (message.view === "tilePressed")
      this.emit("chosen", { class: message.class, run: Number(message.run) || message.run });
    if (message.view === "laid") {
      this.emit("laid", message.boxes);
      this.emit("cells", message.cells);
      this.emit("buttons", message.buttons);
    }
    if (message.view === "zoomed") this.emit("zoomed", message.whole ? null : { from: message.from, to: message.to });
    if (message.view === "enlarged") this.emit("enlarged", message.title);
    if (message.view === "logWanted") this.emit("logWanted", message.on);
    if (message.view === "picture") this.#take(message);
    if (message.view === "hovered") this.emit("hovered", message.epoch);
  }

  /** @param {import("./protocol.js").Picture} picture */
  #take({ turn, svg }) {
    this.#picture = svg;
    this.#waiting.get(turn)?.(svg);
  }

  /** @param {number} version of the view */
  #greet(version) {
    clearTimeout(this.#alarm);
    this.#greeted = this.#frame.contentDocument;
    if (version === protocolVersion) this.#open();
    else this.emit("failed", t("The page and one of its programs are of different versions: reload the page."));
  }

  #open() {
    this.#ready = true;
    this.#sent = "";
    this.#sendScene();
    this.emit("ready", undefined);
    for (const worker of this.#workers) this.#connect(worker);
    this.#told = new Promise((resolve) => setTimeout(resolve, telling));
  }

  /** @param {string} worker */
  #connect(worker) {
    const { port1, port2 } = new MessageChannel();
    this.#tell({ view: "connect", worker, port: port1 }, [port1]);
    this.emit("connected", { worker, port: port2 });
  }

  #sendScene() {
    if (!this.#ready || !this.#scene) return;
    const text = JSON.stringify(this.#scene);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#tell({ view: "scene", ...this.#scene });
  }
}
