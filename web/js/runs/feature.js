import { runColour } from "../core/colours.js";
import { changeWords } from "../core/record.js";
import { mostListed, sameData } from "../core/run_list.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { byId } from "../ui/dom.js";
import { RunMenu } from "./menu.js";
import { RunsTable } from "./table.js";

/** @import {App} from "../core/app.js" */
/** @import {Run} from "../core/mirror.js" */

/**
 * The list of runs, and the operations on each.
 * @param {App} app
 */
export function runs(app) {
  const { client, list, memory, mirror, snapshots, team, viewing } = app;
  const table = new RunsTable(byId("runs", HTMLElement));
  const menu = new RunMenu();

  /** @type {Record<import("./menu.js").RunAction, (run: number) => Promise<unknown>>} */
  const actions = {
    rename: async (run) => table.edit(run),
    rerun: (run) => list.rerun(run),
    fork: async (run) => {
      const differs = await list.fork(run, run === app.viewed?.id ? viewing.epoch : null);
      if (differs)
        app.notices.pass(
          "forked",
          t("The fork has its run’s settings, not the panel’s: {differences}", { differences: differs }),
        );
    },
    remove: async (run) => {
      const name = mirror.find(run)?.name;
      const undo = await list.remove(run);
      app.notices.offerUndo("removed", t("{run} is removed.", { run: told(name ?? "") }), () => {
        undo();
        app.schedule();
      });
    },
    forgetAll: () => list.forgetAll(),
  };

  /** @param {Run} run */
  function removable(run) {
    const ours = run.home === "main" || run.home === "page";
    const training = team.active && team.ids.includes(run.id);
    return ours && !training && !(run === mirror.current && run.step === 0);
  }

  menu.on("chosen", ({ action, run }) => app.attempt(actions[action](run)));
  table.on("menu", async ({ run: id, button }) => {
    await memory.load(id);
    const run = mirror.find(id);
    if (!run) return;
    const scrubbed = run === app.viewed ? viewing.epoch : null;
    const forkEpoch = scrubbed ?? snapshots.last(id)?.epoch ?? null;
    menu.open({ id, forkEpoch, sameData: sameData(run.data, mirror.data), removable: removable(run) }, button);
  });
  table.on("renamed", ({ run, name }) => app.attempt(list.rename(run, name)));
  table.on("overlaid", ({ run, on }) => viewing.overlay(run, on));
  table.on("resumed", (run) => app.attempt(list.resume(run)));
  table.on("looked", (run) => app.lookAt(run));

  app.on("frame", () =>
    table.update(mirror.runs, {
      viewed: app.viewed,
      isOverlaid: (run) => viewing.isOverlaid(run.id),
      resumable: (run) => run.home === "page" && run.status === "paused" && sameData(run.data, mirror.data),
      colour: (run) => runColour(run.colour, app.state.palette.scene.ink),
    }),
  );

  /** @type {Promise<void> | null} */
  let restoring = null;

  /** Brings back the runs of earlier visits. */
  function begin() {
    /** @param {number} count @param {number} named */
    const reserve = async (count, named) => (await client.send("reserveRuns", { count, named })).ids;
    return (restoring ??= memory.restore(reserve));
  }

  /**
   * Resumes the interrupted run, unless the page was opened for something else.
   * @param {boolean} linked whether the page's address has settings
   * @returns {Promise<boolean>} whether it did
   */
  async function goOn(linked) {
    await begin();
    const [run, { current, settings, data }] = [mirror.find(memory.interrupted ?? NaN), mirror];
    if (!run || !settings || !sameData(run.data, data) || !current || current.step > 0) return false;
    if (linked && changeWords({ from: run.settings, to: settings })) return false;
    try {
      await list.takeUp(run.id);
    } catch {
      return false; // it stays on the list
    }
    const words = { run: told(run.name), n: run.epoch };
    app.voice.say(t("{run} was interrupted. It is paused after epoch {n}: Train continues it.", words));
    return true;
  }

  let said = false;
  let full = false;
  memory.on("dropped", (n) => {
    if (said) return;
    said = true;
    app.notices.say(
      "dropped",
      t("Only the newest {n} runs are kept. Older ones leave the list at the next reload.", { n }),
    );
  });

  app.on("event", async ({ event }) => {
    if (event !== "RunStarted" && event !== "RunArchived") return;
    if ((await list.shorten(app.shown)) === 0) return;
    if (!full) app.notices.say("dropped", t("The list holds {n} runs: the oldest leave it.", { n: mostListed }));
    full = true;
    app.schedule();
  });

  addEventListener("pagehide", () => memory.leave());
  document.addEventListener("visibilitychange", () => document.hidden && memory.leave());

  return { begin, goOn };
}
