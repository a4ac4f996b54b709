// WebKitGTK's MiniBrowser, driven over WebDriver on a virtual screen.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";

import { freePort } from "../tools/free_port.js";

/**
 * A page in WebKitGTK.
 * @typedef {object} WebKitPage
 * @property {string} version of the browser
 * @property {(script: string, ...parameters: any[]) => Promise<any>} run the body of a function, which may await; it
 *   has them as `parameters`
 * @property {(selector: string, files: string[]) => Promise<void>} choose gives an input files
 * @property {() => Promise<void>} reload
 * @property {() => Promise<void>} close
 */

const driver = "/usr/bin/WebKitWebDriver";
const browser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // the key of an element in WebDriver's answers

export const webkitInstalled = existsSync(driver) && existsSync(browser) && existsSync("/usr/bin/xvfb-run");

/** @param {string} script */
const awaited = (script) => `
  const [parameters, done] = arguments;
  (async () => { ${script} })().then((value) => done({ value }), (error) => done({ error: error.message }));
`;

/**
 * @param {string} address
 * @returns {Promise<WebKitPage>}
 */
export async function launchWebKit(address) {
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
    return {
      version: begun.capabilities.browserVersion,
      async run(script, ...parameters) {
        const { value, error } = await post(`${session}/execute/async`, {
          script: awaited(script),
          args: [parameters],
        });
        if (error) throw new Error(error);
        return value;
      },
      async choose(selector, files) {
        const found = await post(`${session}/element`, { using: "css selector", value: selector });
        await post(`${session}/element/${found[ELEMENT]}/value`, { text: files.join("\n") });
      },
      async reload() {
        await post(`${session}/refresh`, {});
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
 * Tries for a minute.
 * @template T
 * @param {() => Promise<T>} attempt
 * @returns {Promise<T>}
 */
export async function retry(attempt) {
  for (const until = performance.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}
