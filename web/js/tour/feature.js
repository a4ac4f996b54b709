import { part } from "../core/part.js";
import { t } from "../texts/texts.js";
import { byId, element } from "../ui/dom.js";

/** @import {App} from "../core/app.js" */
/** @import {Tour} from "./tour.js" */

/**
 * The guided tour, loaded on demand.
 * @param {App} app
 */
export function tour(app) {
  const { mirror, checker, tabs } = app;
  const menu = byId("more-menu", HTMLElement);
  const row = element("button", { type: "button", id: "tour-start" }, t("Guided tour"));
  menu.append(row);
  row.addEventListener("click", () => {
    menu.hidePopover();
    begin();
  });
  /** @type {Tour | null} */
  let card = null;
  app.on("frame", () => card?.update());

  async function loaded() {
    const { Tour } = await part(t("The guided tour"), () => import("./tour.js"));
    if (card) return card;
    card = new Tour(mirror, checker);
    card.on("page", (tab) => tab === tabs.current || tabs.open(tab));
    return card;
  }

  const begin = () => app.attempt(loaded().then((card) => card.begin()));

  /** A lecture links to an act of the story: #act=3. */
  function follow() {
    const [, act] = location.hash.match(/^#act=(\d+)$/) ?? [];
    if (act) app.attempt(loaded().then((card) => card.open(Number(act))));
  }
  addEventListener("hashchange", follow);

  return {
    /** Begins with the first step. */
    begin,
    /** Opens the act that the page's address names. */
    follow,
  };
}
