/** @import {Settings} from "../core/protocol.js" */

const longest = 200;

/**
 * The settings as they were, to go back to and forth again. All changes of one gesture, such
 * as the drag of a slider, are one entry.
 */
export class SettingsUndo {
  /** @type {{settings: Settings, gesture: number}[]} */
  #entries = [];
  #at = -1;

  get canUndo() {
    return this.#at > 0;
  }

  get canRedo() {
    return this.#at < this.#entries.length - 1;
  }

  /**
   * Records the settings that are now in force.
   * @param {Settings} settings
   * @param {number} gesture that they came from
   */
  note(settings, gesture) {
    const now = this.#entries[this.#at];
    if (now && same(now.settings, settings)) return;
    this.#entries.length = this.#at + 1;
    if (now && now.gesture === gesture && this.#at > 0) this.#entries.pop();
    this.#entries.push({ settings, gesture });
    if (this.#entries.length > longest) this.#entries.shift();
    this.#at = this.#entries.length - 1;
  }

  /** Goes back. @returns {Settings | null} those to set, null if there are none */
  undo() {
    return this.canUndo ? this.#goTo(this.#at - 1) : null;
  }

  /** Goes forward again. @returns {Settings | null} */
  redo() {
    return this.canRedo ? this.#goTo(this.#at + 1) : null;
  }

  /** Starts again from the settings that are in force. */
  forget() {
    this.#entries = this.#entries.slice(this.#at, this.#at + 1).map(({ settings }) => ({ settings, gesture: -1 }));
    this.#at = this.#entries.length - 1;
  }

  /** @param {number} at */
  #goTo(at) {
    this.#at = at;
    const entry = this.#entries[at];
    if (entry) entry.gesture = -1; // nothing joins an entry that was gone back to
    return entry?.settings ?? null;
  }
}

/**
 * @param {Settings} a
 * @param {Settings} b
 */
function same(a, b) {
  return Object.entries(a).every(([name, value]) => b[/** @type {keyof Settings} */ (name)] === value);
}
