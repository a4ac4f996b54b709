// How Chrome or Chromium is started: the one that CHROMIUM names or that is installed, headless, drawing by software.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

import { chromium } from "playwright-core";

import { find } from "../tools/find.js";

/** @typedef {import("playwright-core").Browser} Browser */

const executablePath = find("chromium");

/**
 * Parts of Chromium that are not tested. Its address bar's windows, made anew with every page, took half as long as the
 * page; the others are what Playwright turns off, since a later list replaces its own.
 */
const UNUSED = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "DialMediaRouteProvider",
  "GlobalMediaControls",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "BlockOriginHeaderModificationOnRedirect",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "Translate",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
];

/** Keeps Chromium from looking for its maker's servers. */
const QUIET = [
  `--disable-features=${UNUSED.join()}`,
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SOFTWARE_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const NO_WEBGL = ["--disable-gpu", "--disable-software-rasterizer"];

/** A camera that shows a moving test picture, and that every page may use. */
const CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** What Playwright adds against keeping pages that one goes back to. */
const NO_PAGE_CACHE = ["--disable-back-forward-cache"];

/**
 * @param {{webgl?: boolean, camera?: boolean, pageCache?: boolean}} [options]
 * @returns {Promise<Browser>}
 */
export function launchBrowser({ webgl = true, camera = false, pageCache = false } = {}) {
  return chromium.launch({
    executablePath,
    ignoreDefaultArgs: pageCache ? NO_PAGE_CACHE : [],
    args: [...QUIET, ...(webgl ? SOFTWARE_WEBGL : NO_WEBGL), ...(camera ? CAMERA : [])],
  });
}

/**
 * A browser whose tabs can be hidden: one started by Playwright makes every page believe that it is in front.
 * @returns {Promise<{browser: Browser, port: number, close: () => Promise<void>}>} port: of its debugging protocol
 */
export async function launchPlainBrowser() {
  const profile = await mkdtemp(path.join(tmpdir(), "onelayer-profile-"));
  const flags = [
    "--headless=new",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    ...QUIET,
    ...SOFTWARE_WEBGL,
  ];
  const chrome = spawn(executablePath, [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  /** @type {string} */
  const endpoint = await new Promise((resolve, reject) => {
    chrome.once("error", reject);
    createInterface(chrome.stderr).on("line", (line) => {
      const address = line.match(/ws:\/\/\S+/);
      if (address) resolve(address[0]);
    });
  });
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
  const close = async () => {
    const ended = once(chrome, "exit");
    await browser.close();
    chrome.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { browser, port: Number(new URL(endpoint).port), close };
}
