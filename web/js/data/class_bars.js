import { element } from "../ui/dom.js";
import { shape } from "../ui/svg.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { classWords } from "../core/words.js";

/**
 * Ten small bars, one per class.
 * @param {number[]} counts
 */
export function classBars(counts) {
  const [step, bar, height] = [10, 8, 24];
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, k) => {
    const tall = (height * count) / most;
    return shape("rect", { x: k * step, y: height - tall, width: bar, height: tall });
  });
  const viewBox = `0 0 ${counts.length * step} ${height}`;
  return shape("svg", { class: "class-bars", viewBox, "aria-hidden": "true" }, ...bars);
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
