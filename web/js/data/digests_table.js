import { element, setText } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";

/** @import {OpenedFile} from "../core/file_digests.js" */

/** The source files of the data, each with its SHA-256, to be compared with sha256sum's output. */
export class DigestsTable {
  /** The element to place. */
  root = element("details", { class: "digests", hidden: true });

  #body = element("tbody", {});

  constructor() {
    const head = [t("file"), t("size"), "SHA-256"].map((text) => element("th", { scope: "col", class: "text" }, text));
    this.root.append(
      element("summary", {}, t("Files that the data came from, and their SHA-256")),
      element("table", {}, element("thead", {}, element("tr", {}, ...head)), this.#body),
    );
  }

  /** @param {OpenedFile[]} files */
  update(files) {
    this.root.hidden = files.length === 0;
    while (this.#body.rows.length > files.length) this.#body.deleteRow(-1);
    files.forEach(({ name, bytes, sha256 }, i) => {
      const [file, size, digest] = (this.#body.rows[i] ?? this.#newRow()).cells;
      if (!file || !size || !digest?.firstElementChild) return;
      setText(file, name);
      setText(size, formats.megabytes(bytes));
      setText(digest.firstElementChild, sha256 || t("being computed"));
    });
  }

  #newRow() {
    const digest = element("td", { class: "text" }, element("code", {}));
    const name = element("th", { scope: "row", class: "text" });
    const row = element("tr", {}, name, element("td", { class: "text" }), digest);
    this.#body.append(row);
    return row;
  }
}
