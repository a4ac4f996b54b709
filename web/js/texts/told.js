import { language, t } from "./texts.js";

/**
 * What the workers say, as far as the page translates it. Their other messages, those of the
 * readers above all, stay English.
 */
export const sayings = [
  "Sample, drawn",
  "Run {n}",
  "Report {setting}",
  "{run}, from {epoch}",
  "{shards} for training",
  "{shards} for validation",
  "{shards} for the test",
  "{shards} not used: it is there twice",
  "the last {n} training images held out for validation",
  "the last {n} training images held out for the test",
  "There are no data yet.",
  "Files are still being loaded. Wait until they are in, then add more.",
  "Files are still being loaded. Cancel that first.",
  "Files are still being loaded. Wait until they are in.",
  "The run has diverged. Reset it, or start a new one with a smaller learning rate η.",
  "The run is finished. Reset it, or raise the number of epochs.",
  "Diverged at step {step} (epoch {epoch}): the loss is no longer a finite number. Use a smaller learning rate η or a smaller λ.",
];

const patterns = sayings.map((saying) => {
  const source = saying.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, (_, name) => `(?<${name}>${name === "n" || name === "epoch" || name === "step" ? "\\d+" : ".+"})`);
  return { saying, pattern: new RegExp(`^${source}$`) };
});

/**
 * What a worker said, in the page's language; also the names that it gives to runs and data.
 * @param {string} text
 * @returns {string}
 */
export function told(text) {
  if (language() === "en") return text;
  if (text.includes("; ")) return text.split("; ").map(told).join("; ");
  for (const { saying, pattern } of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return t(saying, { ...groups, ...(groups["run"] ? { run: told(groups["run"]) } : {}) });
    if (text === saying) return t(saying);
  }
  return text;
}
