import { element, setText } from "./dom.js";
import { shape, words } from "./svg.js";

/**
 * @typedef {object} Line
 * @property {string} label
 * @property {"first" | "second" | "third"} kind its colour and dashes
 * @property {[x: number, y: number][]} points
 * @property {[x: number, low: number, high: number][]} [band]
 */

/**
 * @typedef {object} Lines
 * @property {string} title
 * @property {string} xLabel
 * @property {string} yLabel
 * @property {Line[]} lines
 * @property {boolean} [xLog] whether the horizontal axis is logarithmic: all x are above 0 then
 * @property {(value: number) => string} write a number on an axis
 * @property {(value: number) => string} [writeY] one on the vertical axis, if otherwise
 */

const [width, height] = [304, 168];
const plot = { left: 52, right: 296, top: 8, bottom: 144 };

/** A small chart of lines, and its figures as a table for those who don't see it. */
export class LineChart {
  /** The element to place. */
  root = element("figure", { class: "line-chart", hidden: true });

  #title = element("figcaption", {});
  #picture = element("div", { "aria-hidden": "true" });
  #legend = element("p", { class: "line-chart-legend" });
  #table = element("table", { class: "visually-hidden" });

  constructor() {
    this.root.append(this.#title, this.#picture, this.#legend, this.#table);
  }

  /** @param {Lines} chart */
  draw(chart) {
    this.root.hidden = false;
    setText(this.#title, chart.title);
    this.#picture.replaceChildren(drawing(chart));
    this.#legend.replaceChildren(
      element("span", {}, `${chart.yLabel} / ${chart.xLabel}`),
      ...chart.lines
        .filter(({ label }) => label)
        .map(({ label, kind }) => element("span", { class: `line-chart-key ${kind}` }, label)),
    );
    const { write, writeY = write } = chart;
    const head = [chart.xLabel, ...chart.lines.map(({ label }) => label || chart.yLabel)];
    this.#table.replaceChildren(
      element("thead", {}, element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)))),
      element(
        "tbody",
        {},
        ...xsOf(chart).map((x) =>
          element(
            "tr",
            {},
            element("th", { scope: "row" }, write(x)),
            ...chart.lines.map(({ points }) => {
              const y = points.find((point) => point[0] === x)?.[1];
              return element("td", {}, y === undefined ? "" : writeY(y));
            }),
          ),
        ),
      ),
    );
  }
}

/** @param {Lines} chart */
function xsOf({ lines }) {
  return [...new Set(lines.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
}

/** @param {Lines} chart */
function drawing(chart) {
  const { lines, xLog = false, write, writeY = write } = chart;
  const place = (/** @type {number} */ x) => (xLog ? Math.log(x) : x);
  const xs = xsOf(chart);
  const ys = lines
    .flatMap(({ points, band = [] }) => [...points.map(([, y]) => y), ...band.flatMap(([, low, high]) => [low, high])])
    .filter(Number.isFinite);
  const x = scale(xs.map(place), plot.left, plot.right);
  const y = scale(ys, plot.bottom, plot.top);
  const at = (/** @type {number} */ a, /** @type {number} */ b) => `${x(place(a)).toFixed(1)} ${y(b).toFixed(1)}`;
  const path = (/** @type {[number, number][]} */ points) =>
    points
      .filter(([, b]) => Number.isFinite(b))
      .map(([a, b], i) => `${i ? "L" : "M"}${at(a, b)}`)
      .join("");
  const yTicks = ys.length > 0 ? [Math.min(...ys), Math.max(...ys)] : [];
  const xTicks = xs.length > 0 ? [xs[0] ?? 0, xs.at(-1) ?? 0] : [];
  return shape(
    "svg",
    { viewBox: `0 0 ${width} ${height}` },
    ...yTicks.flatMap((value) => [
      shape("path", { class: "grid", d: `M${plot.left} ${y(value)}H${plot.right}` }),
      words(writeY(value), { x: plot.left - 6, y: y(value) + 4, "text-anchor": "end" }),
    ]),
    ...xTicks.map((value, i) =>
      words(write(value), { x: x(place(value)), y: plot.bottom + 18, "text-anchor": i === 0 ? "start" : "end" }),
    ),
    ...lines.flatMap(({ band = [], kind }) =>
      band.length > 1
        ? [
            shape("path", {
              class: `band ${kind}`,
              d: `${path(band.map(([a, low]) => [a, low]))}${path(band.map(([a, , high]) => /** @type {[number, number]} */ ([a, high])).reverse()).replace("M", "L")}Z`,
            }),
          ]
        : [],
    ),
    ...lines.flatMap(({ points, kind }) => [
      shape("path", { class: `line ${kind}`, d: path(points) }),
      ...(points.length <= 25
        ? points
            .filter(([, b]) => Number.isFinite(b))
            .map(([a, b]) => shape("circle", { class: kind, cx: x(place(a)), cy: y(b), r: 2 }))
        : []),
    ]),
  );
}

/**
 * @param {number[]} values
 * @param {number} from
 * @param {number} to
 */
function scale(values, from, to) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (/** @type {number} */ value) =>
    most > least ? from + ((value - least) / (most - least)) * (to - from) : (from + to) / 2;
}
