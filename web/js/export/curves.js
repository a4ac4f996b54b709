/**
 * The curves of all runs as files for other programs.
 * @module
 */

/** @import {Run} from "../mirror.js" */
/** @import {Metrics} from "../protocol.js" */

const columns = [
  "run", "name", "data", "fingerprint", "l2", "learning_rate", "batch_size", "epochs", "seed", "shuffle", "status", "epoch",
  "train_loss", "train_cost", "train_accuracy",
  "validation_loss", "validation_cost", "validation_accuracy",
  "test_loss", "test_cost", "test_accuracy",
];

/**
 * A line for each epoch of each run. The test figures stand in a run's last line.
 * @param {Run[]} runs
 */
export function curvesCsv(runs) {
  const lines = runs.flatMap((run) => {
    const { settings, data } = run;
    const about = [
      run.id, run.name, data?.name, data?.fingerprint, settings.l2, settings.learningRate, settings.batchSize,
      settings.epochs, settings.seed, settings.shuffle, run.status,
    ];
    return run.history.map((point, i) => {
      const test = i === run.history.length - 1 ? run.test : null;
      return [...about, point.epoch, ...numbers(point.train), ...numbers(point.validation), ...numbers(test)];
    });
  });
  return [columns, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** @param {Metrics | null} metrics */
function numbers(metrics) {
  return [metrics?.loss, metrics?.cost, metrics?.accuracy];
}

/** @param {string | number | boolean | null | undefined} value */
function cell(value) {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * All that is known of the runs. What is not a number, as after a divergence, is null.
 * @param {Run[]} runs
 */
export function curvesJson(runs) {
  return JSON.stringify({ program: "One Layer", runs: runs.map(describe) }, null, 1);
}

/**
 * A run as another visit, or another program, can take it up.
 * @param {Run} run
 */
export function describe({ name, settings, data, status, epoch, step, stepsPerEpoch, history, test }) {
  return { name, settings, data: data && { ...data }, status, epoch, step, stepsPerEpoch, history, test };
}
