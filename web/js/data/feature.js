import * as formats from "../core/formats.js";
import { wordPart } from "../core/link.js";
import { byId } from "../ui/dom.js";
import { LoaderClient } from "../core/loader_client.js";
import { DataChip } from "./chip.js";
import { DigestsTable } from "./digests_table.js";
import { FileDrop } from "./file_drop.js";
import { namedFiles } from "./files.js";
import { KeptData } from "./kept_data.js";
import { nothingLeft, whatOpened } from "./opened.js";
import { DataPanel } from "./panel.js";
import { QuestionDialog } from "./question.js";
import { DataSource } from "./source.js";
import { DataStorage } from "./storage.js";
import { TestsTable } from "./tests_table.js";
import { variants } from "./variants.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {App} from "../core/app.js" */
/** @import {Commands} from "../core/commands.js" */
/** @import {LoadProgressed, NamedFile} from "../core/protocol.js" */

const stopped =
  "The training program stopped while data were being opened, so that they are as before. Try again, with fewer files at once.";
const calm = 8000; // ms between two words on the progress of a load

/**
 * Data: files, what this browser keeps, the site's data, or the sample; and the panel with their shards.
 * @param {App} app
 */
export function data(app) {
  const { client, commands, mirror, notices } = app;
  /** @type {Commands["images"]} */
  const images = (...which) => commands.images(...which);
  const chip = new DataChip(byId("data-chip", HTMLElement));
  const panel = new DataPanel(images);
  const digests = new DigestsTable();
  byId("data-why", HTMLElement).after(digests.root);
  const tests = new TestsTable(byId("further-tests", HTMLElement));
  const drop = new FileDrop(byId("drop-overlay", HTMLElement));
  const dialog = new QuestionDialog(byId("question", HTMLDialogElement));
  const loader = new LoaderClient(
    client,
    () => app.startWorker("loader"),
    (question) => dialog.ask(question),
  );
  const storage = new DataStorage(images, (name) => commands.labels(name));
  const kept = new KeptData(storage.available);
  const source = new DataSource(commands, loader, mirror, storage, app.digests, () => kept.wanted);
  let linked = ""; // the variant that the page's address asks for
  let mentioned = -Infinity; // when the progress was last told to those who listen
  let begun = false; // the data that the page begins with are in

  /**
   * @template Value
   * @param {() => Promise<Value>} action
   */
  async function load(action) {
    for (const topic of ["data", "files", "room", "noted"]) notices.clear(topic);
    try {
      await app.revival.outcome; // which brings the data in place back
      return await action().catch(async (error) => {
        if (!cutOff() || !(await app.revival.outcome)) throw error;
        return action(); // once more: the program that ended had the beginning
      });
    } catch (error) {
      if (cutOff()) notices.error("data", t(stopped));
      else app.complain("data", /** @type {Error} */ (error));
      throw error;
    } finally {
      notices.clear("loading");
    }
  }

  /** Whether the training program has ended, and its loading with it. */
  const cutOff = () => client.begun && client.failed;

  /** @param {NamedFile[]} files */
  async function open(files) {
    const before = mirror.data;
    const replaces = panel.replaces;
    const after = await load(() => source.open(files, replaces));
    if (replaces || !before || nothingLeft(before, after)) app.digests.forget();
    app.digests.add(files);
    const done = whatOpened(before, after);
    if (done && after.undo) notices.offerUndo("opened", done, () => load(() => source.undo()).catch(() => {}));
    app.voice.say(`${told(after.name)}, ${formats.splits(after.splits)}. ${done}`.trim());
    focusNext();
    return after;
  }

  /**
   * Opens them as shards, or passes them to a feature that takes them.
   * @param {NamedFile[]} files
   * @param {boolean} dropped
   */
  async function take(files, dropped) {
    panel.close();
    for (const taker of app.takers) if (await taker(files, dropped)) return;
    await open(files).catch(() => {}); // the notice reports it
  }

  const showProgress = (/** @type {LoadProgressed} */ progress) => {
    const saying = notices.loading(progress, () => loader.cancel());
    if (performance.now() - mentioned < calm) return;
    mentioned = performance.now();
    app.voice.mention(saying);
  };
  loader.on("progressed", showProgress);
  loader.on("warned", (message) => notices.error("room", message));
  loader.on("noted", (saying) => notices.say("noted", told(saying)));
  panel.on("picking", () => loader.prepare());
  drop.on("over", () => loader.prepare());
  panel.on("opened", (files) => take(files, false));
  drop.on("empty", () => notices.error("files", t("There is no file in what was dropped, or it can’t be read.")));
  drop.on("opened", (files) => take(files, true));
  panel.on("sampleWanted", () => load(() => source.useSample()).catch(() => {}));
  panel.on("rolesChosen", ({ roles, holdOut }) =>
    load(() => source.assignRoles(roles, holdOut))
      .catch(() => {})
      .finally(() => panel.answered(mirror.data)),
  );
  panel.on("labelsChosen", (name) => load(() => source.useLabels(name)).catch(() => panel.restore()));
  panel.on("undoWanted", () => load(() => source.undo()).catch(() => panel.restore()));
  panel.on("variantChosen", (variant) => load(() => commands.changeData(variant)).catch(() => panel.restore()));
  app.link.add(
    wordPart(
      "variant",
      variants.flatMap(({ value }) => value || []),
      () => mirror.data?.variant ?? "",
      (word) => (linked = word),
    ),
  );
  kept.on("forget", () => app.attempt(source.forget()));
  kept.on("keepChanged", (wanted) => wanted && source.keep());
  source.on("kept", (index) => kept.update(index));
  source.on("keeping", () => kept.saving());
  source.on("trouble", (message) => notices.error("kept", message));
  source.on("streamed", () => notices.clear("loading"));
  source.on("progressed", showProgress);

  app.revival.regain = (data) => source.regain(data).finally(() => notices.clear("loading")); // of files read again
  app.on("language", () => panel.rewrite());
  app.digests.on("computed", () => source.noteFiles());
  app.on("event", ({ event }) => {
    if (event === "Failed" && !mirror.data) chip.fail();
    if (event === "DataOpened" && mirror.data) app.digests.follow(mirror.data);
    if (event === "DataOpened") for (const topic of ["data", "command"]) notices.clear(topic); // "still being loaded"
  });
  app.on("frame", () => {
    if (!mirror.data) return;
    chip.update(mirror.data);
    panel.update(mirror.data);
    tests.update(mirror.data, app.viewed);
    digests.update(mirror.data.drawn ? [] : app.digests.files);
  });

  return {
    /** Opens the first data. */
    begin: async () => {
      await source.begin();
      if (!linked) return;
      await client.ready;
      await commands.changeData(linked);
    },
    /** They are in. */
    end: () => {
      begun = true;
      app.schedule();
    },
    /** Whether all data are in, so that it is clear which they are. */
    get settled() {
      return begun && !source.streaming;
    },
    /** Opens the panel. */
    show: () => panel.open(),
    /** @param {Iterable<File>} files */
    open: (files) => open(namedFiles(files)),
  };
}

/**
 * After a choice of files the focus goes to Train: the panel leaves it on the chip, where Space would open it again.
 */
function focusNext() {
  const button = byId("train-button", HTMLElement);
  const idle =
    document.activeElement?.matches("body, #data-chip") && !document.querySelector("#data-panel:popover-open");
  if (idle && button.checkVisibility()) button.focus({ preventScroll: true });
}
