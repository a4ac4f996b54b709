// Does what the README tells a newcomer, on a fresh machine: in a copy of the checkout, with a home of its
// own whose caches are empty, it serves the page, opens it in Chromium, trains an epoch, stops, and then runs the
// tests.
//
//   node web/tools/newcomer.js [serve]
//
// With "serve" the tests are left out. The copy is removed when all went well. The last lines are those of the tests.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { launchBrowser } from "../e2e/browser.js";
import { currentRun, openPage, waitForEpoch } from "../e2e/page.js";
import { waitForView } from "../e2e/pixels.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const place = await mkdtemp(path.join(tmpdir(), "onelayer-newcomer-"));
const home = path.join(place, "home");
const checkout = path.join(place, "onelayer");
console.log(`A newcomer's machine in ${place}; it stays there if something fails.`);

await mkdir(home);
await copyCheckout();
const env = newEnvironment();
await serveAndTrain();
const code = process.argv[2] === "serve" ? 0 : await runTests();
if (code === 0) await clear();
process.exitCode = code;

/** Copies the files that git tracks, as they are now, and lets them find the data for tests where they do here. */
async function copyCheckout() {
  const names = output("git", ["-c", "safe.directory=*", "ls-files", "-z"]).split("\0").filter(Boolean);
  for (const name of names) await cp(path.join(ROOT, name), path.join(checkout, name));
  await symlink(path.join(ROOT, "../shared"), path.join(place, "shared"));
}

/**
 * The environment of a user who has used neither Go nor npm here: without their caches and settings except for the way
 * to the registries.
 * @returns {NodeJS.ProcessEnv}
 */
function newEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_.*|XDG_.*|GO[A-Z0-9]+|NODE_PATH)$/i.test(name));
  const ways = ["GOPROXY", "GONOPROXY", "GOSUMDB", "GONOSUMDB", "GOPRIVATE", "GOINSECURE"].map((name) => [
    name,
    output("go", ["env", name]),
  ]);
  const npm = ["registry", "proxy", "https-proxy", "cafile"].map((name) => [
    `npm_config_${name.replace("-", "_")}`,
    output("npm", ["config", "get", name]),
  ]);
  const known = [...ways, ...npm].filter(([, value]) => value && value !== "null");
  return {
    ...Object.fromEntries([...kept, ...known]),
    HOME: home,
    GOENV: "off",
    npm_config_userconfig: path.join(home, ".npmrc"),
  };
}

/** The README's first command: it prints an address, where a page trains. */
async function serveAndTrain() {
  const began = performance.now();
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`;
  const server = spawn("./build.sh", ["serve"], {
    cwd: checkout,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await launchBrowser();
  try {
    const address = await addressOf(server);
    console.log(`The address is there after ${seconds()}, ${await downloaded()} downloaded.`);
    const page = await browser.newPage();
    await openPage(page, address);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await waitForEpoch(page, 1);
    await waitForView(page, { colours: 1000 });
    const [before, after] = (await currentRun(page)).history;
    assert.ok(after.train.loss < before.train.loss, `the loss was ${before.train.loss} and is ${after.train.loss}`);
    console.log(
      `An epoch of the sample is trained and its weights are drawn after ${seconds()}: the loss was ${before.train.loss.toFixed(3)} and is ${after.train.loss.toFixed(3)}.`,
    );
  } finally {
    await browser.close();
    await end(server);
  }
}

/**
 * Waits for the address that a server prints, and shows what else it prints.
 * @param {import("node:child_process").ChildProcess} server
 * @returns {Promise<string>}
 */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`./build.sh serve ended with ${code} and printed no address`)));
    createInterface(/** @type {import("node:stream").Readable} */ (server.stdout)).on("line", (line) => {
      console.log(line);
      const address = /http:\/\/[\d.:]+\//.exec(line);
      if (address) resolve(address[0]);
    });
  });
}

/**
 * Ends a process with all that it started.
 * @param {import("node:child_process").ChildProcess} child
 */
async function end(child) {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, "exit");
  process.kill(-child.pid);
  await ended;
}

/** The README's second command. @returns {Promise<number>} */
async function runTests() {
  const tests = spawn("./build.sh", ["test"], { cwd: checkout, env, stdio: ["ignore", "inherit", "inherit"] });
  const [code] = await once(tests, "exit");
  return code ?? 1;
}

/** What Go and npm hold of what they have fetched. */
async function downloaded() {
  const bytes =
    (await sizeOf(path.join(home, "go/pkg/mod/cache/download"))) + (await sizeOf(path.join(home, ".npm/_cacache")));
  return `${Math.round(bytes / 1e6)} MB`;
}

/**
 * @param {string} folder
 * @returns {Promise<number>}
 */
async function sizeOf(folder) {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map(async (name) => {
      const file = await stat(path.join(folder, name));
      return file.isDirectory() ? sizeOf(path.join(folder, name)) : file.size;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Go's module cache can be removed by Go alone, unless by root. */
async function clear() {
  execFileSync("go", ["clean", "-modcache"], { cwd: place, env });
  await rm(place, { recursive: true });
}

/**
 * What a program prints; "" if there is no such program.
 * @param {string} program
 * @param {string[]} parameters
 */
function output(program, parameters) {
  try {
    return execFileSync(program, parameters, { cwd: ROOT, encoding: "utf8" }).trim();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return "";
    throw error;
  }
}
