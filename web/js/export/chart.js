/**
 * A chart as an SVG text, for the summary: its own small drawing, since the file must
 * not depend on what the page shows at the moment.
 * @module
 */

import { t } from "../texts/texts.js";
import { escape } from "./markup.js";

const [width, height] = [460, 300];
const area = { left: 48, right: 76, top: 28, bottom: 32 };
const [plotWidth, plotHeight] = [width - area.left - area.right, height - area.top - area.bottom];

/** @typedef {{label: string, color: string, dashed: boolean, points: [number, number][]}} Line */

/**
 * @param {string} title
 * @param {Line[]} lines
 * @param {(value: number) => string} format of the values on the vertical axis
 * @param {{epoch: number, label: string, color: string}[]} changes of the runs' settings
 */
export function chartSvg(title, lines, format, changes = []) {
  const points = lines.flatMap((line) => line.points).filter(([, y]) => Number.isFinite(y));
  const xTicks = ticks([0, ...points.map(([x]) => x)]);
  const yTicks = ticks(points.map(([, y]) => y));
  const x = scale(xTicks, area.left, area.left + plotWidth);
  const y = scale(yTicks, area.top + plotHeight, area.top);
  const parts = [
    text(area.left, 16, title, 'font-weight="600"'),
    ...yTicks.map(
      (tick) => rule(y(tick)) + text(area.left - 6, y(tick) + 4, format(tick), 'text-anchor="end" class="muted"'),
    ),
    ...xTicks.map((tick) => text(x(tick), height - 14, String(tick), 'text-anchor="middle" class="muted"')),
    text(area.left + plotWidth + 10, height - 14, t("epoch"), 'class="muted"'),
    ...lines.map((line) => curve(line, x, y)),
    ...endLabels(lines, y),
    ...changes.map((change, i) => changeMark(change, x(change.epoch), area.top + 12 * (i % 4))),
  ];
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">${parts.join("")}</svg>`;
}

/** @param {number} y */
const rule = (y) => `<line x1="${area.left}" x2="${area.left + plotWidth}" y1="${y}" y2="${y}" class="rule"/>`;

/**
 * @param {number} x
 * @param {number} y
 * @param {string} content
 * @param {string} attributes
 */
function text(x, y, content, attributes = "") {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escape(content)}</text>`;
}

/**
 * A tick at the top of the plot, and what was changed there.
 * @param {{label: string, color: string}} change
 * @param {number} x
 * @param {number} y
 */
function changeMark({ label, color }, x, y) {
  const left = x > area.left + 0.6 * plotWidth;
  const words = text(
    left ? x - 4 : x + 4,
    y + 10,
    label,
    `fill="${color}" font-size="11"${left ? ' text-anchor="end"' : ""}`,
  );
  return `<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${area.top}" y2="${y + 12}" stroke="${color}"/>${words}`;
}

/**
 * @param {Line} line
 * @param {(value: number) => number} x
 * @param {(value: number) => number} y
 */
function curve({ points, color, dashed }, x, y) {
  const drawn = points
    .filter(([, value]) => Number.isFinite(value))
    .map((point) => `${x(point[0]).toFixed(1)},${y(point[1]).toFixed(1)}`);
  return `<polyline points="${drawn.join(" ")}" stroke="${color}"${dashed ? ' stroke-dasharray="5 4"' : ""}/>`;
}

/**
 * The lines' names at their ends, moved apart where they would overlap.
 * @param {Line[]} lines
 * @param {(value: number) => number} y
 */
function endLabels(lines, y) {
  const apart = 13;
  const ends = lines
    .filter((line) => line.label)
    .map((line) => ({ line, at: y(line.points.filter(([, value]) => Number.isFinite(value)).at(-1)?.[1] ?? NaN) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
  const last = area.top + plotHeight;
  ends.forEach((end, i) => (end.at = Math.max(end.at, (ends[i - 1]?.at ?? -Infinity) + apart)));
  for (let i = ends.length - 1; i >= 0; i--) {
    const end = ends[i];
    if (end) end.at = Math.min(end.at, (ends[i + 1]?.at ?? last + apart) - apart);
  }
  return ends.map(({ line, at }) => text(area.left + plotWidth + 6, at + 4, short(line.label), `fill="${line.color}"`));
}

/** A name, shortened to the space beside the plot. @param {string} name */
const short = (name) => (name.length > 11 ? `${name.slice(0, 10).trimEnd()}…` : name);

/**
 * @param {number[]} ticks
 * @param {number} from
 * @param {number} to
 */
function scale(ticks, from, to) {
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return (/** @type {number} */ value) => from + ((value - low) / (high - low || 1)) * (to - from);
}

/**
 * Round numbers around all values, five or so.
 * @param {number[]} values
 */
function ticks(values) {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((mantissa) => mantissa * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const count = Math.max(1, Math.ceil(high / step - 1e-9) - first);
  return Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
