/**
 * The page's scripting interface, as DESIGN.md promises it: written down once more here, on the user's side, so that
 * the type check of the tests notices when the page breaks its promise.
 * @module
 */

/** @typedef {"ready" | "running" | "paused" | "finished" | "diverged" | "failed"} Status */

/** @typedef {{loss: number, cost: number, accuracy: number}} Metrics */

/** @typedef {{l2: number, learningRate: number, batchSize: number, epochs: number, seed: number, shuffle: boolean}} Settings */

/**
 * @typedef {object} Run
 * @property {number} id
 * @property {string} name
 * @property {Settings} settings
 * @property {Status} status
 * @property {number} epoch
 * @property {number} step
 * @property {number} stepsPerEpoch
 * @property {{epoch: number, train: Metrics, validation: Metrics}[]} history
 * @property {Metrics | null} test
 */

/**
 * @typedef {object} Data
 * @property {string} name
 * @property {{train: number, validation: number, test: number}} splits
 * @property {number} unused
 * @property {string[]} classes
 */

/**
 * @typedef {object} PaperRun
 * @property {string} name
 * @property {number} published
 * @property {Settings} settings
 * @property {Metrics} train
 * @property {Metrics} validation
 * @property {Metrics | null} test
 * @property {{id: number, status: Status, history: Run["history"]}} run
 */

/**
 * @typedef {object} GradientCheck
 * @property {number} parameters
 * @property {{weights: {analytic: number, numeric: number}, bias: {analytic: number, numeric: number}}} sums
 * @property {{weights: number, bias: number}} relativeError
 * @property {Float64Array} errors
 */

/**
 * @typedef {object} OneLayer
 * @property {Promise<void>} ready
 * @property {(files: File[]) => Promise<Data>} open
 * @property {() => Data} data
 * @property {() => Settings} settings
 * @property {(changes: Record<string, unknown>) => Promise<Settings>} set
 * @property {() => Promise<void>} play
 * @property {() => Promise<void>} pause
 * @property {() => Promise<void>} step
 * @property {() => Promise<void>} reset
 * @property {() => Run[]} runs
 * @property {(id: number) => Promise<{shape: [number, number], weights: Float32Array, bias: Float32Array}>} weights
 * @property {() => Promise<PaperRun[]>} paper
 * @property {(options: Record<string, unknown>) => Promise<GradientCheck>} checkGradient
 */

export {};
