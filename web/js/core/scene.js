import { canvasWords } from "./canvas_words.js";
import { runColour } from "./colours.js";
import { changeWords, mergedChanges, pointAt, presetWords } from "./record.js";
import { t } from "../texts/texts.js";
import { english, told } from "../texts/told.js";
import { setting } from "./formats.js";
import { sameData } from "./run_list.js";
import { pastKey } from "./view_feed.js";
import { classWords } from "./words.js";

/** @import {ChartOptions} from "./chart_options.js" */
/** @import {Mirror, Run} from "./mirror.js" */
/** @import {Viewing} from "./viewing.js" */
/** @import {Theme} from "../ui/theme.js" */

/**
 * What the view draws. It lays the panels out by itself.
 * @typedef {import("./protocol.js").Panel} Panel
 * @typedef {import("./protocol.js").CurveSeries} CurveSeries
 * @typedef {import("./protocol.js").Series} Series
 * @typedef {Omit<import("./protocol.js").Scene, "view">} Scene without what makes it a message
 */

/** With more classes the bars don't fit: then only the pictures are shown. */
const mostInMachine = 10;

/**
 * The network at work, of the viewed run, and three charts with it and the overlaid runs.
 * @param {Mirror} mirror
 * @param {Viewing} viewing
 * @param {ChartOptions} charts
 * @param {Theme} theme
 * @returns {Scene | null} null before there are data and a run
 */
export function sceneOf(mirror, viewing, charts, theme) {
  const run = viewing.run(mirror);
  if (!run || !mirror.data) return null;
  const overlays = viewing.overlays(mirror);
  const shown = [run, ...overlays];
  const series =
    overlays.length > 0 ? shown.flatMap((run) => linesOf(run, shortName(run, shown), theme)) : onlyLines(run, theme);
  const past = viewing.epoch === null ? {} : { at: viewing.epoch };
  const alone = overlays.length === 0 ? { best: run.id } : {};
  const log = { log: charts.log, logSwitch: true };
  const axis = { epochs: run.settings.epochs, changes: changeMarks(run), empty: t("Press Train to draw the curves.") };
  return {
    classes: classWords((run.data ?? mirror.data).classes),
    theme: theme.scene,
    words: canvasWords((run.data ?? mirror.data).classes.length),
    panels: [
      // Images of other data would be standardized otherwise than those that the run learnt from.
      {
        kind: sameData(run.data, mirror.data) && mirror.data.classes.length <= mostInMachine ? "machine" : "templates",
        run: viewing.epoch === null ? run.id : pastKey,
        loss: run.settings.loss,
        ...rightOf(run, viewing.epoch),
      },
      { kind: "chart", metric: "cost", title: t("cost"), series, ...axis, ...log, ...past, gap: viewing.extras.gap },
      viewing.extras.stack
        ? { kind: "stack", run: run.id, title: t("train cost: loss + λ Σ W²"), changes: axis.changes, ...past }
        : {
            kind: "chart",
            metric: "loss",
            title: t("loss"),
            series,
            ...axis,
            ...log,
            ...past,
            ...alone,
            ...(overlays.length === 0 ? { minibatch: run.id } : {}),
          },
      {
        kind: "chart",
        metric: "accuracy",
        title: t("accuracy"),
        series,
        ...axis,
        ...past,
        ...alone,
        ...(overlays.length === 0 ? ratesOf(run) : {}),
      },
    ],
  };
}

/**
 * The right images of validation, class by class, after the epoch that is looked at.
 * @param {Run} run
 * @param {number | null} epoch
 */
function rightOf(run, epoch) {
  const byClass = pointAt(run, epoch)?.byClass;
  return byClass ? { images: byClass.images, right: byClass.right } : {};
}

/**
 * η under the curves, where it changes.
 * @param {Run} run
 */
function ratesOf({ settings, history }) {
  if ((settings.schedule ?? "constant") === "constant" || history.length === 0) return {};
  const rates = history.map(({ nextRate }) => nextRate);
  if (rates.some(Number.isNaN)) return {}; // stored by an earlier page
  return { rates, rateLabel: `η ${setting(Number((rates.at(-1) ?? NaN).toPrecision(3)))}` };
}

/**
 * A single run: one colour per split.
 * @param {Run} run
 * @param {Theme} theme
 * @returns {Series[]}
 */
function onlyLines({ id }, theme) {
  return [
    { run: id, split: "train", label: t("train"), color: theme.series.train, dashed: false },
    { run: id, split: "validation", label: t("validation"), color: theme.series.validation, dashed: true },
  ];
}

/**
 * A run among others: a colour for the run, its train line solid, its validation line dashed.
 * @param {Run} run
 * @param {string} name
 * @param {Theme} theme
 * @returns {Series[]}
 */
function linesOf({ id, colour }, name, theme) {
  const color = runColour(colour, theme.scene.ink);
  return [
    { run: id, split: "train", label: name, color, dashed: false },
    { run: id, split: "validation", label: t("validation"), color, dashed: true },
  ];
}

/** Changes so near to each other, as a share of the axis, are one mark. */
const nearChanges = 1 / 40;

/**
 * The changes during a run, for its charts.
 * @param {Run} run
 */
export function changeMarks({ changes, settings }) {
  return mergedChanges(changes, nearChanges * settings.epochs).map((change) => ({
    epoch: change.epoch,
    label: changeWords(change),
  }));
}

/**
 * A run's name where several are named: its preset's letter, if no other one shown has it and the
 * visitor has given it no name.
 * @param {Run} run
 * @param {readonly Run[]} shown
 */
function shortName(run, shown) {
  const words = presetWords(run);
  const alone = shown.every((other) => other === run || presetWords(other) !== words);
  return words && alone && /^(Run \d+|Report [A-D])$/.test(english(run.name)) ? words : told(run.name);
}
