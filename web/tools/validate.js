// Holds the HTML to its standard: `node web/tools/validate.js` checks the page, the view's page and a summary as it is
// exported, in both languages, with html-validate's recommended rules but those below.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { HtmlValidate, formatterFactory } from "html-validate";

import { someRun } from "../js/export/some_run.js";
import { summaryHtml } from "../js/export/summary.js";
import { speak } from "../js/texts/texts.js";

const WEB = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** @type {import("html-validate").RuleConfig} */
const rules = {
  "doctype-style": ["error", { style: "lowercase" }], // as everywhere in HTML today
  "aria-hidden-body": "off", // the view is a frame that only draws; the page around it says the same in words
};

const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules });

/** A summary as a visitor saves it. @param {"en" | "sv"} language */
function summary(language) {
  speak(language);
  const picture = "data:image/png;base64,";
  const runs = [
    { run: someRun, picture },
    { run: someRun, picture: "" },
  ];
  return summaryHtml({ runs, checks: [], files: [{ name: "a.bin", bytes: 3, sha256: "ab" }], date: new Date(0) });
}

const pages = {
  "web/index.html": await readFile(path.join(WEB, "index.html"), "utf8"),
  "web/view.html": await readFile(path.join(WEB, "view.html"), "utf8"),
  "a summary": summary("en"),
  "a summary in Swedish": summary("sv"),
};

for (const [name, html] of Object.entries(pages)) {
  const found = await validator.validateString(html, name);
  if (found.valid) continue;
  process.exitCode = 1;
  console.error(formatterFactory("stylish")(found.results));
}
