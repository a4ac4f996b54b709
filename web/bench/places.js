// Where the bench finds and leaves things.

import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const CACHE = path.join(ROOT, ".cache/bench");
export const BUILT = path.join(CACHE, "built"); // programs that only the bench needs
export const PEERS = path.join(CACHE, "peers"); // packages that only the bench needs
export const WORK = path.join(CACHE, "work"); // the data and weights that all contestants read
