import { furtherWorker } from "./further_worker.js";
import { shareData } from "./share_data.js";
import { workerCount } from "./team.js";

/** @import {TrainerEvent} from "./protocol.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/** The remaining time of a run and the size of its data for which workers are started. */
const worthwhile = { seconds: 3, images: 10_000 };
const idle = 10_000; // ms after which a paused run releases them and their memory

/**
 * Further workers that measure the current run's epochs while the first one goes on training: one for both splits, or
 * two where there are three cores. They start for runs that take long, and end when others need the cores.
 */
export class Helpers {
  #first;
  #startWorker;
  #cores;
  #busy;
  /** @type {WorkerClient[]} */
  #members = [];
  #leaving = 0;

  /**
   * @param {WorkerClient} first
   * @param {() => Worker} startWorker
   * @param {number} cores
   * @param {() => boolean} busy whether other runs train on all cores
   */
  constructor(first, startWorker, cores, busy) {
    this.#first = first;
    this.#startWorker = startWorker;
    this.#cores = cores;
    this.#busy = busy;
    first.on("changed", (event) => this.#follow(event));
  }

  /** How many there are. */
  get count() {
    return this.#members.length;
  }

  /** Ends them. The first worker measures by itself again. */
  dismiss() {
    clearTimeout(this.#leaving);
    if (this.#members.length === 0) return;
    for (const member of this.#members) member.end();
    this.#members = [];
    this.#first.send("dropHelpers", {}).catch(() => {}); // a dead engine has its own notice
  }

  /** @param {TrainerEvent} event */
  #follow(event) {
    switch (event.event) {
      case "Progressed":
        clearTimeout(this.#leaving);
        if (this.#busy()) this.dismiss();
        else if (event.run === this.#first.mirror.current?.id && event.secondsLeft > worthwhile.seconds) this.#gather();
        break;
      case "RunChanged":
        if (event.run.status !== "running") this.#rest();
        break;
      case "DataOpened":
      case "Failed":
        this.dismiss();
    }
  }

  #rest() {
    clearTimeout(this.#leaving);
    this.#leaving = window.setTimeout(() => this.dismiss(), idle);
  }

  async #gather() {
    const { data } = this.#first.mirror;
    if (this.#members.length > 0 || !data || data.splits.train + data.splits.validation < worthwhile.images) return;
    const count = workerCount(3, this.#cores, data) - 1; // the first worker is one of them
    const members = Array.from({ length: count }, () => this.#hire());
    this.#members = members;
    try {
      for (const member of members) await this.#prepare(member);
    } catch {
      if (this.#members === members) this.dismiss(); // the run goes on without
    }
  }

  #hire() {
    const client = furtherWorker(this.#startWorker());
    client.on("changed", ({ event }) => event === "Failed" && this.dismiss());
    return client;
  }

  /**
   * Gives one the data, then the connection to the first worker.
   * @param {WorkerClient} member
   */
  async #prepare(member) {
    await shareData(this.#first, member);
    const line = new MessageChannel();
    await member.send("help", { port: line.port2 }, [line.port2]);
    if (this.#members.includes(member)) await this.#first.send("useHelper", { port: line.port1 }, [line.port1]);
  }
}
