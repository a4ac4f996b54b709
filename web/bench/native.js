// The contestants outside the browser: numpy and gonum.

import { fileURLToPath } from "node:url";

import { find } from "../tools/find.js";
import { Lines } from "./lines.js";
import { WORK } from "./places.js";
import { gonum } from "./programs.js";

/** @typedef {import("./contest.js").Contestant} Contestant */
/** @typedef {"float32" | "float64"} Float */

const script = fileURLToPath(new URL("native/numpy_peer.py", import.meta.url));
export const python = find("python");

/**
 * numpy with some threads, as a process that stays.
 * @param {Float} float
 * @param {number} threads
 */
export function startNumpy(float, threads) {
  return new Lines(python, [script, float, WORK], {
    OPENBLAS_NUM_THREADS: `${threads}`,
    OMP_NUM_THREADS: `${threads}`,
  });
}

/** @returns {{contestants: Contestant[], close: () => Promise<void>}} */
export function nativeContestants() {
  /** @type {Lines[]} */
  const processes = [];
  const each = (/** @type {string} */ name, /** @type {Lines} */ lines) => {
    processes.push(lines);
    return {
      name,
      group: "native",
      load: async (/** @type {number} */ images) => void (await lines.ask({ do: "load", images })),
      round: () => lines.ask({ do: "round" }),
    };
  };
  const both = /** @type {Float[]} */ (["float32", "float64"]);
  const many = [1, 2];
  const contestants = both.flatMap((float) =>
    many.flatMap((threads) => [
      each(`numpy ${float}, ${threads} thread${threads > 1 ? "s" : ""}`, startNumpy(float, threads)),
      each(
        `gonum ${float}, ${threads} thread${threads > 1 ? "s" : ""}`,
        new Lines(gonum, [float, WORK], { GOMAXPROCS: `${threads}` }),
      ),
    ]),
  );
  return { contestants, close: async () => void (await Promise.all(processes.map((each) => each.close()))) };
}
