// WebKitGTK's MiniBrowser, driven over WebDriver on a virtual screen.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";

import { freePort } from "../tools/free_port.js";

/** @typedef {import("./browsers.js").BenchPage} BenchPage */

const driver = "/usr/bin/WebKitWebDriver";
const browser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

export const webkitInstalled = existsSync(driver) && existsSync(browser) && existsSync("/usr/bin/xvfb-run");

/** Calls a method of the page's `bench`; the text of a script. */
const CALL = `
  const [method, parameters, done] = arguments;
  Promise.resolve(window.bench[method](...parameters)).then(
    (value) => done({ value }),
    (error) => done({ error: error.message }),
  );
`;

/**
 * The bench's page in WebKitGTK.
 * @param {string} address
 * @returns {Promise<BenchPage>}
 */
export async function openWebKit(address) {
  const port = await freePort();
  const child = spawn("xvfb-run", ["-a", driver, `--port=${port}`], { detached: true, stdio: "ignore" });
  const root = `http://127.0.0.1:${port}/session`;
  try {
    const options = { binary: browser, args: ["--automation"] };
    const begun = await retry(() =>
      post(root, { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } }),
    );
    const session = `${root}/${begun.sessionId}`;
    await post(`${session}/timeouts`, { script: 600_000 });
    await post(`${session}/url`, { url: address });
    await retry(async () => {
      if (!(await post(`${session}/execute/sync`, { script: "return 'bench' in window", args: [] })))
        throw new Error("WebKit does not open the bench's page");
    });
    return {
      name: "WebKitGTK",
      version: begun.capabilities.browserVersion,
      async call(method, ...parameters) {
        const { value, error } = await post(`${session}/execute/async`, { script: CALL, args: [method, parameters] });
        if (error) throw new Error(error);
        return value;
      },
      async close() {
        await fetch(session, { method: "DELETE" });
        await end(child);
      },
    };
  } catch (error) {
    await end(child);
    throw error;
  }
}

/** Ends the driver with its screen: the group that they were started as. */
async function end(/** @type {import("node:child_process").ChildProcess} */ child) {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, "exit");
  process.kill(-child.pid);
  await ended;
}

/**
 * @param {string} url
 * @param {object} body
 * @returns {Promise<any>}
 */
async function post(url, body) {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const { value } = /** @type {any} */ (await response.json());
  if (!response.ok) throw new Error(value?.message ?? `WebKitWebDriver answers ${response.status}`);
  return value;
}

/**
 * Tries for ten seconds.
 * @template T
 * @param {() => Promise<T>} attempt
 * @returns {Promise<T>}
 */
async function retry(attempt) {
  for (const until = performance.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}
