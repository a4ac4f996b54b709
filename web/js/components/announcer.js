import * as formats from "../formats.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { roleWord, statusWord } from "../words.js";

/** @import {Team} from "../crew.js" */
/** @import {Run} from "../mirror.js" */
/** @import {Metrics, SplitName} from "../protocol.js" */

const pause = 3000;

/** Tells screen readers how the run goes: politely, and no faster than can be spoken. */
export class Announcer {
  #region;
  #last = 0;
  #status = "";
  #team = "idle";

  /** @param {HTMLElement} region a live region */
  constructor(region) {
    this.#region = region;
  }

  /**
   * @param {Run} run the current one
   * @param {Team} team of runs that train together, told of in its place
   * @param {boolean} secret whether their figures are to be predicted first
   */
  update(run, team, secret) {
    const ended = this.#team !== "idle" && !team.active;
    this.#team = team.state;
    if (team.active || ended) this.#tell(`team ${team.state}`, team.state === "running", () => summaryOfTeam(team, secret));
    else this.#tell(run.status, run.status === "running", () => summary(run, secret));
    if (ended) this.#status = run.status;
  }

  /**
   * @param {string} status
   * @param {boolean} running
   * @param {() => string} text
   */
  #tell(status, running, text) {
    if (status === this.#status && (!running || Date.now() - this.#last < pause)) return;
    this.#status = status;
    this.#last = Date.now();
    this.#region.textContent = text();
  }
}

/**
 * @param {Run} run
 * @param {boolean} secret
 */
function summary(run, secret) {
  const last = run.history.at(-1);
  const where = t("{run} {status}, epoch {epoch} of {epochs}.", { run: told(run.name), status: statusWord(run.status), epoch: run.epoch, epochs: run.settings.epochs });
  if (!last || secret) return where;
  const figures = [figuresOf("train", last.train), figuresOf("validation", last.validation)];
  if (run.test) figures.push(figuresOf("test", run.test));
  return `${where} ${figures.join("; ")}.`;
}

/**
 * @param {SplitName} split
 * @param {Metrics} metrics
 */
function figuresOf(split, { cost, accuracy }) {
  return t("{split} cost {cost}, accuracy {accuracy}", { split: roleWord(split), cost: formats.cost(cost), accuracy: formats.percent(accuracy) });
}

/**
 * @param {Team} team
 * @param {boolean} secret
 */
function summaryOfTeam({ runs }, secret) {
  return runs
    .map((run) => {
      const last = run.history.at(-1);
      const where = t("{run}: epoch {epoch} of {epochs}", { run: told(run.name), epoch: run.epoch, epochs: run.settings.epochs });
      return last && !secret ? `${where}, ${figuresOf("validation", last.validation)}.` : `${where}.`;
    })
    .join(" ");
}
