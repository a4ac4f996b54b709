import { element, icon, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { newest } from "../core/latest.js";
import { plain } from "./painting.js";
import { copiedPicture, readPhoto } from "../core/photo.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { Camera } from "./camera.js";
import { CropBox } from "./crop_box.js";
import { Explanation } from "./explanation.js";
import { trouble } from "../core/trouble.js";

/** @import {Commands} from "../core/commands.js" */
/** @import {Crop} from "../core/crop.js" */
/** @import {Photo} from "../core/photo.js" */
/** @import {Shown} from "./page.js" */

/** What one draws on: about the mean of all images, so no class is spoken for. */
const blank = plain([123, 122, 114]);

/**
 * The visitor's own picture, as the network sees it, and its prediction.
 * @extends {Emitter<{changed: void}>}
 */
export class OwnMode extends Emitter {
  controls = element("div", { class: "mode-controls own-controls" });
  content = element("section", { class: "own-mode", "aria-label": t("Your picture explained") });

  #camera = new Camera();
  #crop = new CropBox();
  #explanation;
  #shrink;
  #file = element("input", { type: "file", id: "own-file", accept: "image/*" });
  #paste = element("button", { type: "button" }, t("Paste"));
  #film = element("button", { type: "button" }, t("Camera…"));
  #draw = element("button", { type: "button" }, t("Draw one"));
  #trouble = element("p", { class: "own-trouble", role: "alert" });
  #invitation = element(
    "div",
    { class: "own-invitation" },
    element("p", {}, t("Drop a picture here, paste one, take a photo, or draw one.")),
    element(
      "p",
      { class: "mode-note" },
      t("The network sees a square of it, averaged to 32 × 32 pixels, as the images it was trained on."),
    ),
  );
  #note = element("p", { class: "mode-message", hidden: true });
  /** @type {Photo | null} */
  #photo = null;
  /** @type {Uint8Array<ArrayBuffer> | null} what the network sees */
  #pixels = null;
  #token = 0;

  /** @param {Commands} commands */
  constructor(commands) {
    super();
    this.#explanation = new Explanation(commands);
    this.#shrink = newest(
      (/** @type {{photo: Photo, crop: Crop}} */ { photo, crop }) => commands.shrinkPicture(photo, crop),
      ({ photo }, pixels) => photo === this.#photo && this.#show(pixels),
    );
    this.controls.append(
      element(
        "div",
        { class: "own-buttons", role: "group", "aria-label": t("Where the picture comes from") },
        element("label", { class: "button" }, icon("file"), t("Choose a picture…"), this.#file),
        this.#film,
        this.#paste,
        this.#draw,
      ),
      element(
        "p",
        { class: "mode-note" },
        t("Your picture stays in this browser: it is sent nowhere and kept nowhere."),
      ),
      this.#trouble,
      this.#camera.root,
      this.#crop.root,
    );
    this.content.append(this.#note, this.#invitation, this.#explanation.root);
    this.#film.setAttribute("aria-disabled", String(!this.#camera.available));
    this.#listen();
  }

  #listen() {
    this.#file.addEventListener("change", () => {
      const [file] = this.#file.files ?? [];
      if (file) this.open(file);
      this.#file.value = "";
    });
    this.#film.addEventListener("click", () => this.#startCamera());
    this.#paste.addEventListener("click", () => this.#pasteCopied());
    this.#draw.addEventListener("click", () => this.#startDrawing());
    this.#camera.on("taken", async (video) => {
      await this.open(video);
      this.#camera.stop();
    });
    this.#camera.on("ended", () => this.emit("changed", undefined));
    this.#camera.on("failed", (message) => setText(this.#trouble, message));
    this.#crop.on("changed", (crop) => {
      if (this.#photo) this.#shrink({ photo: this.#photo, crop });
    });
  }

  /**
   * Replaces the picture. One that can't be read changes nothing.
   * @param {Blob | HTMLVideoElement} from
   */
  async open(from) {
    const token = ++this.#token;
    setText(this.#trouble, "");
    try {
      const photo = await readPhoto(from);
      if (token !== this.#token) return; // another has come since
      this.#photo = photo;
      this.#crop.show(photo);
    } catch (error) {
      setText(this.#trouble, trouble(error));
    }
  }

  /** Lets go of the camera, if it is on: the mode is left. */
  leave() {
    this.#camera.stop();
  }

  /** @param {Shown} shown */
  update(shown) {
    const { run, comparable } = shown;
    const why = comparable
      ? ""
      : t("{run} was trained on other data ({data}). Load them: their mean and deviation belong to its weights.", {
          run: told(run.name),
          data: told(run.data?.name ?? ""),
        });
    setText(this.#note, why);
    this.#note.hidden = why === "";
    this.#invitation.hidden = this.#pixels !== null;
    this.#explanation.root.hidden = this.#pixels === null || why !== "";
    if (this.#pixels && !why)
      this.#explanation.update(
        { pixels: this.#pixels, truth: -1, caption: t("your picture, as the network sees it") },
        shown,
      );
  }

  /** @param {Uint8Array<ArrayBuffer>} pixels */
  #show(pixels) {
    this.#pixels = pixels;
    this.emit("changed", undefined);
  }

  #startCamera() {
    setText(
      this.#trouble,
      this.#camera.available ? "" : t("This browser allows no camera here: it needs a secure address (https)."),
    );
    if (this.#camera.available) this.#camera.start();
  }

  async #pasteCopied() {
    setText(this.#trouble, "");
    try {
      const picture = await copiedPicture();
      if (picture) await this.open(picture);
      else setText(this.#trouble, t("There is no picture on the clipboard."));
    } catch {
      setText(this.#trouble, t("The browser doesn’t let the page read the clipboard: press Ctrl V, or ⌘ V."));
    }
  }

  #startDrawing() {
    this.#photo = null;
    this.#crop.show(null);
    this.#token++;
    setText(this.#trouble, "");
    this.#explanation.startPainting();
    this.#show(blank.slice());
  }
}
