// Versions of the site: which one a page is of, when a browser keeps one whole, and how a host gets another.

import { createHash } from "node:crypto";
import { readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** @typedef {import("playwright-core").Page} Page */

/** The version that `deployNewer` brings. */
export const newer = "0123456789abcdef";

/**
 * Replaces the site in a folder by another version: the old version's files are gone.
 * @param {string} folder
 */
export async function deployNewer(folder) {
  const old = (await readdir(folder)).find((name) => /^[0-9a-f]{16}$/.test(name)) ?? "";
  await rename(path.join(folder, old), path.join(folder, newer));
  /** @type {string[]} digests of the entry page */
  const digests = [];
  for (const name of ["index.html", "sw.js"]) {
    const text = await readFile(path.join(folder, name), "utf8");
    const next = text.replaceAll(old, newer).replace(digests[0] ?? "", digests[1] ?? "");
    await writeFile(path.join(folder, name), next);
    if (name === "index.html") digests.push(digestOf(text), digestOf(next));
    for (const form of [".br", ".gz"]) await rm(path.join(folder, name + form), { force: true });
  }
}

/** As the build writes it. @param {string} text */
const digestOf = (text) => createHash("sha256").update(text).digest("base64url").slice(0, 16);

/**
 * Waits until the service worker serves the page and keeps a version whole, and no other is on its way.
 * @param {Page} page
 * @param {string} [version]
 */
export async function waitUntilKept(page, version = "") {
  await page.evaluate(async (wanted) => {
    const kept = async () => {
      const name = (await caches.keys()).find((name) => name.includes(wanted));
      const { active, waiting, installing } = (await navigator.serviceWorker.getRegistration()) ?? {};
      if (active?.state !== "activated" || waiting || installing) return false;
      return navigator.serviceWorker.controller && name && (await (await caches.open(name)).match("digests.json"));
    };
    while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 50));
  }, version);
}

/** @param {Page} page */
export const versionOf = (page) => page.evaluate(() => /[0-9a-f]{16}/.exec(document.scripts[1]?.src ?? "")?.[0]);
