// Scripts without their comments, which are a quarter of what a visitor would fetch of them.

import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const compiler = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));

/** Nothing is checked nor translated to older JavaScript: tsc is what parses reliably, and is there. */
const flags = ["--allowJs", "--noCheck", "--noResolve", "--removeComments", "--target", "esnext", "--module", "esnext", "--moduleResolution", "bundler"];

/**
 * Writes scripts of a folder to another one, by the same names.
 * @param {string} from
 * @param {string[]} names
 * @param {string} to
 */
export async function uncomment(from, names, to) {
  await promisify(execFile)(compiler, [...flags, "--rootDir", from, "--outDir", to, ...names.map((name) => path.join(from, name))]);
}
