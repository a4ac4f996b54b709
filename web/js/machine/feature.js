import { classWords } from "../core/words.js";
import { Lead } from "./lead.js";
import { Machine } from "./machine.js";

/** @import {App} from "../core/app.js" */
/** @import {Scene} from "../core/scene.js" */
/** @import {Offer} from "./lead.js" */

/**
 * The network at work on one image, and the line over the figures that explains it and says what to do next.
 * @param {App} app
 * @param {Record<Offer, () => void>} offers what the line offers
 */
export function machine(app, offers) {
  const { mirror, view, viewing } = app;
  const lead = new Lead();
  const work = new Machine(app.commands);

  lead.on("chosen", (offer) => offers[offer]());
  work.on("changed", app.schedule);
  work.on("frame", (frame) => view.send(frame));
  work.on("failed", (message) => app.notices.error("machine", message));
  view.on("buttons", (box) => work.lay(box));
  view.on("ready", () => {
    work.forget();
    app.schedule();
  });

  app.on("frame", () => {
    const { current, data } = mirror;
    if (current && data) lead.update({ run: current, data, secret: app.state.secret });
  });
  app.on("drawn", (scene) => {
    if (app.tabs.current === "train") show(scene);
  });

  /** @param {Scene} scene that the view draws */
  function show(scene) {
    const { data } = mirror;
    const run = viewing.run(mirror);
    if (!data || !run) return;
    const panel = scene.panels.find(({ kind }) => kind === "machine");
    const shown = panel !== undefined;
    const means = shown ? app.means.of(data) : null;
    work.update({
      data,
      run,
      shown,
      calm: app.state.palette.scene.calm,
      weights: app.weights,
      means,
      classes: classWords(data.classes),
      validation: panel?.kind === "machine" ? { images: panel.images ?? [], right: panel.right ?? [] } : null,
    });
  }
}
