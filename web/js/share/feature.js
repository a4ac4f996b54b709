import { SharePanel } from "./panel.js";
import { Sharing } from "./sharing.js";

/** @import {App} from "../core/app.js" */
/** @import {ShareChoice} from "../core/link.js" */

/**
 * Links to the experiment. The page's own link is applied at once: every feature has declared by now
 * what it has to do with it.
 * @param {App} app
 * @param {{settled: boolean}} data
 * @param {ShareChoice[]} choices what a link can have otherwise than the page
 */
export function share(app, data, choices) {
  const { mirror, notices } = app;
  const sharing = new Sharing([app.link.open, ...app.link.parts]);
  const panel = new SharePanel(choices);
  panel.begin(sharing.parts);
  panel.on("changed", app.schedule);
  if (sharing.complaint) notices.error("link", sharing.complaint);

  addEventListener("popstate", app.schedule); // the entry that was gone back to may have the settings of then
  app.on("frame", () => {
    if (!mirror.settings || !mirror.data) return;
    const warning = sharing.update(mirror.settings, mirror.data, data.settled);
    if (warning) notices.error("link data", warning);
    else notices.clear("link data");
    const link = sharing.link(panel.otherwise);
    if (link) panel.update(link);
  });

  return {
    /** Applies the link's settings, and returns whether it has any. */
    begin: () => sharing.begin((settings) => app.commands.set(settings)),
  };
}
