import { inspectParts } from "../inspect/link_parts.js";
import { curtainChoices } from "../curtain.js";
import { hideableNames } from "./hideable.js";
import { wordPart, wordsPart } from "./query.js";

/** @import {Figure} from "../report_scene.js" */
/** @import {InspectPage, Mode} from "../inspect_page.js" */
/** @import {ReportPage} from "../report_page.js" */
/** @import {WhyPanel} from "../components/why_panel.js" */
/** @import {Curtain, CurtainChoice} from "../curtain.js" */
/** @import {HiddenParts} from "../components/hidden_parts.js" */
/** @import {LectureMode} from "../components/lecture_mode.js" */
/** @import {Part} from "./query.js" */

/**
 * What of the page, beside its settings and data, an address carries.
 * @param {object} page
 * @param {WhyPanel} page.why
 * @param {ReportPage} page.report
 * @param {InspectPage} page.inspect
 * @param {{table: boolean}} page.figures
 * @param {HiddenParts} page.hidden
 * @param {Curtain} page.curtain
 * @param {LectureMode} page.lecture
 * @returns {Part[]}
 */
export function linkedParts({ why, report, inspect, figures, hidden, curtain, lecture }) {
  return [
    wordsPart(
      "open",
      ["why", "table"],
      () => [why.open ? "why" : "", figures.table ? "table" : ""],
      (words) => {
        why.open = words.has("why");
        figures.table = words.has("table");
      },
    ),
    wordsPart(
      "draw",
      ["gap", "stack"],
      () => Object.entries(why.extras).flatMap(([name, on]) => (on ? [name] : [])),
      (words) => (why.extras = { gap: words.has("gap"), stack: words.has("stack") }),
    ),
    wordPart("figure", ["cost", "loss", "accuracy", "weights"], () => usually("cost", report.view.figure), (word) => (report.view = { ...report.view, figure: /** @type {Figure} */ (word) })),
    wordPart("only", ["A", "B", "C", "D"], () => report.view.only, (word) => (report.view = { ...report.view, only: word })),
    wordsPart(
      "axes",
      ["common", "log"],
      () => [report.view.commonRange ? "common" : "", report.view.log ? "log" : ""],
      (words) => (report.view = { ...report.view, commonRange: words.has("common"), log: words.has("log") }),
    ),
    wordPart("inspect", ["weights", "images", "confusion", "own"], () => usually("weights", inspect.mode), (word) => inspect.open(/** @type {Mode} */ (word))),
    ...inspectParts(inspect),
    wordsPart("hide", hideableNames, () => hidden.names, (words) => (hidden.names = words)),
    wordPart("curtain", curtainChoices, () => (curtain.down ? curtain.choice : ""), (word) => curtain.cover(/** @type {CurtainChoice} */ (word))),
    wordPart("lecture", ["1"], () => (lecture.active ? "1" : ""), () => (lecture.active = true)),
  ];
}

/**
 * @param {string} usual
 * @param {string} word
 */
function usually(usual, word) {
  return word === usual ? "" : word;
}
