// A child process that answers lines of JSON with lines of JSON.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export class Lines {
  #child;
  #lines;
  #stderr = "";

  /**
   * @param {string} command
   * @param {string[]} parameters
   * @param {Record<string, string>} [environment]  in addition to ours
   */
  constructor(command, parameters, environment = {}) {
    this.#child = spawn(command, parameters, {
      env: { ...process.env, ...environment },
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#child.on("error", (error) => (this.#stderr += error.message));
    this.#child.stderr.on("data", (text) => (this.#stderr += text));
    this.#child.stdin.on("error", () => {}); // reported by the end of its lines
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  /**
   * @param {object} message
   * @returns {Promise<any>}
   */
  async ask(message) {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(this.#stderr.trim().split("\n").at(-1) || "it ended");
    return JSON.parse(value);
  }

  async close() {
    const { exitCode, signalCode, pid } = this.#child;
    if (exitCode !== null || signalCode !== null || pid === undefined) return;
    const ended = once(this.#child, "exit");
    this.#child.kill();
    await ended;
  }
}
