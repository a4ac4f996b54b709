import { element } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { t } from "../texts/texts.js";

/**
 * The camera's picture, alive only between the visitor's press and the picture taken.
 * @extends {Emitter<{taken: HTMLVideoElement, ended: void, failed: string}>}
 */
export class Camera extends Emitter {
  /** The element to place. */
  root;

  /** Whether the browser has cameras to offer here. */
  available = "mediaDevices" in navigator && typeof navigator.mediaDevices?.getUserMedia === "function";

  #video = element("video", {
    playsinline: true,
    muted: true,
    autoplay: true,
    "aria-label": t("What the camera sees"),
  });
  #take = element("button", { type: "button", class: "primary", disabled: true }, t("Take the picture"));
  /** @type {MediaStream | null} */
  #stream = null;
  #wanted = false;

  constructor() {
    super();
    const cancel = element("button", { type: "button" }, t("Cancel"));
    this.root = element(
      "div",
      { class: "camera", hidden: true },
      this.#video,
      element("div", { class: "camera-buttons" }, this.#take, cancel),
    );
    this.#video.muted = true;
    this.#video.addEventListener("loadeddata", () => (this.#take.disabled = false));
    this.#take.addEventListener("click", () => this.emit("taken", this.#video));
    cancel.addEventListener("click", () => this.stop());
    document.addEventListener("visibilitychange", () => document.hidden && this.stop());
  }

  async start() {
    this.#wanted = true;
    this.root.hidden = false;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: "environment", width: { ideal: 1280 } },
        audio: false,
      });
      if (!this.#wanted) return end(stream); // cancelled while the browser asked
      this.#stream = stream;
      this.#video.srcObject = stream;
      this.#take.focus();
    } catch (error) {
      this.stop();
      this.emit("failed", reason(/** @type {Error} */ (error)));
    }
  }

  /** Lets go of the camera. */
  stop() {
    if (!this.#wanted) return;
    this.#wanted = false;
    if (this.#stream) end(this.#stream);
    this.#stream = null;
    this.#video.srcObject = null;
    this.#take.disabled = true;
    this.root.hidden = true;
    this.emit("ended", undefined);
  }
}

/** @param {MediaStream} stream */
function end(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/** @param {Error} error */
function reason({ name, message }) {
  if (name === "NotAllowedError") return t("The browser does not let this page use the camera.");
  if (name === "NotFoundError") return t("There is no camera.");
  return t("The camera can’t be used: {message}", { message });
}
