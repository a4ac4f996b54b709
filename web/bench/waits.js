// What a visitor waits for in the built page: its opening, the data, an epoch, and a main thread that is held up.

import { timeAudits } from "./audit.js";
import { timeBeside } from "./beside.js";
import { timeCommands } from "./commands.js";
import { loadingFigures, timeLoading } from "./loading.js";
import { timeLongTasks } from "./long_tasks.js";

/** @typedef {Awaited<ReturnType<typeof timeWaits>>} Waits */
/** @typedef {import("./targets.js").Target} Target */

/**
 * @param {number} rounds
 * @param {(line: string) => void} say
 */
export async function timeWaits(rounds, say) {
  say("measuring beside training");
  const beside = await timeBeside(rounds);
  say("commands");
  const commands = await timeCommands(rounds);
  say("long tasks");
  const tasks = await timeLongTasks();
  say("loading");
  const loading = await timeLoading(rounds);
  say("Lighthouse");
  const audits = await timeAudits(rounds);
  return { beside, commands, tasks, loading, audits };
}

/**
 * @param {Waits | null} waits
 * @param {import("./opening.js").Opening | null} opening
 * @returns {Target[]}
 */
export function waitTargets(waits, opening) {
  const { beside, commands, tasks, loading, audits } = waits ?? nothing;
  const loaded = loadingFigures(loading);
  const of = (
    /** @type {string} */ text,
    /** @type {Target["sense"]} */ sense,
    /** @type {number} */ limit,
    /** @type {number | null | undefined} */ measured,
    /** @type {string} */ unit = "",
  ) => ({ text, sense, limit, measured: measured ?? null, fastest: null, ...(unit && { unit }) });
  return [
    of("a run of C with its evaluations beside training, faster than alone", "at least", 1.7, beside?.ratio),
    of("from the navigation to a training step, first visit", "at most", 1.2, seconds(opening?.cold.step), " s"),
    of("from the navigation to a training step, second visit", "at most", 0.8, seconds(opening?.warm.step), " s"),
    of("three plain shards, against 3 copies of them or 200 MB/s", "at most", 1, loaded?.plain),
    of("their .tar.gz, against the browser’s gunzip of it alone", "at most", 1.2, loaded?.archive),
    of("from a dropped .tar.gz to a training step", "at most", 0.5, loaded?.first, " s"),
    of("from the navigation to three shards that were kept", "at most", 1, loaded?.kept, " s"),
    of("PNG pictures in a .zip, images a second", "at least", 21, loaded?.pictures, " MB"),
    of("awaited commands a second: the slowest of set, pause and reset", "at least", 500, commands?.plain),
    of("awaited commands a second: play, pause and reset in turn", "at least", 500, commands?.training),
    of("the longest task while the page opens", "at most", 100, longest(tasks?.opening), " ms"),
    of("tasks over 50 ms in 10 s of training with live drawing", "at most", 0, tasks?.training.length, " tasks"),
    of("Lighthouse: performance, desktop", "at least", 95, audits?.desktop.performance, " of 100"),
    of("Lighthouse: performance, mobile", "at least", 90, audits?.mobile.performance, " of 100"),
    of(
      "Lighthouse: accessibility, best practices and SEO",
      "at least",
      100,
      audits && others(audits.mobile),
      " of 100",
    ),
  ];
}

/** Of a bench that did not measure them. */
const nothing = { beside: null, commands: null, tasks: null, loading: [], audits: null };

/** @param {number | undefined} ms */
const seconds = (ms) => (ms === undefined ? null : ms / 1000);

/** @param {number[] | undefined} tasks */
const longest = (tasks) => (tasks ? Math.max(0, ...tasks) : null);

/** @param {import("./audit.js").Audit} audit */
const others = (audit) => Math.min(audit.accessibility, audit["best-practices"], audit.seo);
