// The built site behind the file server of web/tools/serve, for tests, screenshots and the bench.

import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Serves dist/, or another folder, on a free port.
 * @param {string} [folder]
 * @returns {Promise<{origin: string, stop: () => Promise<void>}>}
 */
export async function startServer(folder = "dist") {
  const server = spawn(path.join(ROOT, ".cache/bin/serve"), ["-port", "0", folder], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", () => reject(new Error("the file server ended; was ./build.sh build run?")));
    createInterface(server.stdout).on("line", (line) => {
      const address = line.match(/http:\/\/[\d.:]+/);
      if (address) resolve(address[0]);
    });
  });
  const stop = async () => {
    server.removeAllListeners("exit");
    const ended = once(server, "exit");
    server.kill();
    await ended;
  };
  return { origin, stop };
}
