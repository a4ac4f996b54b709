import { LazyWorker } from "../core/lazy_worker.js";
import { classWords } from "../core/words.js";
import { t } from "../texts/texts.js";
import { byId, find } from "../ui/dom.js";
import { Experiments } from "./experiments.js";
import { TheoryPanel } from "./panel.js";
import { RateMark } from "./rate_mark.js";
import { Theory } from "./theory.js";

/** @import {App} from "../core/app.js" */
/** @import {CheckerCommands, GradientProgressed} from "../core/protocol.js" */

/** Images that the mark is measured on while a run trains, and the least time between two of those. */
const imagesOfMark = 500;
const pause = 1000; // ms

/**
 * The course's baselines for a network, and its theory of the step length.
 * @param {App} app
 */
export function theory(app) {
  const { client, list, mirror, team } = app;
  /** @type {LazyWorker<CheckerCommands, GradientProgressed>} the checker solves too */
  const solver = new LazyWorker(() => app.startWorker("checker"), t("The part that checks gradients"));
  const measure = new Theory(client, list, team, solver);
  const panel = new TheoryPanel();
  const experiments = new Experiments(app);
  app.busy.push(() => experiments.sweeping);
  byId("why-compare", HTMLElement).append(panel.root);
  const mark = new RateMark(find(document, ".field[data-setting=learningRate]", HTMLElement));
  let marked = false;
  let measuring = false;
  let seen = "";
  let last = 0;

  /**
   * @template Value
   * @param {string} doing
   * @param {() => Promise<Value>} act
   * @param {(value: Value) => void} show
   */
  function press(doing, act, show) {
    panel.busy(doing);
    app.attempt(
      act()
        .then(show)
        .finally(() => panel.busy("")),
    );
  }

  measure.on("progressed", (share) => panel.busy(t("Solving: {n} %", { n: Math.round(100 * share) })));
  panel.on("baseline", (name) =>
    press(
      t("computing…"),
      () => measure.baseline(name),
      (found) => panel.show(found, classWords(mirror.data?.classes ?? [])),
    ),
  );
  panel.on("ensemble", () =>
    press(
      t("computing…"),
      () => measure.ensemble(),
      (found) => panel.showEnsemble(found),
    ),
  );
  panel.on("curvature", () =>
    press(
      t("computing…"),
      () => measure.curvature(),
      (found) => panel.showCurvature(found),
    ),
  );
  panel.on("beside", (side) =>
    press(
      t("computing…"),
      () => experiments.beside(side),
      () => {},
    ),
  );
  panel.on("minimum", () =>
    press(
      t("Training…"),
      () => experiments.oneMinimum(),
      (found) => panel.showMinimum(found),
    ),
  );
  panel.on("swept", (name) =>
    press(
      t("Training…"),
      () => experiments.over(name),
      (places) => panel.showSweep(name, places),
    ),
  );
  panel.on("stopped", () => experiments.stop());
  experiments.on("progressed", (share) => panel.busy(t("Training: {n} %", { n: Math.round(100 * share) }), true));
  panel.on("marked", (on) => {
    marked = on;
    seen = "";
    if (!on) mark.hide();
    app.schedule();
  });

  /** Measures L again if the current run has moved on. */
  async function follow() {
    const run = mirror.current;
    if (!marked || measuring || !run || run.status === "diverged" || performance.now() - last < pause) return;
    const now = `${run.id} ${run.step} ${run.settings.l2} ${run.settings.loss}`;
    if (now === seen) return;
    measuring = true;
    try {
      const found = await measure.curvature(run.id, imagesOfMark);
      seen = now;
      if (marked) mark.show(found.criticalLearningRate);
    } catch {
      mark.hide(); // there is nothing to measure on
    } finally {
      measuring = false;
      last = performance.now();
    }
  }

  app.on("frame", () => {
    if (mirror.data) panel.showChance(mirror.data.classes.length);
    follow();
  });
  return measure;
}
