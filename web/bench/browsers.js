// The browsers that the bench runs in, each with the bench's page open.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { firefox } from "playwright-core";

import { launchBrowser } from "../e2e/browser.js";
import { webkitInstalled } from "../e2e/webkit.js";
import { openWebKit } from "./webkit.js";

/**
 * The bench's page in a browser.
 * @typedef {object} BenchPage
 * @property {string} name  of the browser
 * @property {string} version
 * @property {(method: string, ...parameters: any[]) => Promise<any>} call  a method of `bench`, see browser/page.js
 * @property {() => Promise<void>} close
 * @property {() => Promise<Map<number, number>>} [memory]  bytes of each process that runs pages and workers
 */

/**
 * @param {string} origin
 * @returns {Promise<BenchPage>}
 */
export async function openChromium(origin) {
  const browser = await launchBrowser();
  return { ...(await openPlaywright("Chromium", browser, origin)), memory: () => rendererMemory(browser) };
}

/**
 * What processes that run pages hold in memory of their own, after a collection of their garbage. The page and its
 * workers are in one of them; others are spare.
 * @param {import("playwright-core").Browser} browser
 */
export async function rendererMemory(browser) {
  for (const page of browser.contexts().flatMap((context) => context.pages())) await page.requestGC();
  return residentMemory(browser);
}

/**
 * The same without a collection.
 * @param {import("playwright-core").Browser} browser
 */
export async function residentMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  return new Map(
    await Promise.all(
      pids.map(async (pid) => /** @type {const} */ ([pid, ownBytes(await readFile(`/proc/${pid}/status`, "utf8"))])),
    ),
  );
}

/** @param {string} status  of a process, from /proc */
function ownBytes(status) {
  const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+)/gm)].map(([, size]) => Number(size));
  return kilobytes.reduce((sum, size) => sum + size, 0) * 1024;
}

const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/**
 * The other browsers that are installed.
 * @param {string} origin
 * @returns {Promise<BenchPage[]>}
 */
export async function openOthers(origin) {
  const others = [];
  if (existsSync(executablePath)) {
    others.push(
      await openPlaywright("Firefox", await firefox.launch({ channel: "moz-firefox", executablePath }), origin),
    );
  }
  if (webkitInstalled) others.push(await openWebKit(address(origin)));
  return others;
}

/** @param {string} origin */
const address = (origin) => `${origin}/bench/browser/index.html`;

/**
 * @param {string} name
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @returns {Promise<BenchPage>}
 */
async function openPlaywright(name, browser, origin) {
  const page = await browser.newPage();
  await page.goto(address(origin));
  await page.waitForFunction(() => "bench" in window);
  return {
    name,
    version: browser.version(),
    call: (method, ...parameters) =>
      page.evaluate(
        ([name, args]) => /** @type {any} */ (window).bench[name](...args),
        /** @type {const} */ ([method, parameters]),
      ),
    close: () => browser.close(),
  };
}
