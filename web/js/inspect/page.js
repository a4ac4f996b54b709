import { ImagesMode } from "./images_mode.js";
import { ModeSwitch } from "../ui/mode_switch.js";
import { OwnMode } from "./own_mode.js";
import { RunChoice } from "./run_choice.js";
import { WeightsMode } from "./weights_mode.js";
import { byId } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { isPicture, pastedPicture } from "../core/photo.js";
import { t } from "../texts/texts.js";

/** @import {ClassMeans as Means, SplitName} from "../core/protocol.js" */
/** @import {SplitPictures} from "../core/split_pictures.js" */
/** @import {Predictions} from "../core/predictions.js" */
/** @import {Inspected} from "../core/inspected.js" */
/** @import {ClassMeans} from "../core/class_means.js" */
/** @import {Commands} from "../core/commands.js" */

/** @typedef {"weights" | "images" | "confusion" | "own"} Mode */

/**
 * @typedef {Inspected & {means: Means | null}} Shown means are null while they aren't known
 */

/**
 * A mode of the tab: its controls are in the left column, its content replaces the view.
 * @typedef {{controls?: HTMLElement, content?: HTMLElement, update: (shown: Shown) => void}} ModeComponent
 */

/**
 * The Inspect tab: what the network has learnt, and its prediction for an image.
 * @extends {Emitter<{changed: void, scrubbed: number, looked: number, subtracted: number, failed: string}>}
 */
export class InspectPage extends Emitter {
  images;

  #controls = byId("inspect-controls", HTMLElement);
  #content = byId("inspection", HTMLElement);
  #switch = new ModeSwitch("inspect-mode", t("What to look at"), [
    ["weights", t("Weights")],
    ["images", t("Images")],
    ["confusion", t("Confusion")],
    ["own", t("Your picture")],
  ]);
  #weights;
  #own;
  #runs = new RunChoice();
  #means;
  /** @type {Map<string, ModeComponent>} */
  #modes = new Map();

  /**
   * @param {Commands} commands
   * @param {ClassMeans} means
   * @param {Predictions} predictions
   * @param {SplitPictures} pictures
   */
  constructor(commands, means, predictions, pictures) {
    super();
    this.#means = means;
    this.#weights = new WeightsMode(commands);
    this.#own = new OwnMode(commands);
    this.#controls.append(this.#switch.root, this.#runs.root);
    this.#runs.on("looked", (run) => this.emit("looked", run));
    for (const mode of ["weights", "images", "confusion", "own"]) this.#switch.offer(mode, false);
    this.images = new ImagesMode(commands, predictions, pictures);
    this.add("weights", this.#weights);
    this.add("images", this.images);
    this.#switch.on("changed", () => this.#show());
    this.#weights.on("changed", () => this.emit("changed", undefined));
    this.add("own", this.#own);
    this.#own.on("changed", () => this.emit("changed", undefined));
    this.images.on("changed", () => this.emit("changed", undefined));
    this.#weights.on("subtracted", (run) => this.emit("subtracted", run));
    this.#weights.on("scrubbed", (epoch) => this.emit("scrubbed", epoch));
    addEventListener("paste", (event) => this.#paste(event));
    this.#show();
  }

  /** The mode that is shown. */
  get mode() {
    return /** @type {Mode} */ (this.#switch.value);
  }

  /**
   * Adds a mode.
   * @param {Mode} mode
   * @param {ModeComponent} component
   */
  add(mode, component) {
    this.#modes.set(mode, component);
    if (component.controls) this.#controls.append(component.controls);
    if (component.content) this.#content.append(component.content);
    this.#switch.offer(mode, true);
    this.#place();
  }

  /** @param {Mode} mode */
  open(mode) {
    this.#switch.choose(mode);
  }

  /** The class whose weights are looked at. */
  get classShown() {
    return this.#weights.chosen;
  }

  set classShown(k) {
    this.#weights.choose(k);
  }

  /** Opens the weights of a class. @param {number} k */
  openClass(k) {
    this.open("weights");
    this.#weights.choose(k);
  }

  /**
   * Opens an image and those like it.
   * @param {{split: SplitName, index: number}} place
   */
  openImage(place) {
    this.open("images");
    this.images.open(place);
  }

  /**
   * Opens the visitor's own picture, if the files are one.
   * @param {File[]} files
   */
  takes(files) {
    const [file] = files;
    if (!file || files.length > 1 || !isPicture(file)) return false;
    this.open("own");
    this.#own.open(file);
    return true;
  }

  /** The tab is left: nothing goes on unseen. */
  leave() {
    this.#own.leave();
  }

  /** @param {Inspected} shown */
  update(shown) {
    this.#runs.update(shown.runs, shown.run.id);
    this.#modes.get(this.mode)?.update({ ...shown, means: this.#means.of(shown.data) });
  }

  /** A picture can be pasted wherever one is on the tab. @param {ClipboardEvent} event */
  #paste(event) {
    const picture = this.#content.checkVisibility() ? pastedPicture(event.clipboardData) : null;
    if (picture) this.takes([picture]);
  }

  #show() {
    if (this.mode !== "own") this.leave();
    this.#place();
    this.emit("changed", undefined);
  }

  #place() {
    for (const [mode, { controls, content }] of this.#modes) {
      if (controls) controls.hidden = mode !== this.mode;
      if (content) content.hidden = mode !== this.mode;
    }
  }
}
