// Lays out the built site: `node web/tools/dist.js [--raw]`.
//
//   dist/index.html        always revalidated; refers to everything else by the folder below
//   dist/sw.js             always revalidated; keeps all of it for visits without a network
//   dist/<hash>/…          the rest, named by its content, so that it can be cached for ever
//   dist/data/…            CIFAR-10, if `./build.sh data` has put it there; index.html names its manifest
//
// Scripts and style sheets are bundled. Beside each file worth it stand its .br and .gz forms, for servers that send
// precompressed files; --raw leaves them out. Relative references inside the hashed folder stay as they are.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { bundleLooks, bundlePrograms, withEarlyScript, withOneSheet, withPreloads } from "./bundle.js";
import { compressFiles } from "./compress.js";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * One file of the site.
 * @typedef {object} SiteFile
 * @property {string} name  path inside the site, with forward slashes
 * @property {Buffer} bytes
 */

const WEB = path.join(ROOT, "web");

/** Folders of the site besides the bundles, and the files taken from each. */
const SOURCES = [
  { folder: "web", under: "", take: isShippedAsItIs },
  { folder: "assets", under: "assets/", take: () => true },
  { folder: ".cache/wasm", under: "", take: () => true },
  {
    folder: "web/node_modules/lean-qr",
    under: "licences/lean-qr/",
    take: (/** @type {string} */ name) => name === "LICENSE",
  },
];

/** The folder of dist/ that a build leaves as it is. */
const DATA = "data";

/**
 * Whether a file of web/ is part of the site by itself: the view's page, and the scripts that are not modules.
 * @param {string} name
 */
export function isShippedAsItIs(name) {
  return ["index.html", "view.html", "js/view/view.css"].includes(name) || /^js\/worker\/\w+\.js$/.test(name);
}

/**
 * A file's name on any server: those of licences are not known to all of them.
 * @param {string} name
 */
export function servedName(name) {
  return name.replace(/LICENSE$/, "LICENSE.txt");
}

/**
 * The entry page, with its relative references pointed into the hashed folder.
 * @param {string} html
 * @param {string} hash
 */
export function withHashedReferences(html, hash) {
  return html.replace(/\b(href|src)="\.\//g, `$1="./${hash}/`);
}

/**
 * The entry page with the manifest of the data that the site carries, if it carries any.
 * @param {string} html
 * @param {string | undefined} manifest  its name in the data folder
 */
export function withHostedData(html, manifest) {
  return manifest
    ? html.replace("</title>", `</title>\n  <meta name="hosted-data" content="./${DATA}/${manifest}">`)
    : html;
}

/**
 * The service worker, with the list of the site's files.
 * @param {string} script
 * @param {string} version  the name of the hashed folder
 * @param {SiteFile[]} files  the entry page and those in the hashed folder
 */
export function withSite(script, version, files) {
  const digest = (/** @type {Buffer} */ bytes) => createHash("sha256").update(bytes).digest("base64url").slice(0, 16);
  const digests = Object.fromEntries(
    files.map(({ name, bytes }) => [name === "index.html" ? "" : name, digest(bytes)]),
  );
  return `self.site = ${JSON.stringify({ version, files: digests })};\n${script}`;
}

/**
 * A name for the content of all files, whatever order they come in.
 * @param {SiteFile[]} files
 */
export function contentHash(files) {
  const hash = createHash("sha256");
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${file.name}\0${file.bytes.length}\0`).update(file.bytes);
  }
  return hash.digest("hex").slice(0, 16);
}

/** @returns {Promise<SiteFile[]>} */
async function collect() {
  const files = await bundlePrograms(WEB);
  for (const { folder, under, take } of SOURCES) {
    for (const name of await namesIn(path.join(ROOT, folder))) {
      if (take(name))
        files.push({ name: servedName(under + name), bytes: await readFile(path.join(ROOT, folder, name)) });
    }
  }
  return files;
}

/**
 * All files below a folder, relative to it; none when there is no such folder.
 * @param {string} folder
 * @param {string} prefix
 * @returns {Promise<string[]>}
 */
async function namesIn(folder, prefix = "") {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = [];
  for (const entry of entries) {
    const name = prefix + entry.name;
    if (entry.name === "node_modules") continue;
    if (entry.isDirectory()) names.push(...(await namesIn(path.join(folder, entry.name), `${name}/`)));
    else names.push(name);
  }
  return names.sort();
}

/**
 * Writes a file such that a server reading the folder never sees half of it.
 * @param {string} file
 * @param {Buffer | string} bytes
 */
async function writeWhole(file, bytes) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.partial`, bytes);
  await rename(`${file}.partial`, file);
}

/** @param {{dist: string, compressed: boolean}} options */
async function layOut({ dist, compressed }) {
  const collected = await collect();
  const index = collected.find((file) => file.name === "index.html");
  if (!index) throw new Error("web/index.html is missing");
  if (!collected.some(({ name }) => name.endsWith(".wasm")))
    throw new Error("no program of wasm/ is built: ./build.sh build does it");
  const html = withPreloads(await withEarlyScript(WEB, index.bytes.toString()), collected);
  index.bytes = Buffer.from(html); // the version covers the script
  const site = collected.concat(await bundleLooks(WEB, html));
  const hash = contentHash(site);

  /** @type {SiteFile[]} */
  let files = site.filter((file) => file !== index).map((file) => ({ ...file, name: `${hash}/${file.name}` }));
  const manifest = (await namesIn(path.join(dist, DATA))).find((name) => name.endsWith(".json"));
  const entry = withHostedData(withHashedReferences(withOneSheet(html), hash), manifest);
  files.push({ name: "index.html", bytes: Buffer.from(entry) });
  const serviceWorker = await readFile(path.join(WEB, "js/sw/sw.js"), "utf8");
  const kept = files.filter(({ name }) => !name.endsWith(".map"));
  files.push({ name: "sw.js", bytes: Buffer.from(withSite(serviceWorker, hash, kept)) });
  if (compressed) files = files.concat(await compressFiles(files, path.join(ROOT, ".cache/compressed")));

  for (const file of files) await writeWhole(path.join(dist, file.name), file.bytes);
  await removeOthers(dist, new Set(files.map((file) => file.name)));
  console.log(summary(hash, files));
}

/**
 * Removes what an earlier build left.
 * @param {string} dist
 * @param {Set<string>} kept
 */
async function removeOthers(dist, kept) {
  for (const name of await namesIn(dist)) {
    if (!kept.has(name) && !name.startsWith(`${DATA}/`)) await rm(path.join(dist, name));
  }
  for (const entry of await readdir(dist)) {
    if (entry !== DATA && ![...kept].some((name) => name.split("/")[0] === entry))
      await rm(path.join(dist, entry), { recursive: true });
  }
}

/**
 * @param {string} hash
 * @param {SiteFile[]} files
 */
function summary(hash, files) {
  const sizes = new Map(files.map((file) => [file.name, file.bytes.length]));
  const lines = [`dist/index.html and dist/${hash}/`];
  for (const [name, size] of sizes) {
    if (!name.endsWith(".wasm")) continue;
    const forms = [
      ["raw", size],
      ["gz", sizes.get(`${name}.gz`)],
      ["br", sizes.get(`${name}.br`)],
    ];
    const parts = forms
      .filter(([, bytes]) => bytes)
      .map(([form, bytes]) => `${form} ${(Number(bytes) / 1e6).toFixed(2)} MB`);
    lines.push(`  ${path.basename(name)}: ${parts.join(", ")}`);
  }
  return lines.join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await layOut({ dist: path.join(ROOT, "dist"), compressed: !process.argv.includes("--raw") });
}
