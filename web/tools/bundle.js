// Makes few small files of the many that the page is written in: one for each program and one for the page's looks,
// with a map beside it that shows a browser's developer tools the files as they were written.

import { createHash } from "node:crypto";
import path from "node:path";

import { build } from "esbuild";

/** @typedef {import("./dist.js").SiteFile} SiteFile */

/** The page's and the view's composition roots. */
const PROGRAMS = ["js/page/main.js", "js/view/main.js"];

/** The view's worker: a classic script, since it loads one. */
const WORKER = "js/view/program.js";

/** Runs before the page is visible. It is inlined in index.html: nothing has to be fetched for it. */
const EARLY = "js/page/early.js";

/** The one style sheet that replaces those of index.html. */
export const LOOKS = "looks.css";

const SHEET = /^ *<link rel="stylesheet" href="\.\/(js\/[^"]+\.css)">\n/gm;

/**
 * The programs with all that they import; dynamic imports go into files of their own.
 * @param {string} folder  web/
 * @returns {Promise<SiteFile[]>}
 */
export async function bundlePrograms(folder) {
  const modules = await bundle(folder, {
    entryPoints: PROGRAMS.map((name) => path.join(folder, name)),
    format: "esm",
    splitting: true,
    chunkNames: "js/[name]-[hash]",
    target: "es2022",
  });
  const worker = { entryPoints: [path.join(folder, WORKER)], format: /** @type {const} */ ("iife"), target: "es2022" };
  return [...modules, ...(await bundle(folder, worker))];
}

/**
 * The entry page with the early script in it, which its content security policy names by its digest.
 * @param {string} folder  web/
 * @param {string} html
 */
export async function withEarlyScript(folder, html) {
  const entryPoints = [path.join(folder, EARLY)];
  const [file] = await bundle(folder, { entryPoints, format: "iife", target: "es2022", sourcemap: false });
  const script = String(file?.bytes).trim();
  const digest = createHash("sha256").update(script).digest("base64");
  return html
    .replace(`<script src="./${EARLY}"></script>`, () => `<script>${script}</script>`)
    .replace("script-src 'self'", `script-src 'self' 'sha256-${digest}'`);
}

/**
 * The entry page with links to the files that its program imports: the browser fetches them beside it, not after it.
 * @param {string} html
 * @param {SiteFile[]} files  the bundled programs among them
 */
export function withPreloads(html, files) {
  const program = PROGRAMS.find((name) => html.includes(`src="./${name}"`)) ?? "";
  const bytes = String(files.find(({ name }) => name === program)?.bytes ?? "");
  const imported = [...bytes.matchAll(/\bfrom"([^"]+)"/g)].map(([, address = ""]) =>
    path.posix.join(path.posix.dirname(program), address),
  );
  const links = files
    .filter(({ name }) => imported.includes(name))
    .map(({ name }) => `  <link rel="modulepreload" href="./${name}">\n`);
  return html.replace(/^ *<link rel="stylesheet"/m, (sheet) => links.join("") + sheet);
}

/**
 * The style sheets that an entry page names, in its order, as one.
 * @param {string} folder  web/
 * @param {string} html
 * @returns {Promise<SiteFile[]>}
 */
export function bundleLooks(folder, html) {
  const contents = [...html.matchAll(SHEET)].map(([, name]) => `@import "./${name}";`).join("\n");
  return bundle(folder, { stdin: { contents, resolveDir: folder, loader: "css", sourcefile: LOOKS } });
}

/**
 * The entry page with one style sheet instead of its own.
 * @param {string} html
 */
export function withOneSheet(html) {
  let sheets = 0;
  return html.replace(SHEET, () => (sheets++ ? "" : `  <link rel="stylesheet" href="./${LOOKS}">\n`));
}

/**
 * @param {string} folder
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<SiteFile[]>}
 */
async function bundle(folder, options) {
  const common = /** @type {const} */ ({
    bundle: true,
    minify: true,
    sourcemap: "linked",
    write: false,
    outbase: folder,
    logLevel: "warning",
  });
  const out = options.stdin ? { outfile: path.join(folder, LOOKS) } : { outdir: folder };
  const { outputFiles = [] } = await build({ ...common, ...out, ...options });
  return outputFiles.map(({ path: file, contents }) => ({
    name: path.relative(folder, file).split(path.sep).join("/"),
    bytes: Buffer.from(contents),
  }));
}
