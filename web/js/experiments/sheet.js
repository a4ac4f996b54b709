import { t } from "../texts/texts.js";
import { element, icon } from "../ui/dom.js";
import { drawCode } from "../ui/qr.js";
import { experiments } from "./list.js";

/** @import {Experiment} from "./list.js" */

/**
 * The sheet of experiments, ready to be shown and printed.
 * @returns {HTMLDialogElement}
 */
export function experimentsSheet() {
  const close = element("button", { type: "button", class: "tool close", "aria-label": t("Close") }, icon("close"));
  const print = element("button", { type: "button" }, t("Print"));
  const answers = element("button", { type: "button", "aria-pressed": false }, t("Show the answers"));
  const list = element("ol", { class: "experiments-list" }, ...experiments.map(card));
  const sheet = element(
    "dialog",
    { id: "experiments", class: "experiments", "aria-labelledby": "experiments-title" },
    element(
      "header",
      { role: "none" },
      element("h2", { id: "experiments-title" }, t("Ten experiments for a lecture")),
      answers,
      print,
      close,
    ),
    element(
      "p",
      { class: "muted" },
      t(
        "Each link sets the page up; what is to be predicted is covered until c lifts it. Without CIFAR-10 the practice images are used, and some figures differ.",
      ),
    ),
    list,
  );
  close.addEventListener("click", () => sheet.close());
  print.addEventListener("click", () => window.print());
  answers.addEventListener("click", () => {
    const shown = answers.getAttribute("aria-pressed") !== "true";
    answers.setAttribute("aria-pressed", String(shown));
    for (const answer of list.querySelectorAll("details")) answer.open = shown;
  });
  return sheet;
}

/** @param {Experiment} experiment */
function card({ title, question, answer, query, tab }) {
  const link = new URL(`?${query}${tab ? `#${tab}` : ""}`, `${location.origin}${location.pathname}`);
  const code = element("canvas", { role: "img", "aria-label": t("QR code of the link") });
  drawCode(code, link.href).catch(() => {}); // the link itself is there
  return element(
    "li",
    {},
    code,
    element(
      "div",
      {},
      element("h3", {}, title),
      element("p", {}, question),
      element("p", {}, element("a", { href: link.href, target: "_blank", translate: "no" }, `?${query}`)),
      element("details", {}, element("summary", {}, t("Answer")), element("p", {}, answer)),
    ),
  );
}
