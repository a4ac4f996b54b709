/**
 * What the page and the worker say to each other: the twin of engine/protocol.
 * Commands go from the page to the worker, events in the past tense come back.
 * Every command is answered once, by Replied or Refused, after the events it caused.
 * @module
 */

/** The version both sides must agree on, in the Ready event. */
export const version = 1;

/**
 * The settings of a run, as they stand on the page.
 * @typedef {object} Settings
 * @property {number} l2 λ in cost = loss + λ Σ W²
 * @property {number} learningRate η
 * @property {number} batchSize images in a step
 * @property {number} epochs passes over the training split
 * @property {number} seed of the initial weights and of the shuffling
 * @property {boolean} shuffle a new order of the images in every epoch
 */

/** @typedef {keyof Settings} SettingName */

/** @typedef {"train" | "validation" | "test" | "unused"} Role */

/**
 * @typedef {object} Shard
 * @property {string} name
 * @property {string} title what the file calls itself, or empty
 * @property {number} images
 * @property {Role} role
 * @property {number[]} counts images of each class
 * @property {string} fingerprint names the content; empty for the sample
 */

/**
 * Images at the end of the training shards that serve another split.
 * @typedef {{validation: number, test: number}} HoldOut
 */

/**
 * The loaded data, in image counts.
 * @typedef {object} Data
 * @property {string} name
 * @property {boolean} drawn true for the sample, which is not CIFAR-10
 * @property {{train: number, validation: number, test: number}} splits
 * @property {number} unused
 * @property {string[]} classes the ten names, in the labels' order
 * @property {Shard[]} shards
 * @property {HoldOut} holdOut
 * @property {string} why the roles in a sentence, or empty
 * @property {{validation: number, test: number}} duplicates images of these that are in train too
 * @property {string} fingerprint names the content and the split; empty for the sample
 */

/** @typedef {{loss: number, cost: number, accuracy: number}} Metrics */

/** @typedef {"ready" | "running" | "paused" | "finished" | "diverged" | "failed"} Status */

/**
 * @typedef {object} RunSummary
 * @property {number} id
 * @property {string} name
 * @property {Settings} settings
 * @property {Status} status
 * @property {number} epoch finished epochs
 * @property {number} step updates since the start
 * @property {number} stepsPerEpoch
 * @property {Metrics | null} test the test split's figures, once the run is done
 * @property {string} message why a run diverged or failed, else empty
 */

/** @typedef {{epoch: number, train: Metrics, validation: Metrics}} HistoryPoint */

/**
 * Where a run stood after an epoch: W, row by row, then b; and its history up to there, packed.
 * @typedef {{epoch: number, step: number, weights: Float32Array, history: Float64Array}} Snapshot
 */

/** @typedef {{id: number, name: string, settings: Settings}} TeamRun a run to be trained beside others */

/** @typedef {{shape: [number, number], weights: Float32Array, bias: Float32Array}} Weights */

/**
 * What weights make of a split: an entry for each image, in the split's order.
 * @typedef {object} Predictions
 * @property {Uint8Array} labels
 * @property {Uint8Array} predicted classes; 255 where the logits are no numbers
 * @property {Float32Array} ofLabel probabilities of the labels
 * @property {Float32Array} ofClass probabilities of the predicted classes
 */

/** @typedef {"train" | "validation" | "test"} SplitName */

/**
 * The mean image of each class of a split, and how the training split standardizes all images.
 * @typedef {object} ClassMeans
 * @property {Float32Array} means 10×3072, in bytes’ range
 * @property {Float64Array} counts images of each class
 * @property {Float64Array} mean 3072, of the training split
 * @property {Float64Array} std 3072, of the training split
 */

/** @typedef {{file: string, bytes: number, totalBytes: number, images: number, files: number, fileIndex: number, secondsLeft: number}} LoadProgress */

/** @typedef {{run: number, epoch: number, step: number, imagesPerSecond: number, secondsLeft: number, minibatchLoss: number}} Progress */

