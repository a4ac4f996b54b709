// The service worker: keeps the site for visits without a network. It delays no page and never changes an open one:
// the entry page comes from the network if there is one, everything else is in a folder named by its content, and a
// page uses its own folder while it is open. It stores only files with the digest that the build gave it: otherwise
// the answer of a captive portal or a broken host would be stored for good.
//
// web/tools/dist.js puts it next to index.html, with the list of the site's files in front.

/**
 * @typedef {object} Site
 * @property {string} version  the name of the hashed folder
 * @property {Record<string, string>} files  a digest of each file's content by its path in the site; "" is the entry
 *   page
 */

const worker = /** @type {ServiceWorkerGlobalScope & {site: Site}} */ (/** @type {unknown} */ (self));
const { site } = worker;

/** Caches and locks of one version of the site. A page holds a shared lock by this name while it is open. */
const nameOf = (/** @type {string} */ version) => `onelayer ${version}`;
const prefix = nameOf("");
const own = nameOf(site.version);

/** The entry of a cache that has the digests of its files. */
const digestsPath = "digests.json";

/** How long a visitor waits for the network before the stored entry page is used, milliseconds. */
const patience = 3000;

const urlOf = (/** @type {string} */ path) => new URL(path, worker.registration.scope).href;

worker.addEventListener("install", (event) => {
  event.waitUntil(routePast(event));
  event.waitUntil(navigator.locks.request(own, { mode: "shared" }, install));
});
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => event.waitUntil(tidy().then(mend)));
worker.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

/** Whether a file, which few visitors need, is stored only after it is used. */
const keptWhenUsed = (/** @type {string} */ path) => path.endsWith("/canvas2d.wasm");

/**
 * Has the browser take this version's files straight from the cache, if it can: they then don't wait for this worker
 * to start.
 * @param {ExtendableEvent & {addRoutes?: (rules: object[]) => Promise<void>}} event
 */
async function routePast(event) {
  const paths = Object.keys(site.files).filter((path) => path.startsWith(site.version) && !keptWhenUsed(path));
  const condition = { or: paths.map((path) => ({ urlPattern: urlOf(path) })) };
  const otherDraft = () => {}; // of the interface: it refuses these routes
  await event.addRoutes?.([{ condition, source: { cacheName: own } }]).catch(otherDraft);
}

async function install() {
  const kept = await keptDigests();
  const cache = await caches.open(own);
  for (const [path, digest] of Object.entries(site.files)) {
    if (keptWhenUsed(path) && !kept.has(digest)) continue;
    const url = urlOf(path);
    if (path !== "" && (await isIntact(await cache.match(url), digest))) continue; // from an interrupted install
    const same = path === "" ? undefined : await sameContent(kept.get(digest));
    await cache.put(url, (await isIntact(same, digest)) && same ? same : await fetched(path, digest));
  }
  await cache.put(urlOf(digestsPath), Response.json(site.files));
  await worker.skipWaiting(); // it serves pages of every version, so none has to end first
}

/**
 * The places of the files that all versions have stored, by their digests.
 * @returns {Promise<Map<string, {name: string, url: string}>>}
 */
async function keptDigests() {
  const kept = new Map();
  for (const name of await ownCaches()) {
    const digests = await (await caches.open(name)).match(urlOf(digestsPath));
    if (!digests) continue;
    for (const [path, digest] of Object.entries(await digests.json())) kept.set(digest, { name, url: urlOf(path) });
  }
  return kept;
}

/**
 * A copy without the address that it came from, which a module would use as its own.
 * @param {{name: string, url: string} | undefined} place
 */
async function sameContent(place) {
  const response = place && (await (await caches.open(place.name)).match(place.url));
  return response && new Response(response.body, { headers: response.headers });
}

/**
 * A file of the site from the network.
 * @param {string} path
 * @param {string} digest that its content must have
 * @param {RequestCache} [cache]
 * @returns {Promise<Response>}
 */
async function fetched(path, digest, cache = path === "" ? "no-cache" : "default") {
  const response = await fetch(urlOf(path), { cache });
  if (!response.ok) throw new Error(`${path} could not be fetched (${response.status})`);
  if (!(await isIntact(response, digest))) {
    if (cache === "reload") throw new Error(`${path} is not what was built`);
    return fetched(path, digest, "reload"); // the browser's own cache may have it from a captive portal
  }
  return response.redirected ? withoutRedirect(response) : response;
}

/**
 * Whether a response has the content that was built.
 * @param {Response | undefined} response which can still be read afterwards
 * @param {string} digest
 */
async function isIntact(response, digest) {
  if (!response) return false;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  const text = btoa(String.fromCharCode(...hash))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
  return text.startsWith(digest);
}

/** Fetches damaged files again. */
async function mend() {
  for (const name of await ownCaches()) {
    const cache = await caches.open(name);
    const digests = await (await cache.match(urlOf(digestsPath)))?.json();
    for (const [path, digest] of Object.entries(/** @type {Site["files"]} */ (digests ?? {}))) {
      const kept = await cache.match(urlOf(path));
      if (!kept || (await isIntact(kept, digest))) continue;
      await cache.delete(urlOf(path));
      const whole = await fetched(path, digest, "reload").catch(() => null); // offline: fetched when it is used
      if (whole) await cache.put(urlOf(path), whole);
    }
  }
}

/**
 * A response as if it came from the address that was asked for. Hosts that shorten addresses redirect pages, and a
 * browser opens no redirected page from a cache.
 * @param {Response} response
 */
function withoutRedirect({ body, headers }) {
  return new Response(body, { headers });
}

async function activate() {
  // Earlier versions enabled it, but a preload may come from the browser's cache.
  await worker.registration.navigationPreload?.disable();
  await worker.clients.claim();
  await tidy();
  for (const client of await worker.clients.matchAll({ type: "window" })) client.postMessage({ version: site.version });
}

/** Removes the versions that no open page uses. */
async function tidy() {
  const { held = [] } = await navigator.locks.query();
  const used = new Set([own, ...held.map(({ name }) => name)]);
  for (const name of await ownCaches()) if (!used.has(name)) await caches.delete(name);
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/**
 * The response to a request; null leaves it to the browser.
 * @param {FetchEvent} event
 * @returns {Promise<Response> | null}
 */
function answerTo(event) {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const scope = new URL(worker.registration.scope);
  if (request.method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  const path = pathname.slice(scope.pathname.length);
  if (/^[0-9a-f]{16}\//.test(path)) return hashedFile(event);
  if (path === "" || path === "index.html") return entryPage(request);
  return null;
}

/** @param {FetchEvent} event for a file of any version */
async function hashedFile(event) {
  const url = event.request.url.replace(/[?#].*/, "");
  const kept = await caches.match(url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(url.slice(urlOf("").length), response.clone()));
  return response;
}

/**
 * Stores a file that was used, if it belongs to the site.
 * @param {string} path
 * @param {Response} response
 */
async function keep(path, response) {
  const digest = site.files[path];
  if (digest && (await isIntact(response, digest))) await (await caches.open(own)).put(urlOf(path), response);
}

/**
 * The newest entry page, however long the host lets it be cached: an old one may name files that are gone.
 * @param {Request} request
 */
async function entryPage(request) {
  const fresh = fetch(request, { cache: "no-cache" });
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  if (first instanceof Response && first.status < 500) return first;
  return (await (await caches.open(own)).match(urlOf(""), { ignoreVary: true })) ?? fresh;
}
