import { Emitter } from "./emitter.js";
import { Refusal } from "./worker_client.js";

/** @import {Settlers, WorkerPort} from "./worker_client.js" */

/** A worker with its calls, from its start until it fails. */
class Started {
  /** @type {Promise<void>} settles when the worker listens */
  ready;
  /** @type {Settlers} */
  readiness = { resolve() {}, reject() {} };
  /** @type {Map<number, Settlers>} the calls that wait for an answer */
  waiting = new Map();

  /** @param {WorkerPort} port */
  constructor(port) {
    this.port = port;
    this.ready = new Promise((resolve, reject) => (this.readiness = { resolve, reject }));
    this.ready.catch(() => {}); // each call has it again
  }
}

/**
 * A worker for what a visitor may never ask for: it is loaded with the first command.
 * After a failure the next command starts another. Emits what the worker tells besides
 * its answers.
 * @template {{event: string}} Told
 * @extends {Emitter<{told: Told}>}
 */
export class LazyWorker extends Emitter {
  #start;
  #version;
  /** @type {Started | null} */
  #started = null;
  #lastId = 0;

  /**
   * @param {() => WorkerPort} start
   * @param {number} version of the protocol that the page speaks with it
   */
  constructor(start, version) {
    super();
    this.#start = start;
    this.#version = version;
  }

  /**
   * @param {string} command
   * @param {object} fields
   * @returns {Promise<any>} the worker's reply; rejects with a Refusal
   */
  async send(command, fields) {
    const worker = (this.#started ??= this.#launch());
    await worker.ready;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      worker.waiting.set(id, { resolve, reject });
      worker.port.postMessage({ command, id, ...fields }, []);
    });
  }

  #launch() {
    const worker = new Started(this.#start());
    worker.port.addEventListener("message", ({ data }) => this.#receive(worker, data));
    return worker;
  }

  /**
   * @param {Started} worker
   * @param {any} event
   */
  #receive(worker, event) {
    switch (event.event) {
      case "Ready":
        if (event.version === this.#version) worker.readiness.resolve(undefined);
        else this.#fail(worker, "The page and one of its programs are of different versions: reload the page.");
        return;
      case "Failed":
        this.#fail(worker, event.message);
        return;
      case "Replied":
        take(worker, event.id)?.resolve(event.value);
        return;
      case "Refused":
        take(worker, event.id)?.reject(new Refusal(event.message, event.field));
        return;
    }
    this.emit("told", event);
  }

  /**
   * @param {Started} worker
   * @param {string} message
   */
  #fail(worker, message) {
    const failure = new Error(message);
    this.#started = null;
    worker.readiness.reject(failure);
    for (const waiting of worker.waiting.values()) waiting.reject(failure);
  }
}

/**
 * @param {Started} worker
 * @param {number} id
 */
function take({ waiting }, id) {
  const settlers = waiting.get(id);
  waiting.delete(id);
  return settlers;
}
