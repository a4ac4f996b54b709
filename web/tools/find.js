// The programs that find.sh finds, for JavaScript.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("find.sh", import.meta.url));

/**
 * The path of a Chrome or Chromium, or of a Python that has NumPy; "" if there is none.
 * @param {"chromium" | "python"} what
 */
export function find(what) {
  try {
    return execFileSync("sh", [script, what], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}
