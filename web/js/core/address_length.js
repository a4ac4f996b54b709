/**
 * Addresses that are too long to be one of this page's. A browser spells the address out for every icon, so one of a
 * megabyte takes it most of a minute.
 * @module
 */

const longest = 8000; // characters of a query, and of a hash

/** Cuts the address if it is too long, before anything reads it. */
export function shortenAddress() {
  const { pathname, search, hash } = location;
  if (search.length <= longest && hash.length <= longest) return;
  const kept = [search, hash].map((part) => (part.length <= longest ? part : ""));
  history.replaceState(history.state, "", pathname + kept.join(""));
  document.documentElement.dataset["addressCut"] = "";
}

/** Whether it was cut. */
export const addressWasCut = () => "addressCut" in document.documentElement.dataset;
