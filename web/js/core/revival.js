import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { sameData } from "./run_list.js";

/** @import {Commands} from "./commands.js" */
/** @import {Run} from "./mirror.js" */
/** @import {Data, Settings} from "./protocol.js" */
/** @import {RunList} from "./run_list.js" */
/** @import {Team} from "./team.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/** More ends than this within this many milliseconds are no accident: the next would follow. */
const most = 3;
const span = 60_000;

const mostIds = 1000; // that can be reserved at once

/**
 * Starts the training program again after it has ended, with the same data. The current run continues from its last
 * epoch, or from where it was paused. Runs that were over belong to the page from then on, as after a reload.
 */
export class Revival {
  /** Whether the program is being started again. */
  underWay = false;
  /** Whether it goes on, once the last start is over. @type {Promise<boolean>} */
  outcome = Promise.resolve(true);
  /** Opens the same data again, or rejects. @type {(data: Data) => Promise<void>} */
  regain = () => Promise.reject(new Error(t("There are no data yet.")));

  #client;
  #commands;
  #list;
  #team;
  #start;
  /** @type {number[]} the times at which it ended, milliseconds */
  #ends = [];

  /**
   * @param {WorkerClient} client
   * @param {Commands} commands
   * @param {RunList} list
   * @param {Team} team
   * @param {() => Worker} start a training program without data
   */
  constructor(client, commands, list, team, start) {
    this.#client = client;
    this.#commands = commands;
    this.#list = list;
    this.#team = team;
    this.#start = start;
  }

  /**
   * Rejects if the program has ended too often, or the data are no longer available.
   * @returns {Promise<string>} what became of the run, in a sentence
   */
  attempt() {
    const attempt = this.#attempt();
    this.outcome = attempt.then(
      () => true,
      () => false,
    );
    return attempt;
  }

  async #attempt() {
    const { data, settings, current } = this.#client.mirror;
    const now = performance.now();
    this.#ends = [...this.#ends.filter((end) => now - end < span), now];
    if (!this.#client.settled || !data || !settings || !current || this.#ends.length > most) throw new Error();
    this.underWay = true;
    try {
      this.#takeOver();
      this.#client.restart(this.#start());
      await this.#reserveIds();
      await this.regain(data);
      if (!sameData(data, this.#client.mirror.data)) throw new Error();
      await this.#takeUp(current, settings);
      await this.#team.takeUp();
      this.#client.revived();
      return await this.#goOn(current);
    } finally {
      this.underWay = false;
    }
  }

  /** Makes the program's runs the page's, which has their weights after each epoch. */
  #takeOver() {
    const { mirror } = this.#client;
    for (const run of mirror.runs) {
      const status = run.status === "running" ? "paused" : run.status;
      if (run.home === "main") mirror.update(run.id, { home: "page", progress: null, status });
    }
  }

  /** Makes the new program number its runs after those that exist, so that ids and names stay unique. */
  async #reserveIds() {
    const { runs } = this.#client.mirror;
    await this.#client.started;
    for (let left = Math.max(...runs.map(({ id }) => id)); left > 0; left -= mostIds) {
      await this.#client.send("reserveRuns", { count: Math.min(left, mostIds), named: runs.length });
    }
  }

  /**
   * Makes a run the current one again.
   * @param {Run} run
   * @param {Settings} settings of the panel
   */
  async #takeUp(run, settings) {
    const { mirror } = this.#client;
    const over = run.status === "finished" || run.status === "diverged";
    if (!over && run.step > 0) await this.#list.takeUp(run.id);
    await this.#commands.set(settings);
    if (over || run.step > 0) return;
    const { id } = /** @type {Run} */ (mirror.current); // it has not begun either, so it takes the place
    mirror.remove(run.id);
    mirror.update(id, { colour: run.colour });
    await this.#client.send("renameRun", { run: id, name: run.name });
  }

  /** @param {Run} before */
  async #goOn(before) {
    const { current } = this.#client.mirror;
    if (!current || before.status !== "running")
      return t("The training program stopped and was started again. Nothing is lost.");
    await this.#commands.play(this.#commands.pace);
    return t("The training program stopped and was started again. {run} goes on from epoch {n}.", {
      run: told(current.name),
      n: current.epoch,
    });
  }
}
