/**
 * The cells of a search, and how many epochs each of them gets.
 * @module
 */

/** @import {HistoryPoint, Metrics} from "../core/protocol.js" */

/**
 * The plan of a search.
 * @typedef {object} Plan
 * @property {number[]} l2
 * @property {number[]} learningRate
 * @property {number[]} batchSize
 * @property {number} epochs
 * @property {"grid" | "random" | "halving"} search
 * @property {number} budget cells at most
 */

/**
 * @typedef {object} Cell
 * @property {number} id
 * @property {{l2: number, learningRate: number, batchSize: number}} settings
 * @property {number} epoch
 * @property {Metrics | null} train
 * @property {Metrics | null} validation
 * @property {HistoryPoint[]} history
 * @property {"waiting" | "running" | "finished" | "diverged" | "dropped"} status
 * @property {number | null} run that it was opened as
 */

/** The most cells that are tried. */
export const mostCells = 1000;

/**
 * All combinations, in order, as far as the budget goes; or as many drawn between the ends of each list,
 * evenly over the logarithm.
 * @param {Plan} plan
 * @param {() => number} random from 0 to 1
 * @returns {Cell[]}
 */
export function cellsOf({ l2, learningRate, batchSize, search, budget }, random = Math.random) {
  const all = l2.flatMap((l2) =>
    learningRate.flatMap((learningRate) => batchSize.map((batchSize) => ({ l2, learningRate, batchSize }))),
  );
  const drawn = () => ({
    l2: between(l2, random()),
    learningRate: between(learningRate, random()),
    batchSize: Math.round(between(batchSize, random())),
  });
  const settings =
    search === "random"
      ? Array.from({ length: Math.min(budget, mostCells) }, drawn)
      : all.slice(0, Math.min(budget, mostCells));
  return settings.map((settings, id) => ({
    id,
    settings,
    epoch: 0,
    train: null,
    validation: null,
    history: [],
    status: "waiting",
    run: null,
  }));
}

/**
 * @param {number[]} ends
 * @param {number} share
 */
function between(ends, share) {
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  if (least === most) return least;
  const from = least > 0 ? least : most * 1e-4; // a logarithm has no 0
  return Number((from * (most / from) ** share).toPrecision(3));
}

/**
 * Successive halving: the epochs after which the worse half is dropped, ascending; all that are left then
 * train to the end.
 * @param {number} cells
 * @param {number} epochs
 */
export function rungs(cells, epochs) {
  const times = Math.min(Math.floor(Math.log2(cells)), Math.floor(Math.log2(epochs)));
  return Array.from({ length: times }, (_, i) => Math.ceil(epochs / 2 ** (times - i)));
}

/** Whether a cell has nothing left to do. @param {Cell} cell */
export function isOver({ status }) {
  return status === "finished" || status === "diverged" || status === "dropped";
}

/** The accuracy by which cells are compared. @param {Cell} cell */
export function worth({ validation, train, status }) {
  const accuracy = validation && !Number.isNaN(validation.accuracy) ? validation.accuracy : (train?.accuracy ?? -1);
  return status === "diverged" ? -1 : accuracy;
}

/**
 * The worse half of the cells that are left.
 * @param {Cell[]} cells
 */
export function worseHalf(cells) {
  const left = cells.filter(({ status }) => status !== "dropped").sort((a, b) => worth(b) - worth(a) || a.id - b.id);
  return left.slice(Math.ceil(left.length / 2));
}

/**
 * The settings as a map of cells: a row for each λ, a column for each η, ascending.
 * @param {Cell[]} cells
 */
export function placesOf(cells) {
  const distinct = (/** @type {number[]} */ values) => [...new Set(values)].sort((a, b) => a - b);
  const rows = distinct(cells.map(({ settings }) => settings.l2));
  const columns = distinct(cells.map(({ settings }) => settings.learningRate));
  /** @type {(Cell | undefined)[]} row by row */
  const places = rows.flatMap((l2) =>
    columns.map((rate) => cells.find(({ settings }) => settings.l2 === l2 && settings.learningRate === rate)),
  );
  return { rows, columns, places };
}

/** How many values a finer search has along each axis. */
const finerValues = 5;

/**
 * Values from one end to the other, evenly over the logarithm; for a single value, values around it.
 * @param {number[]} chosen
 * @returns {number[]}
 */
export function finer(chosen) {
  const round = (/** @type {number} */ value) => Number(value.toPrecision(2));
  let [least, most] = [Math.min(...chosen), Math.max(...chosen)];
  if (most === 0) return [0];
  if (least === most) [least, most] = [least / 2, most * 2];
  const from = least > 0 ? least : most / 10 ** (finerValues - 2); // a logarithm has no 0
  const steps = least > 0 ? finerValues : finerValues - 1;
  const values = Array.from({ length: steps }, (_, i) => round(from * (most / from) ** (i / (steps - 1))));
  return [...new Set(least > 0 ? values : [0, ...values])];
}

/**
 * A line for each cell.
 * @param {Cell[]} cells
 */
export function cellsCsv(cells) {
  const head =
    "l2,learning_rate,batch_size,epoch,status,train_loss,train_cost,train_accuracy,validation_loss,validation_cost,validation_accuracy";
  const lines = cells.map(({ settings, epoch, status, train, validation }) =>
    [
      settings.l2,
      settings.learningRate,
      settings.batchSize,
      epoch,
      status,
      ...[train, validation].flatMap((metrics) => [metrics?.loss, metrics?.cost, metrics?.accuracy]),
    ].join(","),
  );
  return `${[head, ...lines].join("\r\n")}\r\n`;
}
