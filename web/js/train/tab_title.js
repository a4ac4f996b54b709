/** @import {Run} from "../core/mirror.js" */

const pause = 250; // ms: a title goes to the browser's own process, which takes longer than a command

let timer = 0;
let title = "";

/**
 * Shows in the tab how far a run is, for visitors in another window.
 * @param {Run} run
 */
export function showInTitle({ status, epoch, settings }) {
  title = status === "running" ? `${epoch}/${settings.epochs} · One Layer` : "One Layer";
  timer ||= window.setTimeout(() => {
    timer = 0;
    if (document.title !== title) document.title = title;
  }, pause);
}
