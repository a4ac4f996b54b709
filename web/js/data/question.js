import { element, find } from "../ui/dom.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {Asked} from "../core/protocol.js" */

/** With this many options or more, they are in columns with a search field. */
const many = 12;

/**
 * Asks the visitor what the files alone don't say, one question at a time.
 */
export class QuestionDialog {
  #root;

  /** @param {HTMLDialogElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * @param {Asked} question
   * @returns {Promise<number[] | null>} the chosen options' indices, or null if the visitor declines
   */
  ask({ text, options, least, most }) {
    const inputs = options.map((_, i) =>
      element("input", {
        type: most === 1 ? "radio" : "checkbox",
        name: "question",
        value: i,
        checked: options.length === 1,
      }),
    );
    const labels = options.map((option, i) => element("label", {}, inputs[i] ?? "", element("span", {}, told(option))));
    const count = element("p", { class: "muted", role: "status" });
    const confirm = element(
      "button",
      { type: "submit", class: "primary", value: "yes" },
      options.length === 1 && options[0] ? told(options[0]) : t("Open"),
    );
    const cancel = element("button", { type: "submit", value: "no", formnovalidate: true }, t("Cancel"));
    const list = element(
      "div",
      {
        class: options.length >= many ? "question-options many" : "question-options",
        role: most === 1 ? "radiogroup" : "group",
        "aria-labelledby": "question-text",
      },
      ...labels,
    );
    list.hidden = options.length === 1;
    const chosen = () => inputs.flatMap((input, i) => (input.checked ? [i] : []));
    const update = () => {
      const n = chosen().length;
      confirm.disabled = n < least || n > most;
      count.textContent = most > 1 ? t("{n} chosen", { n }) : "";
    };
    list.addEventListener("change", update);
    update();
    this.#root.replaceChildren(
      element(
        "form",
        { method: "dialog" },
        element("h2", { id: "question-text" }, told(text)),
        list,
        count,
        element("div", { class: "question-actions" }, cancel, confirm),
      ),
    );
    this.#root.showModal();
    const first = list.hidden ? confirm : find(list, "input", HTMLInputElement);
    first.focus();
    return new Promise((resolve) => {
      this.#root.addEventListener("close", () => resolve(this.#root.returnValue === "yes" ? chosen() : null), {
        once: true,
      });
      this.#root.returnValue = "";
    });
  }
}
