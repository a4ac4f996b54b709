/**
 * Decides whether the report's figure may be shown next to a run's.
 * @module
 */

import { defaults, reportData } from "./constants.js";
import { firstSettings } from "./record.js";
import { presetOf } from "./settings.js";
import { t } from "../texts/texts.js";

/** @import {Run} from "./mirror.js" */
/** @import {Data} from "./protocol.js" */
/** @import {Preset} from "./settings.js" */

/** @param {Data | null} data */
function isReportData(data) {
  return data !== null && !data.drawn && data.fingerprint === reportData;
}

/**
 * The setting of the report that a run has repeated in full: its data by their fingerprint, in its
 * roles; nothing changed on the way; all epochs done.
 * @param {Pick<Run, "settings" | "changes" | "status" | "epoch" | "data">} run
 * @returns {Preset | null}
 */
export function repeated(run) {
  const whole = run.status === "finished" && run.epoch === defaults.epochs && run.changes.length === 0;
  return whole && isReportData(run.data) ? presetOf({ ...firstSettings(run), epochs: run.settings.epochs }) : null;
}

/**
 * Why the report's figures can't be compared with those of the data, or nothing if they can.
 * @param {Data | null} data
 */
export function whyNotComparable(data) {
  if (!data || isReportData(data)) return "";
  if (data.drawn)
    return t("These are practice images, not CIFAR-10: their figures can’t be compared with the report’s.");
  return t(
    "The report trained on data_batch_1, validated on data_batch_2 and tested on test_batch, all whole. These are other data or other roles: the figures can’t be compared.",
  );
}

/**
 * The report's test accuracy for a run that has repeated one of its settings in full.
 * @param {Parameters<typeof repeated>[0]} run
 * @returns {number | null}
 */
export function publishedAccuracy(run) {
  return repeated(run)?.published ?? null;
}
