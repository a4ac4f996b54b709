import { setting } from "../core/formats.js";
import { latest } from "../core/latest.js";
import { preference } from "../core/preferences.js";
import { classWords } from "../core/words.js";
import { presets, presetSettings } from "../core/settings.js";
import { t } from "../texts/texts.js";
import { openedBy, placeSettings } from "../ui/dialogs.js";
import { byId } from "../ui/dom.js";
import { narrow } from "../ui/screen.js";
import { Announcer } from "./announcer.js";
import { TrainingControls } from "./controls.js";
import { MoreSettings } from "./more_settings.js";
import { OtherRun } from "./other_run.js";
import { RunStatus } from "./run_status.js";
import { SettingsForm } from "./settings_form.js";
import { SettingsUndo } from "./settings_undo.js";
import { SpeedSwitch } from "./speed.js";
import { mostShown, StepDetails } from "./step_details.js";
import { firstImage } from "./step_flow.js";
import { showInTitle } from "./tab_title.js";
import { countGestures, UndoButtons } from "./undo_buttons.js";
import { told } from "../texts/told.js";

/** @import {App} from "../core/app.js" */
/** @import {Settings} from "../core/protocol.js" */
/** @import {Preset} from "../core/settings.js" */

/**
 * Tells the style sheets how high the bar of buttons is, which covers the lower edge of a narrow page.
 * @param {HTMLElement} bar
 */
function measureBar(bar) {
  const height = () => (narrow.matches ? bar.offsetHeight : 0); // beside the figures it covers nothing
  const tell = () => document.documentElement.style.setProperty("--bar", `${height()}px`);
  narrow.addEventListener("change", tell);
  new ResizeObserver(tell).observe(bar);
}

/**
 * Training the current run: its settings, the buttons, and its status.
 * @param {App} app
 */
