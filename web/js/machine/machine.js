import { byId, element, icon } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import * as formats from "../core/formats.js";
import { middle } from "../core/crop.js";
import { readPhoto } from "../core/photo.js";
import { t } from "../texts/texts.js";
import { MachineFigures } from "./figures.js";
import { SubjectChoice } from "./subject.js";
import { english } from "../texts/told.js";
import { trouble } from "../core/trouble.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {ByClass, ClassMeans as Means, Data, Frame, PanelBox} from "../core/protocol.js" */
/** @import {Run} from "../core/mirror.js" */
/** @import {Subject} from "./subject.js" */

/**
 * What is shown.
 * @typedef {object} Working
 * @property {Data} data
 * @property {Run} run
 * @property {boolean} shown whether the view shows the network at work
 * @property {boolean} calm whether nothing may change by itself
 * @property {Float32Array | null} weights W, row by row, then b
 * @property {Means | null} means
 * @property {string[]} classes
 * @property {ByClass | null} validation how many of its images are right
 */

/**
 * The network at work on one image: chooses the image, passes it to the view, and gives its figures as text.
 * @extends {Emitter<{frame: Frame, changed: void, failed: string}>}
 */
export class Machine extends Emitter {
  #choice;
  #commands;
  #figures;
  #next = element(
    "button",
    { type: "button", class: "tool", "aria-label": t("The next image"), title: t("The next image") },
    icon("on"),
  );
  #hold = element(
    "button",
    { type: "button", "aria-pressed": false, title: t("Keep this image while it trains") },
    t("Hold"),
  );
  #file = element("input", { type: "file", id: "machine-file", accept: "image/*" });
  #own = element(
    "label",
    { class: "button", title: t("A picture of your own; it stays in this browser") },
    t("Own…"),
    this.#file,
  );
  #buttons = element(
    "div",
    { class: "machine-buttons on-train", role: "group", "aria-label": t("The image"), hidden: true },
    this.#next,
    this.#hold,
    this.#own,
  );
  #frame = byId("view", HTMLIFrameElement);
  /** @type {PanelBox} the room for the buttons in the view */
  #room = { x: 0, y: 0, width: 0, height: 0 };
  /** Where the view is: asked for after a layout, when that costs nothing. */
  #corner = { x: 0, y: 0 };
  #shown = false;
  #sent = "";
  #awaited = ""; // the image that the run's own view of is to come
  /** @type {Means | null} */
  #sentMeans = null;

  /** @param {Commands} commands */
  constructor(commands) {
    super();
    this.#commands = commands;
    this.#choice = new SubjectChoice((shard, from, count) => commands.images(shard, from, count));
    this.#figures = new MachineFigures(commands, ({ key, subject }, { seen, inputs }) => {
      if (key === this.#awaited) this.#show(key, subject, { pixels: seen, x: inputs });
    });
    const moving = new ResizeObserver(() => this.#moved());
    for (let one = /** @type {Element | null} */ (this.#frame); one; one = one.previousElementSibling)
      moving.observe(one);
    this.#frame.after(this.#buttons, this.#figures.root);
    this.#choice.on("changed", () => this.emit("changed", undefined));
    this.#next.addEventListener("click", () => this.#choice.next());
    this.#hold.addEventListener("click", () => this.#holdIt(!this.#choice.held));
    this.#file.addEventListener("change", () => this.#open());
  }

  /** The view has restarted and has no data. */
  forget() {
    this.#sent = "";
    this.#sentMeans = null;
  }

  /** @param {PanelBox} room for the buttons in the view */
  lay(room) {
    this.#room = room;
    this.emit("changed", undefined);
  }

  /** @param {Working} working */
  update({ data, run, shown, calm, weights, means, classes, validation }) {
    this.#choice.use(data);
    if (run.status === "running" && !calm) this.#choice.beat(performance.now());
    const { subject } = this.#choice;
    this.#shown = shown;
    this.#place();
    this.#hold.setAttribute("aria-pressed", String(this.#choice.held || this.#choice.own));
    const { smoothing = 0, trainingImages = 0 } = run.settings;
    const own = smoothing > 0 || trainingImages > 0; // the run sees the image otherwise than the view would
    const key = subject
      ? `${own ? `${smoothing} ${trainingImages} ` : ""}${data.fingerprint} ${english(data.name)} ${subject.index} ${subject.index < 0 ? subject.pixels.join() : ""}`
      : "";
    const { settings } = run;
    this.#figures.update(shown && subject && weights ? { key, subject, weights, settings, classes, validation } : null);
    this.#awaited = own ? key : "";
    if (subject && !own) this.#show(key, subject, { pixels: subject.pixels });
    if (means && means !== this.#sentMeans) {
      this.#sentMeans = means;
      this.emit("frame", { frame: "means", pixels: Uint8Array.from(means.means) });
    }
  }

  /**
   * Passes an image to the view, once.
   * @param {string} key
   * @param {Subject} subject
   * @param {{pixels: Uint8Array<ArrayBuffer>, x?: Float32Array}} seen
   */
  #show(key, subject, seen) {
    if (key === this.#sent) return;
    this.#sent = key;
    const caption =
      subject.index < 0
        ? t("your picture")
        : t("{n} of {all}", { n: formats.count(subject.index + 1), all: formats.count(subject.count) });
    this.emit("frame", { frame: "image", label: subject.label, caption, ...seen });
  }

  /** The view, or what is before it, has another size. */
  #moved() {
    this.#corner = { x: this.#frame.offsetLeft, y: this.#frame.offsetTop };
    this.#place();
  }

  /** Puts the buttons where the view leaves room for them. */
  #place() {
    const { x, y, width, height } = this.#room;
    this.#buttons.hidden = !this.#shown || width * height === 0 || this.#frame.classList.contains("covered");
    Object.assign(this.#buttons.style, {
      maxInlineSize: `${width}px`,
      left: `${this.#corner.x + x}px`,
      top: `${this.#corner.y + y}px`,
    });
  }

  /** @param {boolean} held */
  #holdIt(held) {
    if (this.#choice.own)
      this.#choice.next(); // back to the data's images
    else this.#choice.held = held;
    this.emit("changed", undefined);
  }

  async #open() {
    const [file] = this.#file.files ?? [];
    this.#file.value = "";
    if (!file) return;
    try {
      const photo = await readPhoto(file);
      this.#choice.show(await this.#commands.shrinkPicture(photo, middle(photo)));
      photo.source.close();
    } catch (error) {
      this.emit("failed", trouble(error));
    }
  }
}
