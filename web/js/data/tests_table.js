import { element, setText } from "../ui/dom.js";
import { publishedAccuracy } from "../core/published.js";
import * as formats from "../core/formats.js";
import { language, t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Run} from "../core/mirror.js" */
/** @import {Data} from "../core/protocol.js" */

/** A run's accuracy on each test split, next to the test and the report: what a corruption costs one layer. */
export class TestsTable {
  #root;
  #shown = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * @param {Data} data
   * @param {Run | null | undefined} run
   */
  update(data, run) {
    this.#root.hidden = data.tests.length === 0;
    if (data.tests.length === 0) return;
    const rows = run ? rowsOf(data, run) : [];
    const content = JSON.stringify([language(), run?.name, rows]);
    if (content === this.#shown) return;
    this.#shown = content;
    const caption = element("caption", {}, "");
    setText(caption, t("Accuracy of {run} on each test", { run: run ? told(run.name) : formats.none }));
    const head = [t("test split"), t("images"), t("accuracy"), t("against test"), t("report")].map((text, i) =>
      element("th", { scope: "col", class: i === 0 ? "text" : "" }, text),
    );
    const body = rows.map(([name = "", ...figures]) =>
      element(
        "tr",
        {},
        element("th", { scope: "row", class: "text" }, name),
        ...figures.map((figure) => element("td", {}, figure)),
      ),
    );
    this.#root.replaceChildren(
      element("table", {}, caption, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body)),
    );
  }
}

/**
 * @param {Data} data
 * @param {Run} run
 * @returns {string[][]}
 */
function rowsOf({ tests, splits }, run) {
  const published = publishedAccuracy(run);
  const accuracy = run.test?.accuracy;
  const own = [
    t("test"),
    formats.count(splits.test),
    share(accuracy),
    "",
    published === null ? "" : formats.percent(published),
  ];
  return [
    own,
    ...tests.map(({ name, images }) => {
      const figure = run.tests[name]?.accuracy;
      const against = figure === undefined || accuracy === undefined ? "" : formats.difference(figure - accuracy);
      return [name, formats.count(images), share(figure), against, ""];
    }),
  ];
}

/** @param {number | undefined} accuracy */
const share = (accuracy) => (accuracy === undefined ? formats.none : formats.percent(accuracy));
