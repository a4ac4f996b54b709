import { captionOf, withCaption } from "./caption.js";
import { curvesCsv, curvesJson } from "./curves.js";
import { withFonts } from "./fonts.js";
import { Packer } from "./packer.js";
import { drawWeightPictures, pngOf, pngOfSvg } from "./pictures.js";
import { summaryHtml } from "./summary.js";
import { fileName, save } from "./save.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { classNames } from "../core/constants.js";
import { apart } from "../core/parameters.js";
import { runAt, runOf } from "../core/record.js";
import { classWords } from "../core/words.js";

/** @import {App} from "../core/app.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {NetworkWeights} from "../core/protocol.js" */

/** Pictures in the summary are read on white. */
const onWhite = { ground: "#ffffff", ink: "#1a1d21", fontFamily: "system-ui, sans-serif" };

/** Exported files, and weights that are loaded again. */
export class TakeAway {
  #from;
  #packer;

  /** @param {App} app */
  constructor(app) {
    this.#from = app;
    this.#packer = new Packer(app.commands, () => app.startWorker("packer"));
  }

  /** The run whose weights and pictures are exported: the viewed one. */
  get run() {
    return this.#from.viewed;
  }

  /** The files that a run's data came from. */
  #filesOf = (/** @type {Run["data"]} */ data) => this.#from.digests.known(data);

  async curvesCsv() {
    return save(curvesCsv(this.#from.mirror.runs, this.#filesOf), "onelayer-curves.csv", "text/csv");
  }

  async curvesJson() {
    return save(
      curvesJson(this.#from.mirror.runs, this.#from.digests.files, this.#filesOf),
      "onelayer-curves.json",
      "application/json",
    );
  }

  async figuresSvg() {
    const { svg } = await this.#figures();
    return save(await withFonts(svg), "onelayer-figures.svg", "image/svg+xml");
  }

  async figuresPng() {
    const { svg, width, height } = await this.#figures();
    return save(await pngOfSvg(await withFonts(svg), width, height), "onelayer-figures.png", "image/png");
  }

  /** What is drawn, and which runs that is. */
  async #figures() {
    const { view, viewing, mirror, state } = this.#from;
    const { run } = this;
    const point = run?.history.find(({ epoch }) => epoch === viewing.epoch);
    const runs = run ? [point ? runAt(run, point) : run, ...viewing.overlays(mirror)] : [];
    await view.started();
    return withCaption(await view.exportSvg(), runs.map(captionOf), state.palette.scene);
  }

  async pictures() {
    const { run, weights } = await this.#wanted();
    const picture = drawWeightPictures(
      weights.weights,
      classWords(run.data?.classes ?? classNames),
      this.#from.state.palette.scene,
      captionOf(run),
    );
    return save(await pngOf(picture), `onelayer-${fileName(told(run.name))}-weights.png`, "image/png");
  }

  async weights() {
    const { run, weights } = await this.#wanted();
    return save(
      await this.#packer.pack(run, weights, this.#from.mirror.data, this.#filesOf(run.data)),
      `onelayer-${fileName(told(run.name))}.npz`,
      "application/zip",
    );
  }

  /** One file with all runs that have begun. */
  async summary() {
    const { mirror, list, checker, digests } = this.#from;
    const runs = [];
    for (const run of mirror.runs.filter((run) => run.history.length > 0)) {
      const weights = await list.weights(run.id).catch(() => null); // not every run's are kept
      const picture = weights
        ? drawWeightPictures(weights.weights, classWords(run.data?.classes ?? classNames), onWhite).toDataURL()
        : "";
      runs.push({ run, picture });
    }
    const files = [...new Set([...digests.files, ...runs.flatMap(({ run }) => this.#filesOf(run.data))])];
    return save(
      summaryHtml({ runs, checks: [...checker.checks.values()], files, date: new Date() }),
      "onelayer-summary.html",
      "text/html",
    );
  }

  /**
   * Makes a new run from exported weights.
   * @param {File} file
   */
  async load(file) {
    const { mirror, commands } = this.#from;
    await commands.fork(await this.#packer.unpack(file, mirror.data));
  }

  /**
   * The viewed run, as it is or as it was at the scrubber's epoch, and
   * its weights there.
   * @returns {Promise<{run: Run, weights: NetworkWeights}>}
   */
  async #wanted() {
    const { viewing, snapshots, list } = this.#from;
    const { run } = this;
    if (!run) throw new Error(t("There is no run yet."));
    const point = run.history.find(({ epoch }) => epoch === viewing.epoch);
    if (viewing.epoch === null || !point) {
      const weights = await list.weights(run.id);
      return { run: runOf(run, weights.at ?? run), weights };
    }
    const past = snapshots.at(run.id, point.epoch);
    if (!past) throw new Error(t("The weights of epoch {n} are not kept.", { n: point.epoch }));
    const carried = snapshots.carriedOf(run.id);
    return {
      run: runAt(run, point),
      weights: { ...apart(past), ...(carried?.epoch === point.epoch && { carried: carried.carried }) },
    };
  }
}
