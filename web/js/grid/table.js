import { Emitter } from "../core/emitter.js";
import { none, percent, setting } from "../core/formats.js";
import { language, t } from "../texts/texts.js";
import { element } from "../ui/dom.js";
import { worth } from "./cells.js";

/** @import {Cell} from "./cells.js" */

const most = 50; // rows

/**
 * The cells, the best first, each of which can be opened as a run.
 * @extends {Emitter<{opened: number}>}
 */
export class GridTable extends Emitter {
  #body = element("tbody", {});
  #drawn = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    super();
    const heads = ["λ", "η", t("batch size"), t("epoch"), t("train accuracy"), t("validation accuracy"), t("status")];
    root.append(
      element(
        "section",
        { class: "scroller", tabindex: 0, "aria-label": t("Table of the cells") },
        element(
          "table",
          {},
          element("caption", { class: "visually-hidden" }, t("The cells of the search, the best first")),
          element(
            "thead",
            {},
            element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)), element("td", {})),
          ),
          this.#body,
        ),
      ),
    );
    this.#body.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button) this.emit("opened", Number(button.dataset["cell"]));
    });
  }

  /** @param {Cell[]} cells */
  update(cells) {
    const sorted = [...cells].sort((a, b) => worth(b) - worth(a) || a.id - b.id).slice(0, most);
    const key = [language(), ...sorted.map(({ id, epoch, status, run }) => `${id} ${epoch} ${status} ${run}`)].join();
    if (key === this.#drawn) return;
    this.#drawn = key;
    const words = {
      waiting: t("waits"),
      running: t("running"),
      finished: t("finished"),
      diverged: t("diverged"),
      dropped: t("stopped"),
    };
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["cell"] : undefined;
    this.#body.replaceChildren(
      ...sorted.map(({ id, settings, epoch, train, validation, status, run }) =>
        element(
          "tr",
          {},
          element("td", {}, setting(settings.l2)),
          element("td", {}, setting(settings.learningRate)),
          element("td", {}, setting(settings.batchSize)),
          element("td", {}, String(epoch)),
          element("td", {}, train ? percent(train.accuracy) : none),
          element("td", {}, validation ? percent(validation.accuracy) : none),
          element("td", {}, words[status]),
          element(
            "td",
            {},
            run === null
              ? element(
                  "button",
                  {
                    type: "button",
                    "data-cell": id,
                    "aria-label": t("Open λ {l2}, η {rate} as a run", {
                      l2: setting(settings.l2),
                      rate: setting(settings.learningRate),
                    }),
                  },
                  t("Open as a run"),
                )
              : t("opened"),
          ),
        ),
      ),
    );
    const again = focused === undefined ? null : this.#body.querySelector(`button[data-cell="${focused}"]`);
    if (again instanceof HTMLButtonElement) again.focus();
  }
}
