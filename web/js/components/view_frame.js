import { Emitter } from "../emitter.js";

/** @import {Scene} from "../scene.js" */

/** @typedef {{view: "ready", version: number} | {view: "failed", message: string} | {view: "hovered", epoch: number | null} | {view: "pressed", class: number}} ViewMessage */

const patience = 20_000;

/**
 * The iframe of the view. Each time the view is ready (it reloads itself when it loses
 * its context) it gets the scene and one end of a new channel; the worker gets the other.
 * @extends {Emitter<{connected: MessagePort, failed: string}>}
 */
export class ViewFrame extends Emitter {
  #frame;
  #ready = false;
  /** @type {Scene | null} */
  #scene = null;
  #sent = "";
  #alarm;

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

  /** @param {ViewMessage} message */
  #receive(message) {
    clearTimeout(this.#alarm);
    if (message.view === "failed") this.emit("failed", message.message);
    if (message.view === "ready") this.#connect();
  }

  #connect() {
    const { port1, port2 } = new MessageChannel();
    this.#ready = true;
    this.#sent = "";
    this.#frame.contentWindow?.postMessage({ view: "connect" }, location.origin, [port1]);
    this.#sendScene();
    this.emit("connected", port2);
  }

  #sendScene() {
    if (!this.#ready || !this.#scene) return;
    const text = JSON.stringify(this.#scene);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#frame.contentWindow?.postMessage({ view: "scene", scene: this.#scene }, location.origin);
  }
}
