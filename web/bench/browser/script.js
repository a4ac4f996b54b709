// Peers that come as classic scripts, in a worker that is a module.

/**
 * Runs a script as a page's script element would: what it declares is global.
 * @param {string} url
 */
export async function runScript(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  (0, eval)(await response.text());
}
