import { byId } from "../ui/dom.js";
import { LossSound } from "./loss_sound.js";
import { SoundSwitch } from "./switch.js";

/** @import {App} from "../core/app.js" */

/**
 * The loss of each epoch as a tone.
 * @param {App} app
 */
export function sound(app) {
  const loss = new LossSound();
  const onOff = new SoundSwitch(loss.on);
  byId("more-menu", HTMLElement).append(onOff.root);
  onOff.on("changed", (on) => {
    loss.on = on;
    const last = app.viewed?.history.at(-1);
    if (last) loss.play(last);
  });
  app.on("event", (event) => {
    if (event.event === "EpochFinished" && event.run === app.viewed?.id) loss.play(event);
  });
}
