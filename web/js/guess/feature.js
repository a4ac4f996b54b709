import * as formats from "../core/formats.js";
import { packHistory } from "../core/history.js";
import { t } from "../texts/texts.js";
import { byId, element, icon, setText } from "../ui/dom.js";
import { Guess } from "./guess.js";
import { GuessPad } from "./pad.js";

/** @import {App} from "../core/app.js" */
/** @import {PanelBox} from "../core/protocol.js" */
/** @import {Panel, Scene} from "../core/scene.js" */

/** The view has the guess under this name, as if it were a run's figures. */
const key = "guess";
const heard = 2500; // ms until a screen reader has read what else is said at a run's end

/**
 * A guess of the validation accuracy, drawn over its chart before training. It stays there in grey, and the page says
 * how far it is from the result.
 * @param {App} app
 */
export function guess(app) {
  const { view } = app;
  const frame = byId("view", HTMLIFrameElement);
  const pad = new GuessPad();
  const line = element("p", { id: "guess-line", class: "guess-line on-train", hidden: true });
  const says = element("span", {});
  const name = t("Remove the guess");
  const remove = element("button", { type: "button", class: "tool", "aria-label": name, title: name }, icon("close"));
  line.append(says, remove);
  frame.after(pad.root);
  byId("formula-line", HTMLElement).after(line);
  const row = element("button", { type: "button" }, t("Guess the accuracy…"));
  byId("curves-menu", HTMLElement).append(row);

  /** @type {Guess | null} */
  let drawn = null;
  /** @type {PanelBox[]} */
  let boxes = [];
  let told = 0; // the run whose distance was read out

  /** Sends the view the guess as it is now. */
  function send() {
    const shares = drawn && !drawn.empty ? drawn.shares : [];
    view.send({ frame: "history", run: key, from: 0, points: packHistory(shares.map(pointOf)) });
    app.schedule();
  }

  function open() {
    const epochs = app.viewed?.settings.epochs ?? 1;
    if (drawn?.epochs !== epochs) drawn = new Guess(epochs);
    pad.begin(drawn);
    app.schedule();
  }

  function close() {
    if (!pad.open) return;
    if (pad.root.contains(document.activeElement)) byId("train-button", HTMLElement).focus();
    pad.end();
    app.schedule();
  }

  function forget() {
    drawn = null;
    told = 0;
    send();
  }

  row.addEventListener("click", () => {
    byId("curves-menu", HTMLElement).hidePopover();
    open();
  });
  remove.addEventListener("click", () => {
    byId("train-button", HTMLElement).focus();
    forget();
  });
  pad.on("drawn", send);
  pad.on("done", close);
  pad.on("cleared", () => {
    forget();
    open();
  });
  view.on("ready", send);
  view.on("laid", (laid) => {
    boxes = laid;
    if (pad.open) app.schedule();
  });
  app.on("event", (event) => event.event === "RunChanged" && event.run.status === "running" && close());

  app.filters.push((scene) => {
    const at = scene.panels.findIndex(isAccuracy);
    if (pad.open) lay(scene, at);
    if (!drawn || drawn.empty || at < 0 || app.tabs.current !== "train") return scene;
    const { muted } = app.state.palette.scene;
    return { ...scene, panels: scene.panels.map((panel, i) => (i === at ? withGuess(panel, pad.open, muted) : panel)) };
  });

  /**
   * @param {Scene} scene
   * @param {number} at the index of the accuracy panel
   */
  function lay({ panels }, at) {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = frame;
    const box = boxes.length === panels.length ? boxes[at] : undefined;
    const { x, y, width, height } = box?.width ? box : { x: 0, y: 0, width: offsetWidth, height: offsetHeight };
    pad.place({ x: offsetLeft + x, y: offsetTop + y, width, height }, offsetLeft + offsetWidth);
  }

  app.on("drawn", (scene) => {
    const { viewed } = app;
    line.hidden = !drawn || drawn.empty || pad.open;
    if (line.hidden || !drawn || !viewed) return;
    const open = scene.panels.some((panel) => isAccuracy(panel) && panel.kind === "chart" && panel.series.length > 1);
    const covered = app.state.secret || !open;
    setText(says, covered ? t("Your guess is kept until the chart is shown.") : sentence(drawn, viewed.history));
    if (covered || viewed.status !== "finished" || told === viewed.id) return;
    told = viewed.id;
    setTimeout(() => app.voice.mention(says.textContent ?? ""), heard);
  });

  return { open };
}

/**
 * A point of a history with only the validation accuracy.
 * @param {number} accuracy
 * @param {number} epoch
 */
function pointOf(accuracy, epoch) {
  const train = { loss: NaN, cost: NaN, accuracy: NaN };
  const rest = { l2: NaN, penalty: NaN, norm: NaN, learningRate: NaN, nextRate: NaN, step: NaN };
  return { epoch, train, validation: { ...train, accuracy }, ...rest };
}

/** @param {Panel} panel */
const isAccuracy = (panel) => panel.kind === "chart" && panel.metric === "accuracy";

/**
 * The accuracy chart with the guess in it, and nothing else while that is drawn.
 * @param {Panel} panel
 * @param {boolean} alone
 * @param {string} color
 * @returns {Panel}
 */
function withGuess(panel, alone, color) {
  if (panel.kind !== "chart") return panel;
  const series = { run: key, split: /** @type {const} */ ("validation"), label: t("guess"), color, dashed: false };
  return { ...panel, series: [...(alone ? [] : panel.series), series] };
}

/**
 * @param {Guess} guess
 * @param {import("../core/protocol.js").HistoryPoint[]} history
 */
function sentence(guess, history) {
  const end = formats.percent(guess.shares.at(-1) ?? NaN);
  const distance = history.length > 1 ? guess.distance(history) : null;
  if (!distance) return t("Your guess ends at {end}. Press Train to see how far it is.", { end });
  const { mean, last } = distance;
  const values = {
    points: formats.cost(100 * mean, 1),
    epoch: last.epoch,
    guessed: formats.percent(last.guessed),
    came: formats.percent(last.came),
  };
  return t(
    "Your guess is off by {points} percentage points on average. Epoch {epoch}: guess {guessed}, validation {came}.",
    values,
  );
}
