import { subject } from "../curtain.js";

/** @import {Scene} from "../scene.js" */

/** What the page's link hides. */
export class HiddenParts {
  /** @type {Set<string>} */
  #names = new Set();

  get names() {
    return this.#names;
  }

  set names(names) {
    this.#names = names;
    document.body.dataset["hide"] = [...names].join(" ");
  }

  /**
   * A scene without the panels that are hidden.
   * @param {Scene} scene
   * @returns {Scene}
   */
  without(scene) {
    const panels = scene.panels.filter((panel) => !this.#names.has(subject(panel)));
    return panels.length === scene.panels.length ? scene : { ...scene, panels };
  }
}
