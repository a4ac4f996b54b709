import { LazyWorker } from "../core/lazy_worker.js";
import { together } from "../core/parameters.js";
import { packHistory } from "../core/history.js";
import { wholePoint } from "../core/record.js";
import { sameData } from "../core/run_list.js";
import { t } from "../texts/texts.js";
import { name } from "../texts/told.js";
import { describe } from "./curves.js";
import { described, format } from "./described.js";
import { foreign } from "../core/foreign.js";
import { trouble } from "../core/trouble.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {OpenedFile} from "../core/file_digests.js" */
/** @import {Described} from "./described.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Carried, Data, PackerCommands, Said, Snapshot, Settings, NetworkWeights} from "../core/protocol.js" */
/** @import {WorkerPort} from "../core/rpc.js" */

/**
 * The run that a file of weights starts.
 * @typedef {{name: Said, settings: Partial<Settings>, from: Snapshot, loaded: boolean}} Loaded
 */

/** Writes weights as NumPy archives and reads them, in a worker of its own. */
export class Packer {
  #commands;
  #worker;

  /**
   * @param {Commands} commands
   * @param {() => WorkerPort} startWorker
   */
  constructor(commands, startWorker) {
    this.#commands = commands;
    /** @type {LazyWorker<PackerCommands, {event: string}>} */
    this.#worker = new LazyWorker(startWorker, t("The part that writes and reads weights"));
  }

  /**
   * The archive of a run as it was with certain weights, with the standardization if its data are those loaded now.
   * @param {Run} run
   * @param {NetworkWeights} weights
   * @param {Data | null} data those loaded now
   * @param {OpenedFile[]} files that the run's data came from
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async pack(run, { weights, bias, carried }, data, files) {
    const { mean, std } = sameData(run.data, data)
      ? await this.#commands.gradientInputs({ batchSize: 1, l2: 0, initial: false })
      : {};
    const { moments, best, steps } = carried ?? {};
    const settings = JSON.stringify({ format, ...describe(run, files), ...(carried && { optimizerSteps: steps }) });
    return this.#worker.send("packWeights", {
      weights,
      bias,
      ...(mean && { mean, std }),
      settings,
      ...(moments && { moments }),
      ...(best && { best }),
    });
  }

  /**
   * Reads an archive. A run of the data that are loaded goes on where it stood, and its last
   * figures are measured again; other weights begin at epoch 0.
   * @param {File} file
   * @param {Data | null} data those loaded now
   * @returns {Promise<Loaded>}
   */
  async unpack(file, data) {
    if (file.size > largest) throw new Error(`${file.name}: ${t("too large to be the weights of this network.")}`);
    try {
      const { weights, bias, settings, moments, best } = await this.#worker.send("unpackWeights", {
        bytes: new Uint8Array(await file.arrayBuffer()),
      });
      const run = described(settings);
      const carried = moments.length + best.length > 0 ? { moments, best, steps: run?.optimizerSteps ?? 0 } : null;
      return loaded(foreign(file.name.replace(/\.npz$/i, "")), together({ weights, bias }), run, data, carried);
    } catch (error) {
      throw new Error(`${foreign(file.name)}: ${trouble(error)}`);
    }
  }
}

const largest = 64e6; // bytes

/**
 * @param {string} file
 * @param {Float32Array} weights
 * @param {Described | null} run
 * @param {Data | null} data
 * @param {Carried | null} carried
 * @returns {Loaded}
 */
function loaded(file, weights, run, data, carried) {
  if (!run || !sameData(run.data, data)) {
    const start = { epoch: 0, inEpoch: 0, step: 0, changes: [], history: new Float64Array(0) };
    return { name: file, settings: run?.settings ?? {}, from: { ...start, weights }, loaded: true };
  }
  const { epoch, step, stepsPerEpoch, inEpoch = step % stepsPerEpoch, changes = [], history } = run;
  // At an epoch's end its figures are measured again, with the λ that the epoch had.
  const measured = inEpoch > 0 || changes.at(-1)?.step === step;
  const past = history
    .filter((point) => (measured ? point.epoch <= epoch : point.epoch < epoch))
    .map((point) => wholePoint(point, run));
  return {
    name: name("run-loaded", { run: run.name }),
    settings: run.settings,
    from: { epoch, inEpoch, step, changes, weights, history: packHistory(past), ...(carried && { carried }) },
    loaded: true,
  };
}
