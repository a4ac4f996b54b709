import { Emitter } from "./emitter.js";
import { Mirror } from "./mirror.js";
import { version } from "./protocol.js";

/** @import {Commands, StateEvent, WorkerEvent} from "./protocol.js" */

/** @typedef {{resolve: (value: any) => void, reject: (reason: Error) => void}} Settlers */

/**
 * What the client needs of a Worker.
 * @typedef {object} WorkerPort
 * @property {(message: any, transfer: Transferable[]) => void} postMessage
 * @property {(type: "message", listener: (message: MessageEvent) => void) => void} addEventListener
 */

/** Commands that a worker without data takes. @type {Set<string>} */
const bringData = new Set(["open", "cancelOpen", "useSample"]);

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
 * Sends commands to the worker, each a promise of its reply, and mirrors its state.
 * The mirror is up to date when a reply arrives. Emits every event that changes the state.
 * @extends {Emitter<{changed: StateEvent}>}
 */
export class WorkerClient extends Emitter {
  mirror = new Mirror();
  /** @type {Promise<void>} settles when the worker runs and has its first data */
  ready;
  /** @type {Promise<void>} settles when the worker runs, and can be given data */
  started;

  #port;
  #lastId = 0;
  /** @type {Map<number, Settlers>} */
  #waiting = new Map();
  /** @type {Error | null} */
  #failure = null;
  /** @type {Settlers} */
  #readiness = { resolve() {}, reject() {} };
  /** @type {Settlers} */
  #start = { resolve() {}, reject() {} };

  /** @param {WorkerPort} port */
  constructor(port) {
    super();
    this.#port = port;
    this.ready = new Promise((resolve, reject) => (this.#readiness = { resolve, reject }));
    this.started = new Promise((resolve, reject) => (this.#start = { resolve, reject }));
    for (const promise of [this.ready, this.started]) promise.catch(() => {}); // the failure is also an event; nobody has to wait
    port.addEventListener("message", (message) => this.#receive(message.data));
  }

  /** Whether the worker could not start or has died. */
  get failed() {
    return this.#failure !== null;
  }

  /**
   * Nothing but data is sent before the worker is ready.
   * @template {keyof Commands} Name
   * @param {Name} command
   * @param {Commands[Name]["fields"]} fields
   * @param {Transferable[]} transfer
   * @returns {Promise<Commands[Name]["reply"]>}
   */
  async send(command, fields, transfer = []) {
    await (bringData.has(command) ? this.started : this.ready);
    if (this.#failure) throw this.#failure;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#port.postMessage({ command, id, ...fields }, transfer);
    });
  }

  /**
   * Ends every open promise: the worker has died and answers no more.
   * @param {string} message
   */
  fail(message) {
    if (this.#failure) return;
    this.#failure = new Error(message);
    this.#readiness.reject(this.#failure);
    this.#start.reject(this.#failure);
    for (const waiting of this.#waiting.values()) waiting.reject(this.#failure);
    this.#waiting.clear();
    this.emit("changed", { event: "Failed", message });
  }

  /** @param {WorkerEvent} event */
  #receive(event) {
    switch (event.event) {
      case "Replied":
        this.#take(event.id)?.resolve(event.value);
        return;
      case "Refused":
        this.#take(event.id)?.reject(new Refusal(event.message, event.field));
        return;
      case "Failed":
        this.fail(event.message);
        return;
      case "Ready":
        if (event.version !== version) {
          this.fail(`The page speaks version ${version} of the protocol, the worker ${event.version}: reload the page.`);
        }
        this.#start.resolve(undefined);
        return;
    }
    this.mirror.apply(event);
    this.emit("changed", event);
    if (event.event === "Settled") this.#readiness.resolve(undefined);
  }

  /** @param {number} id */
  #take(id) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
