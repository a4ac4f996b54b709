import { ReportControls } from "./controls.js";
import { ReportHistory } from "./history.js";
import { ReportReadout } from "./readout.js";
import { ReportTable } from "./table.js";
import { byId } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { reportScene } from "./scene.js";

/** @import {Theme} from "../ui/theme.js" */
/** @import {Data} from "../core/protocol.js" */
/** @import {Report} from "./report.js" */

/**
 * The Report tab.
 * @extends {Emitter<{changed: void, wanted: Promise<unknown>}>} wanted: a visitor's command, in progress
 */
export class ReportPage extends Emitter {
  #report;
  #controls = new ReportControls(byId("report-choices", HTMLElement));
  #readout = new ReportReadout(byId("report-readout", HTMLTableElement));
  #table = new ReportTable();
  #history = new ReportHistory();
  /** @type {number | null} */
  #hovered = null;
  #wide = matchMedia("(min-width: 40rem)");

  /** @param {Report} report */
  constructor(report) {
    super();
    this.#report = report;
    this.#controls.on("reproduce", () => this.emit("wanted", report.reproduce()));
    for (const action of /** @type {const} */ (["pause", "play", "stop"])) {
      this.#controls.on(action, () => this.emit("wanted", report.team[action]()));
    }
    this.#wide.addEventListener("change", () => this.emit("changed", undefined));
    this.#controls.on("changed", () => this.emit("changed", undefined));
  }

  /** How the report's figures are shown. */
  get view() {
    return this.#controls.view;
  }

  set view(view) {
    this.#controls.view = view;
  }

  /** @param {number | null} epoch */
  hover(epoch) {
    this.#hovered = epoch;
    this.emit("changed", undefined);
  }

  /** @param {boolean} table whether the charts are shown as one */
  showTable(table) {
    this.#history.show(table);
  }

  /**
   * @param {boolean} possible whether there is an engine
   * @param {Data | null} data that are loaded
   */
  update(possible, data) {
    const { runs, team, seconds } = this.#report;
    this.#controls.update(team, possible);
    this.#readout.update(runs, this.#controls.view.figure, this.#hovered);
    this.#table.update(runs, seconds, data);
    this.#history.update(runs, this.#controls.view.figure);
  }

  /**
   * @param {string[]} classes
   * @param {Theme} theme
   */
  scene(classes, theme) {
    return reportScene(this.#report.runs, this.#controls.view, classes, theme, !this.#wide.matches);
  }
}
