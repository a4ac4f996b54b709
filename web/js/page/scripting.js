import { areBest, presetOf } from "../core/settings.js";
import { english } from "../texts/told.js";

/** @import {App} from "../core/app.js" */
/** @import {Report} from "../report/report.js" */
/** @import {Plan} from "../grid/cells.js" */
/** @import {Grid} from "../grid/grid.js" */
/** @import {Theory} from "../theory/theory.js" */
/** @import {Options} from "../core/checker.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Settings} from "../core/protocol.js" */

/**
 * The scripting interface, `window.onelayer`: what a lecturer at the console and the
 * end-to-end tests use. It returns copies only.
 * @param {App} app
 * @param {Report} four the report's settings
 * @param {Theory} measure
 * @param {Grid} searching
 * @param {Promise<void>} ready
 * @param {(files: Iterable<File>) => Promise<unknown>} open as drop and picker do it
 */
export function scriptingInterface({ checker, commands, list, mirror }, four, measure, searching, ready, open) {
  const data = () => {
    if (!mirror.data) return null;
    const { name, splits, unused, classes, tests } = mirror.data;
    return structuredClone({ name: english(name), splits, unused, classes, tests });
  };
  const settings = () =>
    mirror.settings && { ...structuredClone(mirror.settings), preset: presetName(mirror.settings) };
  return Object.freeze({
    /** The engine runs and the sample data are loaded. */
    ready,
    /** Loads data as a drop on the page does. */
    open: async (/** @type {Iterable<File>} */ files) => {
      await open(files);
      return data();
    },
    data,
    settings,
    set: async (/** @type {Partial<Settings> & {preset?: string | null}} */ changes) => {
      await commands.set(changes);
      return settings();
    },
    play: () => done(commands.play()),
    pause: () => done(commands.pause()),
    step: () => done(commands.step()),
    reset: () => done(commands.reset()),
    runs: () => mirror.runs.map(runFigures),
    weights: (/** @type {number} */ run) => list.weights(run),
    /** Trains the report's four settings together, to their end: A, B, C, D. */
    paper: () => four.paper(),
    /** Searches over settings; the promise's `grid` pauses and resumes. */
    grid: (/** @type {Partial<Plan>} */ plan) => searching.search(plan),
    /** The cost's largest curvature L at a run's weights, and 2/L. */
    curvature: (/** @type {number} */ run) => measure.curvature(run),
    /** What runs say together; with seeds, they are trained first. */
    ensemble: (/** @type {{runs?: number[], seeds?: number[]}} */ which) => measure.ensemble(which),
    /** A classifier in closed form: "mean" or "ridge". */
    baseline: (/** @type {string} */ name, /** @type {{l2?: number}} */ options) => measure.baseline(name, options),
    checkGradient: async (/** @type {Partial<Options>} */ options) => structuredClone(await checker.check(options)),
  });
}

/** The name that set() takes for these settings, or null. @param {Settings} settings */
function presetName(settings) {
  return areBest(settings) ? "best" : (presetOf(settings)?.name ?? null);
}

/** @param {Run} run */
function runFigures({ id, name, settings, status, epoch, step, stepsPerEpoch, history, test, tests }) {
  return structuredClone({
    id,
    name: english(name),
    settings,
    status,
    epoch,
    step,
    stepsPerEpoch,
    history,
    test,
    tests,
  });
}

/** @param {Promise<unknown>} command */
async function done(command) {
  await command;
}
