import { wordPart } from "../core/link.js";
import { placeWords } from "../core/record.js";
import { sameData } from "../core/run_list.js";
import { classWords } from "../core/words.js";
import { t } from "../texts/texts.js";
import { inspectParts } from "./link_parts.js";
import { InspectPage } from "./page.js";

/** @import {App} from "../core/app.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Data} from "../core/protocol.js" */
/** @import {Mode, ModeComponent} from "./page.js" */

const modes = ["weights", "images", "confusion", "own"];

/**
 * The Inspect tab: what the network has learnt, and its prediction for an image.
 * @param {App} app
 * @param {ModeComponent} confusion another feature's way to look inside
 */
export function inspect(app, confusion) {
  const { snapshots, tabs, viewing } = app;
  const page = new InspectPage(app.commands, app.means, app.predictions, app.pictures);
  page.add("confusion", confusion);

  app.link.add(
    wordPart(
      "inspect",
      modes,
      () => (page.mode === "weights" ? "" : page.mode),
      (word) => page.open(/** @type {Mode} */ (word)),
    ),
    ...inspectParts(page),
  );
  app.takers.push(
    (files, dropped) => dropped && tabs.current === "inspect" && page.takes(files.map(({ file }) => file)),
  );

  page.on("changed", app.schedule);
  app.means.on("failed", (message) => app.notices.error("inspect", message));
  page.on("looked", (run) => app.lookAt(run));
  page.on("subtracted", (run) => app.attempt(app.memory.load(run)));
  page.on("scrubbed", (epoch) => viewing.scrub(epoch));
  tabs.on("changed", (tab) => tab !== "inspect" && page.leave());
  app.view.on("chosen", ({ class: k, run }) => {
    if (typeof run === "number" && run !== app.viewed?.id) viewing.look(run, app.mirror);
    page.openClass(k);
    tabs.open("inspect");
  });

  app.on("frame", () => {
    const { viewed, mirror } = app;
    if (viewed && mirror.data && tabs.current === "inspect") show(viewed, mirror.data);
  });

  /**
   * Shows the inside of the viewed run.
   * @param {Run} run
   * @param {Data} data
   */
  function show(run, data) {
    const epochs = snapshots.epochs(run.id);
    const epoch = viewing.epoch ?? epochs.at(-1) ?? NaN;
    const { weights } = app;
    if (!weights) return;
    page.update({
      run,
      runs: app.mirror.runs,
      data,
      comparable: sameData(run.data, data),
      classes: classWords((run.data ?? data).classes),
      weights,
      epoch,
      place: viewing.epoch === null && app.live.of(run) ? placeWords(run) : t("epoch {n}", { n: epoch }),
      past: viewing.epoch !== null,
      epochs,
      snapshot: (epoch) => snapshots.at(run.id, epoch),
      latest: (other) => snapshots.last(other)?.weights ?? null,
      theme: app.theme.dark ? "dark" : "light",
    });
  }

  return {
    /**
     * Opens an image and those like it.
     * @param {{split: import("../core/protocol.js").SplitName, index: number}} place
     */
    openImage: (place) => page.openImage(place),
    /** Opens the tab. @param {Mode} mode */
    show: (mode) => {
      page.open(mode);
      tabs.open("inspect");
    },
  };
}
