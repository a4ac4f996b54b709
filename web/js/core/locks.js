/**
 * Locks over all tabs of the page. A browser without locks is treated as having a single tab.
 * @module
 */

/**
 * Runs an action while a lock is held, and waits for the lock.
 * @template Value
 * @param {string} name
 * @param {LockMode} mode
 * @param {() => Promise<Value>} action
 * @returns {Promise<Value>}
 */
export function withLock(name, mode, action) {
  if (!navigator.locks) return action();
  return navigator.locks.request(name, { mode }, action);
}

/**
 * Resolves when the holder of a lock has released it.
 * @param {string} name
 * @returns {Promise<void>}
 */
export async function lockFreed(name) {
  await navigator.locks.request(name, () => {});
}

/**
 * Runs an action if the lock is free now.
 * @param {string} name
 * @param {() => Promise<void>} action
 */
export async function ifFree(name, action) {
  if (!navigator.locks) return action();
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? action() : undefined));
}
