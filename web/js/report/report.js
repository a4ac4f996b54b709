import { Emitter } from "../core/emitter.js";
import { publishedAccuracy } from "../core/published.js";
import { presets, presetSettings } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { name } from "../texts/told.js";

/** @import {Team} from "../core/team.js" */
/** @import {Mirror, Run} from "../core/mirror.js" */
/** @import {HistoryPoint, Metrics, Settings} from "../core/protocol.js" */

/**
 * @typedef {object} PaperRun what a script gets of one of the four
 * @property {string} name A, B, C or D
 * @property {number | null} published the report's accuracy, if the run repeats the report
 * @property {Settings} settings
 * @property {Metrics} train
 * @property {Metrics} validation
 * @property {Metrics | null} test
 * @property {{id: number, status: string, history: HistoryPoint[]}} run
 */

/**
 * The report's four settings, trained together.
 * @extends {Emitter<{changed: void}>}
 */
export class Report extends Emitter {
  /** @type {Team} */
  team;

  #mirror;

  /**
   * @param {Team} team
   * @param {Mirror} mirror
   */
  constructor(team, mirror) {
    super();
    this.team = team;
    this.#mirror = mirror;
  }

  /**
   * The four runs that were trained together last, in the order A–D; fewer if some were removed.
   * @returns {Run[]}
   */
  get runs() {
    const last = this.#mirror.runs.findLast(({ report }) => report);
    return this.#mirror.runs
      .filter(({ report }) => report && report.group === last?.report?.group)
      .sort((a, b) => (settingOf(a) < settingOf(b) ? -1 : 1));
  }

  /** The seconds of training that the four took, or have taken so far. */
  get seconds() {
    return this.team.active ? this.team.seconds : (this.runs[0]?.report?.seconds ?? NaN);
  }

  /**
   * Trains the four from the current seed. Resolves when they have begun.
   * @returns {Promise<{ids: number[], finished: Promise<void>}>}
   */
  async reproduce() {
    const seed = this.#mirror.settings?.seed ?? 1;
    const wanted = presets.map((preset) => ({
      name: name("report-run", { setting: preset.name }),
      settings: { ...presetSettings(preset), seed },
    }));
    const group = crypto.randomUUID();
    const started = await this.team.start(wanted);
    const note = (/** @type {number} */ seconds) =>
      started.ids.forEach((id, i) =>
        this.#mirror.update(id, { report: { group, setting: presets[i]?.name ?? "", seconds } }),
      );
    note(0);
    this.emit("changed", undefined);
    started.finished
      .catch(() => {}) // stopped: the time until then counts
      .then(() => {
        note(this.team.seconds);
        this.emit("changed", undefined);
      });
    return started;
  }

  /**
   * The four, trained to their end.
   * @returns {Promise<PaperRun[]>}
   */
  async paper() {
    const { ids, finished } = await this.reproduce();
    await finished;
    return ids.map((id, i) => {
      const [run, preset] = [this.#mirror.find(id), presets[i]];
      const last = run?.history.at(-1);
      if (!run || !preset || !last) throw new Error(t("A run was removed before its end."));
      const { name } = preset;
      const published = publishedAccuracy(run);
      const { settings, test, status, history } = run;
      return structuredClone({
        name,
        published,
        settings,
        train: last.train,
        validation: last.validation,
        test,
        run: { id, status, history },
      });
    });
  }
}

/** @param {Run} run */
function settingOf({ report }) {
  return report?.setting ?? "";
}
