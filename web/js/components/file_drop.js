import { Emitter } from "../emitter.js";
import { droppedFiles } from "../files.js";

/** @import {NamedFile} from "../loader_client.js" */

/**
 * Takes files and folders dropped anywhere on the page, and says so while they hover over it.
 * @extends {Emitter<{opened: NamedFile[]}>}
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
    this.#overlay.hidden = false;
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.#overlay.hidden = true;
    droppedFiles(event.dataTransfer).then((files) => {
      if (files.length > 0) this.emit("opened", files);
    });
  }
}
