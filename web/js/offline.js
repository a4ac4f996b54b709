/**
 * The site kept for visits without a network, by a service worker. Where the browser has
 * none, or refuses it, nothing is different but that.
 * @module
 */

import { Emitter } from "./emitter.js";

/** How often a page that stays open asks for a new version, milliseconds. */
const askEvery = 30 * 60_000;

/** The version that this page is, which is the folder that its files come from; empty in tests. */
const version = /\/([0-9a-f]{16})\/js\//.exec(import.meta.url)?.[1] ?? "";

/** @extends {Emitter<{newVersion: void}>} */
export class Offline extends Emitter {
  #workers = "serviceWorker" in navigator ? navigator.serviceWorker : null;

  constructor() {
    super();
    if (!this.#workers || !("locks" in navigator)) return;
    // For as long as the page is open: its version is not removed meanwhile.
    navigator.locks.request(`onelayer ${version}`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
    this.#workers.addEventListener("message", ({ data }) => {
      if (data.version !== version) this.emit("newVersion", undefined);
    });
  }

  /** Keeps the site, all of it; call it when the visitor waits for nothing any more. */
  async keep() {
    if (!this.#workers || !("locks" in navigator)) return;
    const registration = await this.#workers.register(new URL("sw.js", document.baseURI), { updateViaCache: "none" }).catch(() => null);
    if (!registration) return; // a private window, for one
    registration.active?.postMessage("tidy");
    const ask = () => registration.update().catch(() => {}); // there may be no network
    setInterval(ask, askEvery);
    addEventListener("online", ask);
  }
}
