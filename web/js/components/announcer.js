import * as formats from "../formats.js";

/** @import {Run} from "../mirror.js" */

const pause = 3000;

/** Tells screen readers how the run goes: politely, and no faster than can be spoken. */
export class Announcer {
  #region;
  #last = 0;
  #status = "";

  /** @param {HTMLElement} region a live region */
  constructor(region) {
    this.#region = region;
  }

  /** @param {Run} run */
  update(run) {
    const changed = run.status !== this.#status;
    if (!changed && (run.status !== "running" || Date.now() - this.#last < pause)) return;
    this.#status = run.status;
    this.#last = Date.now();
    this.#region.textContent = summary(run);
  }
}

/** @param {Run} run */
function summary(run) {
  const last = run.history.at(-1);
  const where = `${run.name} ${run.status}, epoch ${run.epoch} of ${run.settings.epochs}.`;
  if (!last) return where;
  const figures = [
    `train cost ${formats.cost(last.train.cost)}, accuracy ${formats.percent(last.train.accuracy)}`,
    `validation cost ${formats.cost(last.validation.cost)}, accuracy ${formats.percent(last.validation.accuracy)}`,
  ];
  if (run.test) figures.push(`test cost ${formats.cost(run.test.cost)}, accuracy ${formats.percent(run.test.accuracy)}`);
  return `${where} ${figures.join("; ")}.`;
}
