import { CurtainSelect } from "./components/curtain_choice.js";
import { CurtainCover } from "./components/curtain_cover.js";
import { HiddenParts } from "./components/hidden_parts.js";
import { LectureMode } from "./components/lecture_mode.js";
import { SharePanel } from "./components/share_panel.js";
import { coveredScene, Curtain } from "./curtain.js";
import { byId, element } from "./dom.js";
import { Emitter } from "./emitter.js";
import { linkedParts } from "./link/parts.js";
import { Sharing } from "./sharing.js";
import { t } from "./texts/texts.js";

/** @import {InspectPage} from "./inspect_page.js" */
/** @import {Data, Settings} from "./protocol.js" */
/** @import {ReportPage} from "./report_page.js" */
/** @import {Scene} from "./scene.js" */
/** @import {WhyPanel} from "./components/why_panel.js" */
/** @import {PanelBox} from "./components/view_frame.js" */

/**
 * What a lecturer needs beside the experiment: links to it, exercises in which something is
 * hidden or to be predicted first, and a page that can be read from the back row.
 * @extends {Emitter<{changed: void, resized: void}>} resized: the page's type and colours are to be read anew
 */
export class Classroom extends Emitter {
  curtain = new Curtain();
  lecture = new LectureMode();

  #hidden = new HiddenParts();
  #cover = new CurtainCover();
  #select = new CurtainSelect();
  #panel = new SharePanel();
  #sharing;

  /**
   * @param {{why: WhyPanel, report: ReportPage, inspect: InspectPage, figures: {table: boolean}}} page what links carry beside
   */
  constructor(page) {
    super();
    const covering = element("label", { class: "menu-row", title: t("Cover it until the class has predicted it (c)") }, element("span", {}, t("Predict first")), element("kbd", {}, "c"), this.#select.root);
    byId("more-menu", HTMLElement).prepend(this.lecture.root, covering);
    this.#sharing = new Sharing(linkedParts({ ...page, hidden: this.#hidden, curtain: this.curtain, lecture: this.lecture }));
    this.#panel.begin(this.#sharing.parts);
    this.#select.on("changed", (choice) => (choice ? this.curtain.cover(choice) : this.curtain.lift()));
    this.#cover.on("lifted", () => this.curtain.lift());
    for (const part of [this.curtain, this.#panel]) part.on("changed", () => this.emit("changed", undefined));
    this.lecture.on("changed", () => this.emit("resized", undefined));
  }

  /** What can't be used of the page's link, or empty. */
  get complaint() {
    return this.#sharing.complaint;
  }

  /** Whether figures are to be predicted first, so that nothing may tell them. */
  get secret() {
    return this.curtain.covered.some((covered) => covered !== "pictures");
  }

  /** Whether something is hidden for an exercise. @param {string} name */
  hides(name) {
    return this.#hidden.names.has(name);
  }

  /**
   * Applies the link's settings.
   * @param {(settings: Partial<Settings>) => Promise<unknown>} set
   */
  begin(set) {
    return this.#sharing.begin(set);
  }

  /** @param {PanelBox[]} boxes where the view's panels lie */
  lay(boxes) {
    this.#cover.lay(boxes);
    this.emit("changed", undefined);
  }

  /**
   * @param {Settings} settings
   * @param {Data} data
   * @param {boolean} settled whether all of the data are in
   * @returns {string} a warning where they aren't the link's data, or empty
   */
  update(settings, data, settled) {
    this.#select.value = this.curtain.down ? this.curtain.choice : null;
    const warning = this.#sharing.update(settings, data, settled);
    const link = this.#sharing.link(this.#panel.otherwise);
    if (link) this.#panel.update(link);
    return warning;
  }

  /**
   * What is to be drawn of a scene; covers lie over the rest.
   * @param {Scene} scene
   */
  show(scene) {
    const shown = this.#hidden.without(scene);
    this.#cover.update(this.curtain.covered, shown);
    return coveredScene(shown, this.curtain.covered);
  }
}
