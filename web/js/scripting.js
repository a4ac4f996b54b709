/** @import {Commands} from "./commands.js" */
/** @import {RunList} from "./run_list.js" */
/** @import {Report} from "./report.js" */
/** @import {GradientChecker, Options} from "./gradient.js" */
/** @import {Mirror, Run} from "./mirror.js" */
/** @import {Settings} from "./protocol.js" */

/**
 * The scripting interface, `window.onelayer`: what a lecturer at the console and the
 * end-to-end tests use. All it gives out is a copy.
 * @param {Commands} commands
 * @param {Mirror} mirror
 * @param {Promise<void>} ready
 * @param {(files: Iterable<File>) => Promise<unknown>} open as drop and picker do it
 * @param {GradientChecker} checker
 * @param {Report} report
 * @param {RunList} runs
 */
export function scriptingInterface(commands, mirror, ready, open, checker, report, runs) {
  const data = () => {
    if (!mirror.data) return null;
    const { name, splits, unused, classes } = mirror.data;
    return structuredClone({ name, splits, unused, classes });
  };
  const settings = () => structuredClone(mirror.settings);
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
    set: async (/** @type {Partial<Settings>} */ changes) => {
      await commands.set(changes);
      return settings();
    },
    play: () => done(commands.play()),
    pause: () => done(commands.pause()),
    step: () => done(commands.step()),
    reset: () => done(commands.reset()),
    runs: () => mirror.runs.map(runFigures),
    weights: (/** @type {number} */ run) => runs.weights(run),
    /** Trains the report's four settings together, to their end: A, B, C, D. */
    paper: () => report.paper(),
    checkGradient: async (/** @type {Partial<Options>} */ options) => structuredClone(await checker.check(options)),
  });
}

/** @param {Run} run */
function runFigures({ id, name, settings, status, epoch, step, stepsPerEpoch, history, test }) {
  return structuredClone({ id, name, settings, status, epoch, step, stepsPerEpoch, history, test });
}

/** @param {Promise<unknown>} command */
async function done(command) {
  await command;
}
