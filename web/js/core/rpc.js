import { protocolVersion } from "./constants.js";
import { deferred } from "./deferred.js";
import { Emitter } from "./emitter.js";
import { lockFreed } from "./locks.js";
import { missing, programs } from "./programs.js";
import { told } from "../texts/told.js";
import { t } from "../texts/texts.js";

/** @import {Failed, Ready, Refused, Replied} from "./protocol.js" */

/** @typedef {{resolve: (value: any) => void, reject: (reason: Error) => void}} Settlers */

/**
 * What the client needs of a Worker.
 * @typedef {object} WorkerPort
 * @property {(message: any, transfer: Transferable[]) => void} postMessage
 * @property {(type: "message" | "messageerror" | "error", listener: (event: any) => void) => void} addEventListener
 * @property {() => void} [terminate]
 */

/**
 * The worker refused a command. `field` names the setting that was wrong, if one was.
 */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {string} [field]
   */
  constructor(message, field) {
    super(message);
    this.name = "Refusal";
    this.field = field;
  }
}

/**
 * The connection to one program: sends its commands, each a promise of the reply, and emits its
 * other events. It ends when the program's script can't be loaded, when the program stops or
 * sends something unreadable, when it has another version, or when a caller
 * calls `fail`: pending commands are then rejected, and later ones too.
 * @template {{[Name in keyof Table]: {fields: object, reply: unknown}}} Table the program's commands
 * @template {{event: string}} Event
 * @extends {Emitter<{told: Event, failed: Error}>}
 */
export class Rpc extends Emitter {
  /** @type {Promise<void>} settles when the program runs and has the page's version */
  ready;
  /** @type {Error | null} */
  failure = null;

  #port;
  #freed;
  #stopped;
  #met = false; // it runs
  #ended = false; // it was let go
  #lastId = 0;
  /** @type {Map<number, Settlers>} */
  #waiting = new Map();
  #readiness = deferred();

  /**
   * @param {WorkerPort} port
   * @param {string} part the program's name, as the beginning of a sentence
   * @param {string} [stopped] the message when it has stopped
   * @param {(lock: string) => Promise<void>} [freed] resolves when the worker that holds a lock has ended
   */
  constructor(port, part, stopped = t("{part} has stopped. Try again.", { part }), freed = lockFreed) {
    super();
    this.#port = port;
    this.part = part;
    this.#stopped = stopped;
    this.#freed = freed;
    this.ready = this.#readiness.promise; // its failure is also an event
    port.addEventListener("message", ({ data }) => {
      for (const event of [data].flat()) this.#receive(event); // the trainer sends several at once
    });
    port.addEventListener("messageerror", () =>
      this.fail(t("A message of the page’s programs could not be read. Reload the page.")),
    );
    port.addEventListener("error", ({ message }) => this.#die(message));
    programs.watch(this);
  }

  /**
   * @template {keyof Table & string} Name
   * @param {Name} command
   * @param {Table[Name]["fields"]} fields
   * @param {Transferable[]} [transfer]
   * @returns {Promise<Table[Name]["reply"]>} rejects with a Refusal, or with the failure
   */
  async send(command, fields, transfer = []) {
    await this.ready;
    if (this.failure) throw this.failure;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#port.postMessage({ command, id, ...fields }, transfer);
    });
  }

  /** Asks the worker for a sign of life. */
  ping() {
    this.#port.postMessage({ ping: true }, []);
  }

  /** Ends a program that hangs. */
  giveUp() {
    this.#die();
  }

  /**
   * Ends the connection and the worker.
   * @param {string | Error} why
   */
  fail(why) {
    if (this.failure || this.#ended) return;
    this.failure = why instanceof Error ? why : new Error(why);
    this.#readiness.reject(this.failure);
    for (const waiting of this.#waiting.values()) waiting.reject(this.failure);
    this.#waiting.clear();
    this.#port.terminate?.();
    programs.leave(this);
    this.emit("failed", this.failure);
  }

  /** Ends the worker: pending commands get no answer, and this does not count as a failure. */
  end() {
    this.#ended = true;
    programs.leave(this);
    this.#port.terminate?.();
  }

  /** @param {string} [why] */
  #die(why) {
    if (this.failure || this.#ended) return;
    if (this.#met) this.fail(why ? `${this.#stopped} ${why}` : this.#stopped);
    else this.fail(missing(this.part, why));
  }

  /**
   * @param {Ready | Failed | Replied | Refused | {event: "Alive", lock: string} | {event: "Pong"} | {event: "told"}}
   *   event
   */
  #receive(event) {
    if (this.failure) return;
    programs.hear(this);
    switch (event.event) {
      case "Pong":
        return;
      case "Ready":
        this.#meet(event.version);
        return;
      case "Alive":
        this.#freed(event.lock).then(() => this.#die());
        return;
      case "Failed":
        this.#die(event.message);
        return;
      case "Replied":
        this.#take(event.id)?.resolve(event.value);
        return;
      case "Refused":
        this.#take(event.id)?.reject(new Refusal(told(event.why), event.field));
        return;
    }
    this.emit("told", /** @type {Event} */ (/** @type {unknown} */ (event)));
  }

  /** @param {number} version */
  #meet(version) {
    this.#met = version === protocolVersion;
    if (this.#met) this.#readiness.resolve();
    else this.fail(t("The page and one of its programs are of different versions: reload the page."));
  }

  /** @param {number} id */
  #take(id) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
