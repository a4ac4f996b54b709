import { byId } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";

/** @import {SettingsUndo} from "./settings_undo.js" */

/**
 * Goes back and forth in the settings.
 * @extends {Emitter<{undo: void, redo: void}>}
 */
export class UndoButtons extends Emitter {
  #undo = byId("undo", HTMLButtonElement);
  #redo = byId("redo", HTMLButtonElement);

  constructor() {
    super();
    this.#undo.addEventListener("click", () => this.emit("undo", undefined));
    this.#redo.addEventListener("click", () => this.emit("redo", undefined));
  }

  /** @param {SettingsUndo} settings */
  update({ canUndo, canRedo }) {
    this.#undo.setAttribute("aria-disabled", String(!canUndo));
    this.#redo.setAttribute("aria-disabled", String(!canRedo));
  }
}

/**
 * Counts the visitor's gestures: a press and everything until the next one, such as a
 * drag or a key held down.
 * @returns {() => number}
 */
export function countGestures() {
  let gestures = 0;
  addEventListener("pointerdown", () => gestures++, true);
  addEventListener("keydown", ({ repeat }) => repeat || gestures++, true);
  return () => gestures;
}