/**
 * @typedef {{event: "Ready", version: number}
 *   | {event: "Failed", message: string}
 *   | {event: "Settled"}
 *   | {event: "DataOpened", data: Data}
 *   | {event: "FilesRefused", messages: string[]}
 *   | {event: "SettingsChanged", settings: Settings, deferred: SettingName[]}
 *   | {event: "RunStarted", run: RunSummary}
 *   | {event: "RunArchived", run: RunSummary, history: Float64Array}
 *   | {event: "RunReset", run: RunSummary}
 *   | {event: "RunChanged", run: RunSummary}
 *   | {event: "Progressed"} & Progress
 *   | {event: "EpochFinished", run: number, weights?: Float32Array} & HistoryPoint
 *   | {event: "RunJoined", run: RunSummary}
 *   | {event: "RunRemoved", run: number}
 * } StateEvent an event that changes what the page knows
 */

/**
 * @typedef {StateEvent
 *   | {event: "Replied", id: number, value: any}
 *   | {event: "Refused", id: number, message: string, field?: string}
 * } WorkerEvent
 */

/**
 * The fields and the reply of each command.
 * @typedef {object} Commands
 * @property {{fields: {port: MessagePort}, reply: Data}} open
 * @property {{fields: {message?: string}, reply: null}} cancelOpen
 * @property {{fields: {roles: Role[], holdOut: HoldOut}, reply: Data}} assignRoles
 * @property {{fields: {shard: number, from: number, count: number}, reply: Uint8Array}} images records of the binary version
 * @property {{fields: {split: SplitName, weights?: Float32Array}, reply: Predictions}} predict W, row by row, then b; without them the current run's
 * @property {{fields: {split: SplitName, indices: Float64Array}, reply: Uint8Array}} splitImages 3072 bytes each, at most 1,000 images
 * @property {{fields: {split: SplitName}, reply: ClassMeans}} classMeans
 * @property {{fields: {}, reply: Data}} useSample
 * @property {{fields: {settings: Partial<Settings>}, reply: {settings: Settings, deferred: SettingName[]}}} configure
 * @property {{fields: {}, reply: RunSummary}} play
 * @property {{fields: {}, reply: RunSummary}} pause
 * @property {{fields: {}, reply: RunSummary}} step
 * @property {{fields: {}, reply: RunSummary}} finishEpoch
 * @property {{fields: {}, reply: RunSummary}} reset
 * @property {{fields: {settings?: Partial<Settings>}, reply: RunSummary}} newRun
 * @property {{fields: {run: number}, reply: Weights}} weights
 * @property {{fields: {batchSize: number, l2: number, initial: boolean}, reply: {mean: Float64Array, std: Float64Array}}} gradientInputs what the checker needs
 * @property {{fields: {port: MessagePort}, reply: null}} attachView
 * @property {{fields: {count: number}, reply: {ids: number[]}}} reserveRuns
 * @property {{fields: {runs: TeamRun[]}, reply: null}} startTeam
 * @property {{fields: {}, reply: null}} playTeam
 * @property {{fields: {}, reply: null}} pauseTeam
 * @property {{fields: {}, reply: null}} stopTeam
 * @property {{fields: {run: number, name: string}, reply: null}} renameRun
 * @property {{fields: {run: number}, reply: null}} removeRun
 * @property {{fields: {name: string, settings: Partial<Settings>, from: Snapshot}, reply: RunSummary}} fork
 * @property {{fields: {port: MessagePort}, reply: null}} shareData
 * @property {{fields: {port: MessagePort}, reply: null}} receiveData
 */

const pointLength = 7;

/**
 * Unpacks a history: rows of epoch, then loss, cost, accuracy of train and of validation.
 * @param {Float64Array} packed
 * @returns {HistoryPoint[]}
 */
export function unpackHistory(packed) {
  /** @type {HistoryPoint[]} */
  const points = [];
  for (let at = 0; at + pointLength <= packed.length; at += pointLength) {
    points.push({
      epoch: packed[at] ?? NaN,
      train: metricsAt(packed, at + 1),
      validation: metricsAt(packed, at + 4),
    });
  }
  return points;
}

/**
 * The reverse of unpackHistory.
 * @param {readonly HistoryPoint[]} points
 */
export function packHistory(points) {
  return Float64Array.from(
    points.flatMap(({ epoch, train, validation }) => [
      epoch,
      ...[train, validation].flatMap(({ loss, cost, accuracy }) => [loss, cost, accuracy]),
    ]),
  );
}

/**
 * @param {Float64Array} packed
 * @param {number} at
 * @returns {Metrics}
 */
function metricsAt(packed, at) {
  const [loss = NaN, cost = NaN, accuracy = NaN] = packed.subarray(at, at + 3);
  return { loss, cost, accuracy };
}
