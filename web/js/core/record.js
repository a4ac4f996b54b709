/**
 * A run's record: its place, the settings in force, and the changes on the way.
 * @module
 */

import * as formats from "./formats.js";
import { presetOf, symbolOf } from "./settings.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "./mirror.js" */
/** @import {Change, HistoryPoint, SettingName, Settings} from "./protocol.js" */

/** @typedef {Pick<Run, "epoch" | "inEpoch" | "step">} Place */

/**
 * Where a run stands: “epoch 3”, or between two epochs “step 150, in epoch 2”.
 * @param {Place} place
 */
export function placeWords({ epoch, inEpoch, step }) {
  if (!inEpoch) return t("epoch {n}", { n: epoch });
  return t("step {step}, in epoch {epoch}", { step: formats.count(step), epoch: epoch + 1 });
}

/**
 * The settings that were in force when a run had made that many steps.
 * @param {Pick<Run, "settings" | "changes">} run
 * @param {number} step
 * @returns {Settings}
 */
export function settingsAt({ settings, changes }, step) {
  return changes
    .filter((change) => change.step >= step)
    .reduceRight((now, { from }) => ({ ...now, ...from }), settings);
}

/**
 * The settings a run began with.
 * @param {Pick<Run, "settings" | "changes">} run
 */
export function firstSettings(run) {
  return settingsAt(run, 0);
}

/**
 * A run as it was after an epoch: its figures up to there, what it was set to, what had been changed.
 * @param {Run} run
 * @param {HistoryPoint} point
 * @returns {Run}
 */
export function runAt(run, point) {
  if (run.epoch === point.epoch && !run.inEpoch) return run;
  return {
    ...run,
    settings: { ...settingsAt(run, point.step), epochs: run.settings.epochs },
    changes: run.changes.filter(({ step }) => step < point.step),
    status: point.epoch === 0 ? "ready" : "paused",
    epoch: point.epoch,
    inEpoch: 0,
    step: point.step,
    history: run.history.filter(({ epoch }) => epoch <= point.epoch),
    test: null,
    message: "",
    progress: null,
  };
}

/**
 * What a run is called by its settings: “C” or “C, changed”, or nothing if it began with no preset.
 * @param {Pick<Run, "settings" | "changes">} run
 */
export function presetWords(run) {
  const preset = presetOf(firstSettings(run));
  if (!preset) return "";
  return run.changes.length > 0 ? t("{name}, changed", { name: preset.name }) : preset.name;
}

/**
 * The settings in which two runs differ, without the number of epochs unless η depends on it.
 * @param {Partial<Settings>} from
 * @param {Partial<Settings>} to
 */
export function changed(from, to) {
  const paced = [from.schedule, to.schedule].some((schedule) => schedule === "linear" || schedule === "cosine");
  const names = /** @type {SettingName[]} */ (Object.keys(to)).filter(
    (name) => (name !== "epochs" || paced) && from[name] !== to[name],
  );
  const pick = (/** @type {Partial<Settings>} */ all) =>
    /** @type {Partial<Settings>} */ (Object.fromEntries(names.map((name) => [name, all[name]])));
  return { from: pick(from), to: pick(to) };
}

/**
 * What a change did: “η 0.001 → 0.006”.
 * @param {{from: Partial<Settings>, to: Partial<Settings>}} change
 */
export function changeWords(change) {
  const { from, to } = changed(change.from, change.to);
  const names = /** @type {SettingName[]} */ (Object.keys(to));
  return names.map((name) => `${symbolOf(name)} ${value(from[name])} → ${value(to[name])}`).join(", ");
}

/** @param {number | boolean | string | undefined} setting */
function value(setting) {
  if (typeof setting === "number") return formats.setting(setting);
  if (typeof setting === "boolean") return setting ? t("on") : t("off");
  return setting ?? formats.none;
}

/**
 * The changes of a run, those within `room` of an epoch as one: a slider that is dragged leaves many.
 * @param {readonly Change[]} changes
 * @param {number} room epochs
 * @returns {{epoch: number, from: Partial<Settings>, to: Partial<Settings>}[]}
 */
export function mergedChanges(changes, room) {
  /** @type {Change[]} */
  const merged = [];
  for (const change of changes) {
    const last = merged.at(-1);
    if (last && change.epoch - last.epoch <= room) merged[merged.length - 1] = { ...last, to: change.to };
    else merged.push(change);
  }
  return merged
    .map(({ epoch, from, to }) => ({ epoch, ...changed(from, to) }))
    .filter(({ to }) => Object.keys(to).length > 0);
}

/**
 * A point completed with what earlier versions of the page did not store.
 * @param {Pick<HistoryPoint, "epoch" | "train" | "validation"> & Partial<HistoryPoint>} point
 * @param {Pick<Run, "settings" | "stepsPerEpoch">} run
 * @returns {HistoryPoint}
 */
export function wholePoint(point, { settings, stepsPerEpoch }) {
  const { epoch, train } = point;
  const known = {
    l2: settings.l2,
    penalty: train.cost - train.loss,
    learningRate: epoch > 0 ? settings.learningRate : 0,
    step: epoch * stepsPerEpoch,
    norm: NaN,
    nextRate: NaN,
  };
  return { ...known, ...point };
}

/**
 * A run at the moment that its weights are of.
 * @param {Run} run
 * @param {Place} place
 * @returns {Run}
 */
export function runOf(run, { epoch, inEpoch, step }) {
  if (step === run.step && epoch === run.epoch) return run.status === "running" ? { ...run, status: "paused" } : run;
  return {
    ...run,
    epoch,
    inEpoch,
    step,
    status: step > 0 ? "paused" : "ready",
    settings: { ...settingsAt(run, step + 1), epochs: run.settings.epochs },
    changes: run.changes.filter((change) => change.step <= step),
    history: run.history.filter((point) => point.step <= step),
    test: null,
    message: "",
  };
}

/**
 * The figures after an epoch, or the latest.
 * @param {Run} run
 * @param {number | null} epoch
 */
export function pointAt({ history }, epoch) {
  const latest = history.at(-1) ?? null;
  return epoch === null ? latest : (history.find((point) => point.epoch === epoch) ?? latest);
}
