import { subject } from "./curtain.js";

/** @import {Scene} from "../core/scene.js" */

/**
 * A scene without the panels that the page's link hides.
 * @param {Scene} scene
 * @param {ReadonlySet<string>} hidden
 * @returns {Scene}
 */
export function withoutHidden(scene, hidden) {
  const panels = scene.panels.filter((panel) => !hidden.has(subject(panel)));
  const shown = panels.length === scene.panels.length ? scene : { ...scene, panels };
  return hidden.has("accuracy") ? withoutRight(shown) : shown;
}

/**
 * A scene that doesn't tell how many images are right.
 * @param {Scene} scene
 * @returns {Scene}
 */
export function withoutRight(scene) {
  const panels = scene.panels.map((panel) => (panel.kind === "machine" ? { ...panel, images: [], right: [] } : panel));
  return { ...scene, panels };
}
