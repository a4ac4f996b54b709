/** @type {WeakMap<Float32Array, number>} */
const known = new WeakMap();

/**
 * ‖W‖, the root of Σ W², of a snapshot, which is W and then the ten biases.
 * @param {Float32Array} snapshot
 */
export function normOfWeights(snapshot) {
  const norm = known.get(snapshot) ?? Math.sqrt(snapshot.subarray(0, -10).reduce((sum, weight) => sum + weight * weight, 0));
  known.set(snapshot, norm);
  return norm;
}
