import * as formats from "../core/formats.js";
import { isOver } from "../core/team.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { roleWord, statusWord } from "../core/words.js";

/** @import {Team} from "../core/team.js" */
/** @import {Voice} from "../ui/voice.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Metrics, SplitName} from "../core/protocol.js" */

const pause = 3000; // ms between sentences on a run that goes on

/** Announces the progress of the run. */
export class Announcer {
  #voice;
  #last = 0;
  #status = "";
  #step = 0;
  #awaited = false; // whether a single step is on its way
  #team = "idle";

  /** @param {Voice} voice */
  constructor(voice) {
    this.#voice = voice;
  }

  /**
   * @param {Run} run the current one
   * @param {Team} team of runs that train together, announced instead
   * @param {boolean} secret whether their figures are to be predicted first
   */
  update(run, team, secret) {
    const ended = this.#team !== "idle" && !team.active;
    this.#team = team.state;
    if (team.active || ended)
      this.#tell(`team ${team.state}`, team.state === "running", () => summaryOfTeam(team, secret));
    else if (this.#awaited) this.#passOver(run);
    else this.#tell(`${run.id} ${run.status}`, run.status === "running", () => summary(run, secret));
    this.#step = run.step;
    if (ended) this.#status = `${run.id} ${run.status}`;
  }

  /**
   * A single step is requested; it is announced instead of the status, with the same words each time.
   * @param {Promise<unknown>} step
   */
  await(step) {
    this.#awaited = true;
    step.catch(() => (this.#awaited = false));
  }

  /** @param {Run} run */
  #passOver(run) {
    if (run.status === "running" || run.step === this.#step) return;
    this.#awaited = false;
    this.#status = `${run.id} ${run.status}`;
  }

  /**
   * @param {string} status
   * @param {boolean} running
   * @param {() => string} text
   */
  #tell(status, running, text) {
    if (status === this.#status && (!running || performance.now() - this.#last < pause)) return;
    const goesOn = status === this.#status;
    this.#status = status;
    this.#last = performance.now();
    if (goesOn) this.#voice.mention(text());
    else this.#voice.say(text());
  }
}

/**
 * @param {Run} run
 * @param {boolean} secret
 */
function summary(run, secret) {
  const last = run.history.at(-1);
  const where = t("{run} {status}, epoch {epoch} of {epochs}.", {
    run: told(run.name),
    status: statusWord(run.status),
    epoch: run.epoch,
    epochs: run.settings.epochs,
  });
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
  return t("{split} cost {cost}, accuracy {accuracy}", {
    split: roleWord(split),
    cost: formats.cost(cost),
    accuracy: formats.percent(accuracy),
  });
}

/**
 * @param {Team} team
 * @param {boolean} secret
 */
function summaryOfTeam({ runs, state }, secret) {
  const epoch = Math.min(...runs.map((run) => run.epoch));
  const [first = "", ...rest] = {
    starting: t("sharing the data"),
    running: "",
    paused: t("paused at epoch {epoch}", { epoch }),
    idle: runs.every(isOver) ? t("done") : t("stopped at epoch {epoch}", { epoch }),
  }[state];
  const where = first && `${first.toUpperCase()}${rest.join("")}. `;
  const each = runs
    .map((run) => {
      const last = run.history.at(-1);
      const place = t("{run}: epoch {epoch} of {epochs}", {
        run: told(run.name),
        epoch: run.epoch,
        epochs: run.settings.epochs,
      });
      return last && !secret ? `${place}, ${figuresOf("validation", last.validation)}.` : `${place}.`;
    })
    .join(" ");
  return (where + each).trim();
}
