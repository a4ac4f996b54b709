import { deferred } from "./deferred.js";
import { Emitter } from "./emitter.js";
import { furtherWorker } from "./further_worker.js";
import { shareData } from "./share_data.js";
import { workerCount } from "./team.js";
import { t } from "../texts/texts.js";

/** @import {Data, TrainerEvent} from "./protocol.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/**
 * Workers beside the first one, each with the data, for runs outside the list.
 * @extends {Emitter<{event: TrainerEvent, outdated: void}>} event: what one tells; outdated: other data were opened
 */
export class Crew extends Emitter {
  /** @type {WorkerClient[]} */
  members = [];

  #client;
  #startWorker;
  #cores;
  #leave = () => {};

  /**
   * @param {WorkerClient} client the first worker's
   * @param {() => Worker} startWorker
   * @param {number} cores
   */
  constructor(client, startWorker, cores) {
    super();
    this.#client = client;
    this.#startWorker = startWorker;
    this.#cores = cores;
    client.on("changed", (event) => event.event === "DataOpened" && this.emit("outdated", undefined));
  }

  /**
   * Starts as many workers as that many runs on the data can use. Rejects if one of them fails, or if they are
   * dismissed meanwhile.
   * @param {number} runs
   * @param {Data} data
   */
  async gather(runs, data) {
    this.dismiss();
    const left = deferred();
    this.#leave = () => left.reject(new Error(t("The runs were stopped before their end.")));
    this.members = Array.from({ length: workerCount(runs, this.#cores, data) }, () => this.#hire());
    // One that was let go never answers.
    await Promise.race([Promise.all(this.members.map((member) => shareData(this.#client, member))), left.promise]);
    return this.members;
  }

  dismiss() {
    this.#leave();
    for (const member of this.members) member.end();
    this.members = [];
  }

  #hire() {
    const client = furtherWorker(this.#startWorker());
    client.on("changed", (event) => this.emit("event", event));
    return client;
  }
}
