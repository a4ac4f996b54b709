/** @import {Run} from "../core/mirror.js" */

/**
 * Shows in the tab how far a run is, for visitors in another window.
 * @param {Run} run
 */
export function showInTitle({ status, epoch, settings }) {
  const title = status === "running" ? `${epoch}/${settings.epochs} · One Layer` : "One Layer";
  if (document.title !== title) document.title = title;
}
