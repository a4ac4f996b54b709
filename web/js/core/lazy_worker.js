import { Emitter } from "./emitter.js";
import { Rpc } from "./rpc.js";

/** @import {WorkerPort} from "./rpc.js" */

/**
 * A worker that a visitor may never need: it is loaded with the first command.
 * After a failure the next command starts another. Emits the worker's events other than
 * its answers.
 * @template {{[Name in keyof Table]: {fields: object, reply: unknown}}} Table
 * @template {{event: string}} Event
 * @extends {Emitter<{told: Event}>}
 */
export class LazyWorker extends Emitter {
  #start;
  #part;
  /** @type {Rpc<Table, Event> | null} */
  #line = null;

  /**
   * @param {() => WorkerPort} start
   * @param {string} part its name, as the beginning of a sentence
   */
  constructor(start, part) {
    super();
    this.#start = start;
    this.#part = part;
  }

  /**
   * @template {keyof Table & string} Name
   * @param {Name} command
   * @param {Table[Name]["fields"]} fields
   * @returns {Promise<Table[Name]["reply"]>} rejects with a Refusal, or if the worker fails
   */
  send(command, fields) {
    this.#line ??= this.#launch();
    return this.#line.send(command, fields);
  }

  #launch() {
    /** @type {Rpc<Table, Event>} */
    const line = new Rpc(this.#start(), this.#part);
    line.on("told", (event) => this.emit("told", event));
    line.on("failed", () => (this.#line = null));
    return line;
  }
}
