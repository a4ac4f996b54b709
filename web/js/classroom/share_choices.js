import { t } from "../texts/texts.js";
import { element } from "../ui/dom.js";
import { curtainChoices } from "./curtain.js";
import { CurtainSelect } from "./curtain_choice.js";
import { hideable } from "./hideable.js";

/** @import {ShareChoice} from "../core/link.js" */

/**
 * The controls of the Share panel: what its link has otherwise than the page.
 * @returns {ShareChoice[]}
 */
export function shareChoices() {
  return [lectureChoice(), curtainChoice(), hideChoice()];
}

/** @returns {ShareChoice} */
function lectureChoice() {
  const input = element("input", { type: "checkbox" });
  return {
    name: "lecture",
    root: element("label", { class: "toggle" }, input, element("span", {}, t("Lecture mode"))),
    read: () => (input.checked ? "1" : ""),
    show: (value) => (input.checked = value === "1"),
  };
}

/** @returns {ShareChoice} */
function curtainChoice() {
  const select = new CurtainSelect();
  return {
    name: "curtain",
    root: element("label", { class: "share-curtain" }, element("span", {}, t("Predict first")), select.root),
    read: () => select.value ?? "",
    show: (value) => (select.value = curtainChoices.find((choice) => choice === value) ?? null),
  };
}

/** @returns {ShareChoice} */
function hideChoice() {
  const inputs = hideable.map(([name]) => element("input", { type: "checkbox", value: name }));
  const labels = inputs.map((input, i) =>
    element("label", { class: "toggle" }, input, element("span", {}, hideable[i]?.[1]() ?? "")),
  );
  return {
    name: "hide",
    root: element("fieldset", { class: "share-hide" }, element("legend", {}, t("Hide, for an exercise")), ...labels),
    read: () => inputs.flatMap(({ checked, value }) => (checked ? [value] : [])).join(","),
    show: (value) => inputs.forEach((input) => (input.checked = value.split(",").includes(input.value))),
  };
}
