// What every contestant must arrive at: the same epoch in float64, in plain loops.

import { create } from "./browser/straightforward.js";

/** @typedef {import("./work.js").Evaluation} Evaluation */
/** @typedef {import("./work.js").Work} Work */

/** The largest relative difference of a loss or a cost, and the largest difference of an accuracy. */
export const tolerance = { loss: 1e-5, accuracy: 5e-4 };

/**
 * Returns what to expect after an epoch over the first n images, worked out when it is first asked for.
 * @param {Work} work
 * @returns {(images: number) => Evaluation}
 */
export function reference(work) {
  /** @type {Map<number, Evaluation>} */
  const known = new Map();
  return (images) => {
    let expected = known.get(images);
    if (!expected) known.set(images, (expected = train({ ...work, images })));
    return expected;
  };
}

/** @param {Work} work */
function train(work) {
  const model = create(work, { float64: true });
  model.reset();
  model.epoch();
  return /** @type {Evaluation} */ (model.evaluate());
}

/**
 * Throws if a contestant's figures are off.
 * @param {string} name
 * @param {Evaluation} found
 * @param {Evaluation} expected
 */
export function check(name, found, expected) {
  for (const split of /** @type {const} */ (["train", "validation"])) {
    for (const figure of /** @type {const} */ (["loss", "cost", "accuracy"])) {
      const is = found[split][figure];
      const should = expected[split][figure];
      const allowed = figure === "accuracy" ? tolerance.accuracy : tolerance.loss * Math.abs(should);
      if (!(Math.abs(is - should) <= allowed))
        throw new Error(`${name}: the ${split} ${figure} is ${is}, where float64 gives ${should}`);
    }
  }
}