export function train(app) {
  measureBar(byId("training", HTMLElement));
  const { client, commands, mirror, notices } = app;
  const form = new SettingsForm(byId("presets", HTMLElement), byId("fields", HTMLElement));
  const more = new MoreSettings();
  byId("more-settings", HTMLElement).append(more.root);
  const undo = new SettingsUndo();
  const undoButtons = new UndoButtons();
  const gesture = countGestures();
  const controls = new TrainingControls(() => (client.failed ? { current: null, settings: null } : mirror));
  const speed = new SpeedSwitch();
  const status = new RunStatus();
  const other = new OtherRun();
  const details = new StepDetails();
  other.on("back", () => app.viewing.lookAtCurrent());
  const announcer = new Announcer(app.voice);
  const configure = latest((/** @type {Partial<Settings>} */ settings) => commands.set(settings));

  const sheet = byId("settings-sheet", HTMLDialogElement);
  openedBy(sheet, byId("settings-open", HTMLButtonElement));
  placeSettings(sheet, byId("settings", HTMLElement), byId("settings-place", HTMLElement));

  /** @param {Settings | null} settings that were in force before */
  function goBack(settings) {
    if (settings) app.attempt(configure(settings).then(() => app.voice.say(settingsLine(settings))));
  }

  /** @param {Preset} preset */
  function choose(preset) {
    app.attempt(
      commands
        .usePreset(preset)
        .then(() =>
          app.voice.say(
            `${preset.name}. ${settingsLine({ ...presetSettings(preset), seed: mirror.settings?.seed ?? 0 })}`,
          ),
        ),
    );
  }

  /** @param {import("./controls.js").Action} action */
  async function act(action) {
    if (action !== "step") details.hide();
    if (action === "play") await commands.play(speed.epochsPerSecond);
    else if (action === "step") await step();
    else await commands[action]();
  }

  /** A step, and its effect. */
  async function step() {
    const { current } = mirror;
    const before = current && (await client.send("weights", { run: current.id }));
    const stepping = commands.step(true);
    announcer.await(stepping);
    const { minibatch, ...run } = await stepping;
    const { data } = mirror;
    if (!minibatch || !data) return app.voice.say(t("Step {step}.", { step: run.step }));
    const pixels = await commands.splitImages("train", minibatch.indices.slice(0, mostShown));
    const explain = commands.explain.bind(commands);
    const first = before && (await firstImage(explain, run, pixels, before));
    const saying = details.show(run, minibatch, pixels, classWords(data.classes), first);
    app.voice.say(app.state.secret ? t("Step {step}.", { step: run.step }) : saying);
  }

  form.on("changed", (settings) => app.attempt(configure(settings)));
  form.on("preset", (preset) => choose(preset));
  more.on("changed", (settings) => app.attempt(configure(settings)));
  more.on("best", () => app.attempt(commands.useBest().then(() => commands.play())));
  undoButtons.on("undo", () => goBack(undo.undo()));
  undoButtons.on("redo", () => goBack(undo.redo()));
  controls.on("pressed", (action) => app.attempt(act(action)));
  controls.on("more", (epochs) => app.attempt(commands.extend(epochs)));
  controls.on("again", () =>
    app.attempt(
      commands.setUp({ seed: Math.floor(1000 * Math.random()) }).then(() => commands.play(speed.epochsPerSecond)),
    ),
  );
  for (const wanted of /** @type {const} */ (["pressed", "more", "again"])) {
    controls.on(
      wanted,
      () =>
        app.team.state === "running" &&
        notices.pass("team-rests", t("The report’s four runs rest meanwhile: the Report tab lets them go on.")),
    );
  }
  speed.on("changed", () => mirror.current?.status === "running" && app.attempt(commands.play(speed.epochsPerSecond)));

  app.on("event", (event) => {
    if (event.event === "RunStarted" || event.event === "RunReset") details.hide();
    if (event.event === "SettingsChanged") undo.note(event.settings, gesture());
    if (mirror.current) showInTitle(mirror.current); // also in a hidden tab, where there are no frames
    if (event.event !== "Failed") return;
    status.fail();
    controls.update(null, null);
  });
  app.on("frame", () => {
    const { current, settings, deferred } = mirror;
    if (settings && !configure.busy) {
      form.update(settings, deferred);
      more.update(settings, deferred);
    }
    undoButtons.update(undo);
    if (!current) return;
    if (!client.failed) {
      controls.update(current, settings);
      status.update(current);
    }
    other.update(app.viewed, current);
    announcer.update(current, app.team, app.state.secret);
    if (current.status === "diverged") notices.error("run", told(current.message));
    else notices.clear("run");
  });

  const page = "train";
  app.shortcuts.push(
    { keys: [" "], page, text: t("Train or pause"), act: () => controls.toggle() },
    { keys: ["v"], page, text: t("Slow, to watch, or as fast as it can"), act: () => speed.toggle() },
    { keys: ["s"], page, text: t("Step: one minibatch update"), act: () => controls.press("step") },
    { keys: ["e"], page, text: t("Train to the end of the epoch"), act: () => controls.press("finishEpoch") },
    { keys: ["r"], page, text: t("Reset to the same initial weights"), act: () => controls.press("reset") },
    {
      keys: presets.map((_, i) => String(i + 1)),
      page,
      text: t("Presets A–D of DD2424 Assignment 1"),
      act: (key) => {
        const preset = presets[Number(key) - 1];
        if (preset && !app.state.hidden.has("presets")) choose(preset);
      },
    },
    {
      keys: ["ctrl+z"],
      page,
      written: "Ctrl+Z",
      text: t("Undo the last change of settings"),
      act: () => goBack(undo.undo()),
    },
    {
      keys: ["ctrl+shift+z", "ctrl+y"],
      page,
      written: "Ctrl+Shift+Z",
      text: t("Redo the change of settings"),
      act: () => goBack(undo.redo()),
    },
  );

  return {
    /**
     * A first visitor starts with the setting that gives clear pictures on the sample: D.
     * The initial settings are not a change to undo.
     * @param {boolean} linked whether the page's address has settings
     */
    begin: async (linked) => {
      const preset = presets.find(({ name }) => name === "D");
      const fresh = preference("onelayer.trained") === "" && mirror.data?.drawn && mirror.runs.length === 1;
      if (preset && fresh && !linked) await commands.usePreset(preset);
      undo.forget();
    },
  };
}

/** @param {Settings} settings */
function settingsLine({ l2, learningRate, batchSize, epochs }) {
  const [penalty, rate] = [l2, learningRate].map(setting);
  return t("λ {l2}, η {rate}, batch size {size}, {epochs} epochs.", {
    l2: penalty ?? "",
    rate: rate ?? "",
    size: batchSize,
    epochs,
  });
}
