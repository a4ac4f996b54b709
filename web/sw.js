// The service worker: keeps the site for visits without a network. It holds no page back and changes none under way:
// the entry page comes from the network where there is one, everything else lies in a folder named by its content, and
// a page goes on with its own folder for as long as it is open.
//
// web/tools/dist.js lays it out beside index.html, and puts before it which files the site has.

/**
 * @typedef {object} Site
 * @property {string} version  the name of the hashed folder
 * @property {Record<string, string>} files  a digest of each file's content by its path in the site; "" is the entry page
 */

const worker = /** @type {ServiceWorkerGlobalScope & {site: Site}} */ (/** @type {unknown} */ (self));
const { site } = worker;

/** Caches and locks of one version of the site. A page holds a shared lock by this name while it is open. */
const nameOf = (/** @type {string} */ version) => `onelayer ${version}`;
const prefix = nameOf("");
const own = nameOf(site.version);

/** Where a cache has the digests of its files. */
const digestsPath = "digests.json";

/** How long a visitor waits for the network where the kept entry page would do, milliseconds. */
const patience = 3000;

const urlOf = (/** @type {string} */ path) => new URL(path, worker.registration.scope).href;

worker.addEventListener("install", (event) => event.waitUntil(navigator.locks.request(own, { mode: "shared" }, install)));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

async function install() {
  const kept = await keptDigests();
  const cache = await caches.open(own);
  const have = new Set((await cache.keys()).map(({ url }) => url));
  for (const [path, digest] of Object.entries(site.files)) {
    const url = urlOf(path);
    if (path !== "" && have.has(url)) continue; // an installation that was cut short goes on
    const same = path === "" ? undefined : await sameContent(kept.get(digest));
    await cache.put(url, same ?? (await fetched(path)));
  }
  await cache.put(urlOf(digestsPath), Response.json(site.files));
  await worker.skipWaiting(); // it serves pages of every version, so none has to end first
}

/**
 * Where files that other versions have kept lie, by their digests.
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
 * A copy without the address that it came from, which a module would take for its own.
 * @param {{name: string, url: string} | undefined} place
 */
async function sameContent(place) {
  const response = place && (await (await caches.open(place.name)).match(place.url));
  return response && new Response(response.body, { headers: response.headers });
}

/** @param {string} path */
async function fetched(path) {
  const response = await fetch(urlOf(path), path === "" ? { cache: "no-cache" } : {});
  if (!response.ok) throw new Error(`${path} could not be fetched (${response.status})`);
  return response;
}

async function activate() {
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
  await tidy();
  for (const client of await worker.clients.matchAll({ type: "window" })) client.postMessage({ version: site.version });
}

/** Removes the versions that no open page uses any more. */
async function tidy() {
  const { held = [] } = await navigator.locks.query();
  const used = new Set([own, ...held.map(({ name }) => name)]);
  for (const name of await ownCaches()) if (!used.has(name)) await caches.delete(name);
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/**
 * What a request gets; null leaves it to the browser.
 * @param {FetchEvent} event
 * @returns {Promise<Response> | null}
 */
function answerTo({ request, preloadResponse }) {
  const { origin, pathname } = new URL(request.url);
  const scope = new URL(worker.registration.scope);
  if (request.method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  const path = pathname.slice(scope.pathname.length);
  if (/^[0-9a-f]{16}\//.test(path)) return hashedFile(request);
  if (path === "" || path === "index.html") return entryPage(request, preloadResponse);
  return null;
}

/** @param {Request} request for a file of any version */
async function hashedFile(request) {
  return (await caches.match(request.url.replace(/[?#].*/, ""), { ignoreVary: true })) ?? fetch(request);
}

/**
 * The newest entry page that there is.
 * @param {Request} request
 * @param {Promise<Response | undefined>} preload
 */
async function entryPage(request, preload) {
  const fresh = Promise.resolve(preload).then((response) => response ?? fetch(request));
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  if (first instanceof Response && first.status < 500) return first;
  return (await (await caches.open(own)).match(urlOf(""), { ignoreVary: true })) ?? fresh;
}
