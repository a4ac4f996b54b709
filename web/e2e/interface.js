/**
 * The page's scripting interface, as DESIGN.md promises it: written down once more here, on the user's side, so that
 * the type check of the tests notices when the page breaks its promise.
 * @module
 */

/** @typedef {"ready" | "running" | "paused" | "finished" | "diverged"} Status */

/** @typedef {{loss: number, cost: number, accuracy: number}} Metrics */

/**
 * @typedef {object} Settings
 * @property {number} l2
 * @property {number} learningRate
 * @property {number} batchSize
 * @property {number} epochs
 * @property {number} seed
 * @property {boolean} shuffle
 * @property {"softmax" | "bce" | "svm"} loss
 * @property {"sgd" | "momentum" | "adam"} optimizer
 * @property {number} momentum
 * @property {"constant" | "step" | "linear" | "cosine" | "plateau"} schedule
 * @property {number} decayFactor
 * @property {number} decayEvery
 * @property {"normal" | "xavier" | "zero"} initialization
 * @property {number} earlyStopping
 * @property {number} flip
 * @property {number} shift
 * @property {number} trainingImages
 * @property {number} smoothing
 * @property {"A" | "B" | "C" | "D" | "best" | null} preset
 */

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
 * @property {(plan?: Record<string, unknown>) => Promise<GridCell[]> & {grid: {pause: () => Promise<void>, resume: ()
 *   => Promise<void>, stop: () => void, cells: () => GridCell[]}}} grid
 * @property {(run?: number) => Promise<{largestEigenvalue: number, criticalLearningRate: number, iterations: number,
 *   residual: number}>} curvature
 * @property {(which?: {runs?: number[], seeds?: number[]}) => Promise<Ensemble>} ensemble
 * @property {(name: string, options?: {l2?: number}) => Promise<Baseline>} baseline
 */

/**
 * @typedef {{settings: Settings, epoch: number, train: Metrics | null, validation: Metrics | null, status: string, run:
 *   number | null}} GridCell
 */

/**
 * @typedef {object} Ensemble
 * @property {number} members
 * @property {{test: number}} vote
 * @property {{test: number}} mean
 * @property {{test: number | null}} averagedWeights
 * @property {{members: number, vote: number, mean: number}[]} accuracyByCount
 */

/**
 * @typedef {object} Baseline
 * @property {string} name
 * @property {{accuracy: number}} train
 * @property {{accuracy: number}} validation
 * @property {{accuracy: number}} test
 * @property {{shape: [number, number], weights: Float32Array, bias: Float32Array}} weights
 */

export {};
