/**
 * Identifies this tab among those that have the page open. Its name survives a reload; a lock holds it while it lives.
 * @module
 */

/** @typedef {{id: string, living: Set<string>}} Tab the names of the other tabs that live, beside its own */

const prefix = "onelayer.tab.";
const patience = 2000; // ms that the page before a reload may take to release the name

/** @returns {Promise<Tab>} */
export async function joinTabs() {
  const before = stored();
  const id = before && (await hold(before, { signal: AbortSignal.timeout(patience) })) ? before : crypto.randomUUID();
  if (id !== before) await hold(id); // a duplicated tab starts with the original's name; this one nobody else has
  store(id);
  const living = await livingTabs();
  living.delete(id);
  return { id, living };
}

/** The names of all tabs that live now. @returns {Promise<Set<string>>} */
export async function livingTabs() {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? name.slice(prefix.length) : [])));
}

/**
 * @param {string} id
 * @param {LockOptions} [options]
 * @returns {Promise<boolean>} whether no other tab has it
 */
async function hold(id, options = {}) {
  if (!navigator.locks) return true;
  return new Promise((resolve) => {
    const forLife = () => new Promise(() => resolve(true));
    navigator.locks.request(prefix + id, options, forLife).catch(() => resolve(false));
  });
}

function stored() {
  try {
    return sessionStorage.getItem("onelayer.tab") ?? "";
  } catch {
    return "";
  }
}

/** @param {string} id */
function store(id) {
  try {
    sessionStorage.setItem("onelayer.tab", id);
  } catch {} // blocked: after a reload the run stored last continues
}
