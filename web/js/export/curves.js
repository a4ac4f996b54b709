import { format } from "./described.js";
import { english } from "../texts/told.js";

/**
 * The curves of all runs as files for other programs.
 * @module
 */

import { optionPairs } from "../core/options.js";
import { pick } from "../core/pick.js";
import { firstSettings } from "../core/record.js";

/** @import {OpenedFile} from "../core/file_digests.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Data, Metrics} from "../core/protocol.js" */

/** The files that data came from, each with its SHA-256. @typedef {(data: Data | null) => OpenedFile[]} FilesOf */

const columns = [
  "run",
  "name",
  "data",
  "fingerprint",
  "files",
  "l2",
  "learning_rate",
  "batch_size",
  "epochs",
  "seed",
  "shuffle",
  "options",
  "status",
  "epoch",
  "step",
  "penalty",
  "train_loss",
  "train_cost",
  "train_accuracy",
  "validation_loss",
  "validation_cost",
  "validation_accuracy",
  "test_loss",
  "test_cost",
  "test_accuracy",
];

/**
 * A line for each epoch of each run, with the λ and the η of that epoch. The test figures are in
 * a run's last line.
 * @param {Run[]} runs
 * @param {FilesOf} filesOf
 */
export function curvesCsv(runs, filesOf) {
  const lines = runs.flatMap((run) => {
    const { settings, data } = run;
    const files = filesOf(data)
      .map(({ name, sha256 }) => `${name} sha256=${sha256}`)
      .join("; ");
    return run.history.map((point, i) => {
      const test = i === run.history.length - 1 ? run.test : null;
      return [
        run.id,
        english(run.name),
        data && english(data.name),
        data?.fingerprint,
        files,
        point.l2,
        point.learningRate || firstSettings(run).learningRate,
        settings.batchSize,
        settings.epochs,
        settings.seed,
        settings.shuffle,
        optionPairs(settings),
        run.status,
        point.epoch,
        point.step,
        point.penalty,
        ...numbers(point.train),
        ...numbers(point.validation),
        ...numbers(test),
      ];
    });
  });
  return [columns, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** @param {Metrics | null} metrics */
function numbers(metrics) {
  return [metrics?.loss, metrics?.cost, metrics?.accuracy];
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it.
 * @param {string | number | boolean | null | undefined} value
 */
function cell(value) {
  const text = `${typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? "'" : ""}${value ?? ""}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * All that is known of the runs, and the files that were opened. What is not a number, as after a divergence, is null.
 * @param {Run[]} runs
 * @param {OpenedFile[]} files of the data in place
 * @param {FilesOf} filesOf
 */
export function curvesJson(runs, files, filesOf) {
  const described = runs.map((run) => describe(run, filesOf(run.data)));
  return JSON.stringify({ program: "One Layer", format, files, runs: described }, null, 1);
}

/**
 * A run in a form that another visit, or another program, can continue.
 * @param {Run} run
 * @param {OpenedFile[]} files that its data came from
 */
export function describe(run, files) {
  const { data } = run;
  const named = data && { ...data, name: english(data.name), why: english(data.why ?? "") };
  return {
    name: english(run.name),
    settings: run.settings,
    data: named,
    files,
    ...pick(run, ["status", "epoch", "inEpoch", "step", "changes", "stepsPerEpoch", "history", "test"]),
  };
}
