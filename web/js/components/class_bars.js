import { element } from "../dom.js";
import * as formats from "../formats.js";
import { t } from "../texts/texts.js";
import { classWords } from "../words.js";

/**
 * Ten small bars, one a class.
 * @param {number[]} counts
 */
export function classBars(counts) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  const [step, bar, height] = [10, 8, 24];
  const most = Math.max(1, ...counts);
  svg.setAttribute("class", "class-bars");
  svg.setAttribute("viewBox", `0 0 ${counts.length * step} ${height}`);
  svg.setAttribute("aria-hidden", "true");
  counts.forEach((count, k) => {
    const tall = (height * count) / most;
    const rect = document.createElementNS(namespace, "rect");
    for (const [name, value] of Object.entries({ x: k * step, y: height - tall, width: bar, height: tall })) {
      rect.setAttribute(name, String(value));
    }
    svg.append(rect);
  });
  return svg;
}

/**
 * The same in words and numbers.
 * @param {number[]} counts
 * @param {string[]} classes
 */
export function classList(counts, classes) {
  const words = classWords(classes);
  const text = counts.map((count, k) => `${words[k]} ${formats.count(count)}`).join(", ");
  const [least, most] = [Math.min(...counts), Math.max(...counts)].map(formats.count);
  const range = least === most ? t("{n} each", { n: most ?? "" }) : `${least}–${most}`;
  return element(
    "span",
    { class: "class-range" },
    element("span", { "aria-hidden": "true", title: text }, range),
    element("span", { class: "visually-hidden" }, text),
  );
}
