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
  return panels.length === scene.panels.length ? scene : { ...scene, panels };
}
