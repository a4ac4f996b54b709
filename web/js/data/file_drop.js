import { Emitter } from "../core/emitter.js";
import { droppedFiles } from "./files.js";
/** @import {NamedFile} from "../core/protocol.js" */

/**
 * Takes files and folders dropped anywhere on the page, and says so while they hover over it.
 * @extends {Emitter<{over: void, opened: NamedFile[], empty: void}>} over: files hover over the page; empty: what was
 *   dropped has no file, or can’t be read
 */
export class FileDrop extends Emitter {
  #overlay;

  /** @param {HTMLElement} overlay covers the page while files hover over it */
  constructor(overlay) {
    super();
    this.#overlay = overlay;
    addEventListener("dragenter", (event) => this.#over(event));
    addEventListener("dragover", (event) => this.#over(event));
    addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null || event.target === overlay) overlay.hidden = true;
    });
    addEventListener("drop", (event) => this.#drop(event));
  }

  /** @param {DragEvent} event */
  #over(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    if (this.#overlay.hidden) this.emit("over", undefined);
    this.#overlay.hidden = false;
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.#overlay.hidden = true;
    droppedFiles(event.dataTransfer).then(
      (files) => (files.length > 0 ? this.emit("opened", files) : this.emit("empty", undefined)),
      () => this.emit("empty", undefined),
    );
  }
}
