import { byId } from "../ui/dom.js";
import { Stage } from "./stage.js";
import { Tour } from "./tour.js";

/** @import {App} from "../core/app.js" */

/**
 * The guided tour.
 * @param {App} app
 */
export function tour(app) {
  const { mirror, checker, tabs } = app;
  const card = new Tour(new Stage(mirror, checker));
  byId("more-menu", HTMLElement).append(card.row);
  card.on("page", (tab) => tab === tabs.current || tabs.open(tab));
  app.on("frame", () => card.update());

  /** A lecture links to an act of the story: #act=3. */
  function follow() {
    const [, act] = location.hash.match(/^#act=(\d+)$/) ?? [];
    if (act) card.open(Number(act));
  }
  addEventListener("hashchange", follow);

  return {
    /** Begins with the first step. */
    begin: () => card.begin(),
    /** Opens the act that the page's address names. */
    follow,
  };
}
