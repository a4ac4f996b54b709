import { curvesCsv, curvesJson } from "./export/curves.js";
import { withFonts } from "./export/fonts.js";
import { drawWeightPictures, pngOf, pngOfSvg } from "./export/pictures.js";
import { reportHtml } from "./export/report.js";
import { fileName, save } from "./export/save.js";
import { t } from "./texts/texts.js";
import { classWords } from "./words.js";

/** @import {Commands} from "./commands.js" */
/** @import {Theme} from "./components/theme.js" */
/** @import {ViewFrame} from "./components/view_frame.js" */
/** @import {Packer} from "./export/packer.js" */
/** @import {GradientChecker} from "./gradient.js" */
/** @import {Mirror, Run} from "./mirror.js" */
/** @import {Weights} from "./protocol.js" */
/** @import {RunList} from "./run_list.js" */
/** @import {Snapshots} from "./snapshots.js" */
/** @import {Viewing} from "./viewing.js" */

/**
 * What is taken away, and with what.
 * @typedef {object} Sources
 * @property {Mirror} mirror
 * @property {Commands} commands
 * @property {Viewing} viewing
 * @property {RunList} list
 * @property {Snapshots} snapshots
 * @property {GradientChecker} checker
 * @property {ViewFrame} view
 * @property {Packer} packer
 * @property {() => Theme} theme
 */

const classNames = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

/** Pictures in the report file are read on white. */
const paper = { ground: "#ffffff", ink: "#1a1d21", fontFamily: "system-ui, sans-serif" };

/** Files to take away, and weights brought back. */
export class TakeAway {
  #from;

  /** @param {Sources} sources */
  constructor(sources) {
    this.#from = sources;
  }

  /** The run that weights and pictures are taken of: the one that is looked at. */
  get run() {
    const { viewing, mirror } = this.#from;
    return viewing.run(mirror);
  }

  async curvesCsv() {
    save(curvesCsv(this.#from.mirror.runs), "onelayer-curves.csv", "text/csv");
  }

  async curvesJson() {
    save(curvesJson(this.#from.mirror.runs), "onelayer-curves.json", "application/json");
  }

  async figuresSvg() {
    const { svg } = await this.#from.view.exportSvg();
    save(await withFonts(svg), "onelayer-figures.svg", "image/svg+xml");
  }

  async figuresPng() {
    const { svg, width, height } = await this.#from.view.exportSvg();
    save(await pngOfSvg(await withFonts(svg), width, height), "onelayer-figures.png", "image/png");
  }

  async pictures() {
    const run = this.#wantedRun();
    const { weights } = await this.#weights(run);
    const picture = drawWeightPictures(weights, classWords(run.data?.classes ?? classNames), this.#from.theme().scene);
    save(await pngOf(picture), `onelayer-${fileName(run.name)}-weights.png`, "image/png");
  }

  async weights() {
    const run = this.#wantedRun();
    const { packer, mirror } = this.#from;
    save(await packer.pack(run, await this.#weights(run), mirror.data), `onelayer-${fileName(run.name)}.npz`, "application/zip");
  }

  /** One file with all runs that have begun. */
  async report() {
    const { mirror, list, checker } = this.#from;
    const runs = [];
    for (const run of mirror.runs.filter((run) => run.history.length > 0)) {
      const weights = await list.weights(run.id).catch(() => null); // not every run's are kept
      const picture = weights ? drawWeightPictures(weights.weights, classWords(run.data?.classes ?? classNames), paper).toDataURL() : "";
      runs.push({ run, picture });
    }
    save(reportHtml({ runs, checks: [...checker.checks.values()], date: new Date() }), "onelayer-report.html", "text/html");
  }

  /**
   * Makes a new run of weights that were taken away before.
   * @param {File} file
   */
  async load(file) {
    const { packer, mirror, commands } = this.#from;
    await commands.fork(await packer.unpack(file, mirror.data));
  }

  #wantedRun() {
    if (!this.run) throw new Error(t("There is no run yet."));
    return this.run;
  }

  /**
   * The weights of a run as it is looked at: at the epoch that the scrubber stands on.
   * @param {Run} run
   * @returns {Promise<Weights>}
   */
  async #weights(run) {
    const { viewing, snapshots, list } = this.#from;
    const past = viewing.epoch === null ? null : snapshots.at(run.id, viewing.epoch);
    if (!past) return list.weights(run.id);
    return { shape: [10, 3072], weights: past.slice(0, 30_720), bias: past.slice(30_720) };
  }
}
