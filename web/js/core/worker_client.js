import { deferred } from "./deferred.js";
import { Emitter } from "./emitter.js";
import { Mirror } from "./mirror.js";
import { Rpc } from "./rpc.js";
import { t } from "../texts/texts.js";

/** @import {TrainerCommands, TrainerEvent} from "./protocol.js" */
/** @import {WorkerPort} from "./rpc.js" */

/** Commands for a worker without data. @type {Set<string>} */
const withoutData = new Set(["open", "cancelOpen", "useSample", "reserveRuns"]);

/**
 * Sends commands to a trainer and mirrors its state. The mirror is up to date when a reply
 * arrives. Emits every event that changes the state.
 * @extends {Emitter<{changed: TrainerEvent}>}
 */
export class WorkerClient extends Emitter {
  mirror = new Mirror();
  /** Whether the worker has run. */
  begun = false;
  /** @type {Promise<void>} settles when the worker runs and has its first data */
  ready;

  /** Whether the worker has had data. */
  settled = false;

  #part;
  #stopped;
  #reviving = false;
  /** @type {Rpc<TrainerCommands, TrainerEvent>} */
  #line;
  #settle = () => {};

  /**
   * @param {WorkerPort} port
   * @param {string} [part] its name, as the beginning of a sentence
   * @param {string} [stopped] the message when it has stopped
   */
  constructor(
    port,
    part = t("The training program"),
    stopped = t("The training program has stopped. The run is kept, and goes on from its last epoch after a reload."),
  ) {
    super();
    this.#part = part;
    this.#stopped = stopped;
    this.#line = this.#lineTo(port);
    this.ready = this.#firstData();
  }

  /** @param {WorkerPort} port */
  #lineTo(port) {
    /** @type {Rpc<TrainerCommands, TrainerEvent>} */
    const line = new Rpc(port, this.#part, this.#stopped);
    line.ready.then(
      () => (this.begun = true),
      () => {},
    );
    line.on("told", (event) => this.#receive(event));
    line.on("failed", ({ message }) => this.emit("changed", { event: "Failed", message }));
    return line;
  }

  #firstData() {
    const { promise, resolve, reject } = deferred();
    this.#settle = resolve;
    this.#line.on("failed", reject); // which is also an event
    return promise;
  }

  /**
   * Replaces a worker that has ended. Until the new one is revived, its data are not reported as opened, since they are
   * the same.
   * @param {WorkerPort} port
   */
  restart(port) {
    this.#reviving = true;
    this.#line = this.#lineTo(port);
    this.ready = this.#firstData();
  }

  /** The new worker has the data and the run of the one that has ended. */
  revived() {
    this.#reviving = false;
  }

  /** Settles when the worker runs and can take data. */
  get started() {
    return this.#line.ready;
  }

  /** Whether the worker could not start or has died, and is not replaced yet. */
  get failed() {
    return this.#line.failure !== null || this.#reviving;
  }

  /**
   * Only data are sent before the worker has some.
   * @template {keyof TrainerCommands & string} Name
   * @param {Name} command
   * @param {TrainerCommands[Name]["fields"]} fields
   * @param {Transferable[]} [transfer]
   * @returns {Promise<TrainerCommands[Name]["reply"]>}
   */
  async send(command, fields, transfer = []) {
    if (!withoutData.has(command)) await this.ready;
    return this.#line.send(command, fields, transfer);
  }

  /** Ends the worker. */
  end() {
    this.#line.end();
  }

  #settled() {
    this.settled = true;
    this.#settle();
  }

  /** @param {TrainerEvent} event */
  #receive(event) {
    this.mirror.apply(event);
    if (event.event === "Settled") this.#settled();
    if (!this.#reviving || event.event !== "DataOpened") this.emit("changed", event);
  }
}
