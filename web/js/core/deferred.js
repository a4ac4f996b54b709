/**
 * A promise with the functions that settle it.
 * @template T
 * @typedef {{promise: Promise<T>, resolve: (value: T) => void, reject: (reason: Error) => void}} Deferred
 */

/**
 * A promise that its maker settles later. It may reject without anyone waiting for it.
 * @template [T=void]
 * @returns {Deferred<T>}
 */
export function deferred() {
  /** @type {Partial<Deferred<T>>} */
  const made = {};
  const promise = new Promise((/** @type {(value: T) => void} */ resolve, reject) =>
    Object.assign(made, { resolve, reject }),
  );
  promise.catch(() => {});
  return /** @type {Deferred<T>} */ ({ ...made, promise });
}
