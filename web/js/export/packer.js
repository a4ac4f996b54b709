import { LazyWorker } from "../lazy_worker.js";
import { packHistory } from "../protocol.js";
import { sameData } from "../run_list.js";
import { t } from "../texts/texts.js";
import { describe } from "./curves.js";

/** @import {Commands} from "../commands.js" */
/** @import {Run} from "../mirror.js" */
/** @import {Data, Snapshot, Settings, Weights} from "../protocol.js" */
/** @import {WorkerPort} from "../worker_client.js" */

/** The packer's protocol, wasm/packer/session. */
const version = 1;

/**
 * What a file of weights begins again.
 * @typedef {{name: string, settings: Partial<Settings>, from: Snapshot}} Loaded
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
    this.#worker = new LazyWorker(startWorker, version);
  }

  /**
   * The archive of a run's weights, with the standardization if its data are those loaded now.
   * @param {Run} run
   * @param {Weights} weights
   * @param {Data | null} data those loaded now
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async pack(run, { weights, bias }, data) {
    const { mean, std } = sameData(run.data, data) ? await this.#commands.gradientInputs({ batchSize: 1, l2: 0, initial: false }) : {};
    return this.#worker.send("packWeights", { weights, bias, ...(mean && { mean, std }), settings: JSON.stringify(describe(run)) });
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
      const { weights, bias, settings } = await this.#worker.send("unpackWeights", { bytes: new Uint8Array(await file.arrayBuffer()) });
      return loaded(file.name.replace(/\.npz$/i, ""), new Float32Array([...weights, ...bias]), described(settings), data);
    } catch (error) {
      throw new Error(`${file.name}: ${/** @type {Error} */ (error).message}`);
    }
  }
}

const largest = 64e6; // bytes

/**
 * @param {string} name
 * @param {Float32Array} weights
 * @param {ReturnType<typeof describe> | null} run
 * @param {Data | null} data
 * @returns {Loaded}
 */
function loaded(name, weights, run, data) {
  if (!run || !sameData(run.data, data)) {
    return { name, settings: run?.settings ?? {}, from: { epoch: 0, step: 0, weights, history: new Float64Array(0) } };
  }
  const { epoch, step, stepsPerEpoch, history } = run;
  const between = step % stepsPerEpoch !== 0; // in the midst of an epoch, whose figures come at its end
  const past = packHistory(history.filter((point) => (between ? point.epoch <= epoch : point.epoch < epoch)));
  return { name: `${run.name}, loaded`, settings: run.settings, from: { epoch, step, weights, history: past } };
}

/**
 * What an archive of this page says of its run; null if it was written by another program.
 * @param {string} text
 * @returns {ReturnType<typeof describe> | null}
 */
function described(text) {
  try {
    const run = JSON.parse(text);
    const whole = run && typeof run.settings === "object" && Number.isInteger(run.epoch) && Number.isInteger(run.step) && Array.isArray(run.history);
    return whole ? run : null;
  } catch {
    return null;
  }
}
