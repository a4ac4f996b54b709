/**
 * Keeps the site for visits without a network, with a service worker. Where the browser has none, or refuses it,
 * nothing else changes.
 * @module
 */

import { Emitter } from "../core/emitter.js";
import { trustedScript } from "../core/trusted.js";
import { t } from "../texts/texts.js";

/** @import {App} from "../core/app.js" */

/** How often a page that stays open asks for a new version, milliseconds. */
const askEvery = 30 * 60_000;

/** The version of this page: the name of the folder that its files come from; empty in tests. */
const version = /\/([0-9a-f]{16})\/js\//.exec(import.meta.url)?.[1] ?? "";

/** @extends {Emitter<{newVersion: void}>} */
class Offline extends Emitter {
  #workers = "serviceWorker" in navigator ? navigator.serviceWorker : null;

  constructor() {
    super();
    if (!this.#workers || !("locks" in navigator)) return;
    // While the page is open, its version is not removed.
    navigator.locks.request(`onelayer ${version}`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
    this.#workers.addEventListener("message", ({ data }) => {
      if (data.version !== version) this.emit("newVersion", undefined);
    });
  }

  /**
   * Keeps the whole site; call it when the visitor is not waiting for anything. If the browser is to save data, it
   * only updates a site that is already kept.
   */
  async keep() {
    if (!this.#workers || !("locks" in navigator)) return fetchParts();
    if (isSparing() && !this.#workers.controller) return;
    const registration = await this.#workers
      .register(trustedScript(new URL("sw.js", document.baseURI)), { updateViaCache: "none" })
      .catch(() => null);
    if (!registration) return fetchParts(); // in a private window, for example
    const ask = () => registration.update().catch(() => {}); // there may be no network
    ask().then(() => tidy(registration));
    setInterval(ask, askEvery);
    addEventListener("online", ask);
  }
}

/**
 * Removes what no page uses, and repairs what is damaged. A new version does this itself when it takes over, for which
 * the previous one has to be idle: a message would keep that awake.
 * @param {ServiceWorkerRegistration} registration
 */
function tidy({ installing, waiting, active }) {
  if (!installing && !waiting) active?.postMessage("tidy");
}

/** Whether the visitor has asked the browser to save data. */
const isSparing = () =>
  /** @type {{saveData?: boolean} | undefined} */ (Reflect.get(navigator, "connection"))?.saveData === true;

/** The programs that are started when they are needed. */
const parts = ["loader.wasm", "checker.wasm", "packer.wasm"];

/** The parts of the page that are loaded when they are asked for. */
const modules = [
  () => import("../tour/tour.js"),
  () => import("../export/take_away.js"),
  () => import("../glossary/entries.js"),
  () => import("../experiments/sheet.js"),
  () => import("lean-qr"),
];

/**
 * Where there is no service worker, fetches what may be needed later, in case the host has replaced it by then:
 * programs into the browser's own cache, modules into the page.
 */
function fetchParts() {
  if (isSparing()) return;
  for (const load of modules) load().catch(() => {});
  for (const part of parts) {
    fetch(new URL(`../../${part}`, import.meta.url), { priority: "low" })
      .then((response) => response.arrayBuffer()) // only a whole response is cached
      .catch(() => {});
  }
}

/**
 * Keeps the site when everything the visitor waits for has arrived, or failed, and offers the next version.
 * @param {App} app
 * @param {Promise<void>} ready
 */
export function keepSite(app, ready) {
  const offline = new Offline();
  const drawn = new Promise((resolve) => {
    app.view.on("ready", resolve);
    app.view.on("failed", resolve);
  });
  Promise.allSettled([ready, drawn]).then(() => setTimeout(() => offline.keep(), 1000));
  offline.on("newVersion", () => {
    app.notices.offer("version", t("A new version is ready."), t("Reload"), () =>
      app.keepRuns().finally(() => location.reload()),
    );
  });
}
