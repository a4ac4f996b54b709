import { Emitter } from "./emitter.js";
import { Mirror } from "./mirror.js";
import { Rpc } from "./rpc.js";
import { t } from "../texts/texts.js";

/** @import {TrainerCommands, TrainerEvent} from "./protocol.js" */
/** @import {WorkerPort} from "./rpc.js" */

/** Commands for a worker without data. @type {Set<string>} */
const bringData = new Set(["open", "cancelOpen", "useSample"]);

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

  /** @type {Rpc<TrainerCommands, TrainerEvent>} */
  #line;

  /**
   * @param {WorkerPort} port
   * @param {string} [unloadable] said when its script can't be loaded
   * @param {string} [stopped] said when it has stopped
   */
  constructor(
    port,
    unloadable = t("The training engine could not be loaded."),
    stopped = t("The training program has stopped. The run is kept, and goes on from its last epoch after a reload."),
  ) {
    super();
    this.#line = new Rpc(port, unloadable, stopped);
    this.ready = new Promise((resolve, reject) => {
      this.on("changed", (event) => event.event === "Settled" && resolve());
      this.#line.on("failed", reject);
    });
    this.ready.catch(() => {}); // the failure is also an event, so it may go unawaited
    this.#line.ready.then(() => (this.begun = true), () => {});
    this.#line.on("told", (event) => this.#receive(event));
    this.#line.on("failed", ({ message }) => this.emit("changed", { event: "Failed", message }));
  }

  /** Settles when the worker runs and can take data. */
  get started() {
    return this.#line.ready;
  }

  /** Whether the worker could not start or has died. */
  get failed() {
    return this.#line.failure !== null;
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
    if (!bringData.has(command)) await this.ready;
    return this.#line.send(command, fields, transfer);
  }

  /** Ends the worker. */
  end() {
    this.#line.end();
  }

  /** @param {TrainerEvent} event */
  #receive(event) {
    this.mirror.apply(event);
    this.emit("changed", event);
  }
}
