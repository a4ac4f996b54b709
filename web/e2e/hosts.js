// Servers as others host the page with them, set up as web/HOSTING.md says.

import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { freePort } from "../tools/free_port.js";

/** @typedef {{origin: string, stop: () => Promise<void>}} Running */

const WEB = fileURLToPath(new URL("..", import.meta.url));

/**
 * A kind of host, by name: why it can't be had here, and how it begins to serve a folder.
 * @typedef {object} Host
 * @property {string | false} missing
 * @property {boolean} [compresses]  sends the compressed forms next to the files
 * @property {(folder: string) => Promise<Running>} start
 */

/** @type {Record<string, Host>} */
export const hosts = {
  nginx: { missing: notInstalled("nginx"), compresses: true, start: startNginx },
  Caddy: { missing: notInstalled("caddy"), compresses: true, start: startCaddy },
  "python3 -m http.server": { missing: notInstalled("python3"), start: startPython },
  "npx serve": { missing: false, start: startServe },
  "GitHub Pages": { missing: false, start: startPages },
};

/** @param {string} program */
function notInstalled(program) {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin"];
  return folders.some((folder) => existsSync(path.join(folder, program))) ? false : `${program} is not installed`;
}

/**
 * The configuration for a host in web/HOSTING.md, with our folder and address.
 * @param {string} language  of the block
 * @param {Record<string, string>} places  texts in the block, and their replacements
 */
async function documented(language, places) {
  const text = await readFile(path.join(WEB, "HOSTING.md"), "utf8");
  let [, block] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(text) ?? [];
  for (const [from, to] of Object.entries(places)) {
    if (!block?.includes(from)) throw new Error(`web/HOSTING.md has no "${from}" for ${language}`);
    block = block.replaceAll(from, to);
  }
  return block;
}

/** @param {string} folder */
async function startNginx(folder) {
  const port = await freePort();
  const place = await mkdtemp(path.join(tmpdir(), "onelayer-nginx-"));
  const server = await documented("nginx", { "listen 80": `listen 127.0.0.1:${port}`, "/var/www/onelayer": folder });
  const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
  const types = /--conf-path=(\S+)\/nginx\.conf/.exec(
    execFileSync("sh", ["-c", "nginx -V 2>&1"], { encoding: "utf8", env: withSbin() }),
  )?.[1];
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${place}/${name};`)
    .join("\n");
  await writeFile(
    path.join(place, "nginx.conf"),
    `${existsSync(brotli) ? `load_module ${brotli};` : ""}
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    pid ${place}/pid;
    error_log stderr;
    events {}
    http {
      include ${types}/mime.types;
      access_log off;
      ${temporary}
      ${existsSync(brotli) ? server : server?.replace(/.*brotli_static.*\n/, "")}
    }`,
  );
  return startProgram("nginx", ["-p", place, "-c", path.join(place, "nginx.conf"), "-e", "stderr"], port, place);
}

/** @param {string} folder */
async function startCaddy(folder) {
  const port = await freePort();
  const place = await mkdtemp(path.join(tmpdir(), "onelayer-caddy-"));
  const site = await documented("caddy", {
    "onelayer.example.org": `http://127.0.0.1:${port}`,
    "/var/www/onelayer": folder,
  });
  const file = path.join(place, "Caddyfile");
  await writeFile(file, `{\n  admin off\n}\n${site}`);
  return startProgram("caddy", ["run", "--config", file, "--adapter", "caddyfile"], port, place);
}

/** @param {string} folder */
async function startPython(folder) {
  const port = await freePort();
  return startProgram("python3", ["-m", "http.server", `${port}`, "--bind", "127.0.0.1", "--directory", folder], port);
}

/** @param {string} folder */
async function startServe(folder) {
  const port = await freePort();
  const program = path.join(WEB, "node_modules/serve/build/main.js");
  return startProgram(
    process.execPath,
    [program, "--listen", `tcp://127.0.0.1:${port}`, "--no-clipboard", "--no-request-logging", folder],
    port,
  );
}

/**
 * Starts a program and waits until it answers on a port.
 * @param {string} program
 * @param {string[]} parameters
 * @param {number} port
 * @param {string} [place]  a folder of its own, removed in the end
 * @returns {Promise<Running>}
 */
async function startProgram(program, parameters, port, place) {
  const env = {
    ...withSbin(),
    NO_UPDATE_CHECK: "1",
    ...(place ? { HOME: place, XDG_DATA_HOME: place, XDG_CONFIG_HOME: place } : {}),
  };
  const child = spawn(program, parameters, { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    const ended = once(child, "exit");
    child.kill();
    await ended;
    if (place) await rm(place, { recursive: true });
  };
  return { origin, stop };
}

const withSbin = () => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin` });

/** @param {string} origin */
function answers(origin) {
  return new Promise((resolve) => {
    request(origin, { method: "HEAD" }, (response) => resolve(response.resume()))
      .on("error", () => resolve(false))
      .end();
  });
}

/**
 * What GitHub Pages calls the files that a page has; what it does not know is sent as bytes.
 * @type {Record<string, string>}
 */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "application/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/**
 * A server that answers as GitHub Pages does: no headers of one's own, everything kept for ten minutes, packed as it is
 * sent.
 * @param {string} folder
 * @returns {Promise<Running>}
 */
async function startPages(folder) {
  const server = createServer(async (asked, answer) => {
    const { pathname } = new URL(asked.url ?? "", "http://localhost");
    const name = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const bytes = await readFile(path.join(folder, name)).catch(() => null);
    if (!bytes) return void answer.writeHead(404).end("File not found");
    const type = TYPES[path.extname(name)] ?? "application/octet-stream";
    answer.writeHead(200, {
      "Content-Type": type,
      "Cache-Control": "max-age=600",
      "Content-Encoding": "gzip",
      Vary: "Accept-Encoding",
    });
    answer.end(gzipSync(bytes, { level: 1 }));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}
