/**
 * The parts of the address about the Inspect tab, besides its mode.
 * @module
 */

import { usualFilter } from "../core/image_filter.js";
import { mostClasses } from "../core/constants.js";

/** @import {InspectPage} from "./page.js" */
/** @import {Part} from "../core/link.js" */
/** @import {SplitName} from "../core/protocol.js" */
/** @import {Filter, Order, Outcome} from "../core/image_filter.js" */

const orders = "surest|unsurest|worst|best|split";
const ofClass = "(any|\\d\\d?)";
const filterForm = new RegExp(`^(any|right|wrong)\\.${ofClass}\\.${ofClass}\\.(\\d{1,3})-(\\d{1,3})\\.(${orders})$`);

/**
 * The class whose weights are looked at, the image that is explained, and those it is one of.
 * @param {InspectPage} inspect
 * @returns {Part[]}
 */
export function inspectParts(inspect) {
  return [
    {
      name: "class",
      read: () => (inspect.mode === "weights" && inspect.classShown > 0 ? String(inspect.classShown) : ""),
      apply: (value) => {
        const known = /^\d\d?$/.test(value) && Number(value) < mostClasses;
        if (known) inspect.classShown = Number(value);
        return known;
      },
    },
    {
      name: "images",
      read: () => (inspect.mode === "images" ? writeFilter(inspect.images.place.filter) : ""),
      apply: (value) => {
        const filter = readFilter(value);
        if (filter) inspect.images.filter = filter;
        return filter !== null;
      },
    },
    {
      name: "image",
      read: () => {
        const { split, index } = inspect.images.place;
        return inspect.mode === "images" && index >= 0 ? `${split}.${index}` : "";
      },
      apply: (value) => {
        const [, split, index] = /^(train|validation|test)\.(\d{1,7})$/.exec(value) ?? [];
        if (split) inspect.images.look({ split: /** @type {SplitName} */ (split), index: Number(index) });
        return split !== undefined;
      },
    },
  ];
}

/** @param {Filter} filter @returns {string} empty for the usual one */
export function writeFilter(filter) {
  const { outcome, truth, predicted, least, most, order } = filter;
  const name = (/** @type {number} */ k) => (k < 0 ? "any" : String(k));
  const text = [
    outcome,
    name(truth),
    name(predicted),
    `${Math.round(100 * least)}-${Math.round(100 * most)}`,
    order,
  ].join(".");
  return filter !== usualFilter && text === writeFilter(usualFilter) ? "" : text;
}

/** @param {string} text @returns {Filter | null} null if it says no filter */
export function readFilter(text) {
  const found = filterForm.exec(text);
  if (!found) return null;
  const [, outcome, truth = "", predicted = "", least, most, order] = found;
  const k = (/** @type {string} */ name) => (name === "any" ? -1 : Number(name));
  if (Math.max(k(truth), k(predicted)) >= mostClasses) return null;
  return {
    outcome: /** @type {Outcome} */ (outcome),
    truth: k(truth),
    predicted: k(predicted),
    least: Number(least) / 100,
    most: Math.min(1, Number(most) / 100),
    order: /** @type {Order} */ (order),
  };
}
