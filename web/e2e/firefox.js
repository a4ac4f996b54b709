// Firefox ESR, where it is installed: the one that FIREFOX names, or the system's.

import { existsSync } from "node:fs";

import { firefox } from "playwright-core";

const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** Why tests in Firefox are skipped, or false. */
export const withoutFirefox = existsSync(executablePath) ? false : "Firefox ESR is not installed";

/** What it logs: headless, it has no WebGL. */
export const firefoxErrors = [/WebGL|context/i];

/** @param {string} [downloadsPath] the folder of files that the page saves */
export const launchFirefox = (downloadsPath) =>
  firefox.launch({ channel: "moz-firefox", executablePath, ...(downloadsPath ? { downloadsPath } : {}) });
