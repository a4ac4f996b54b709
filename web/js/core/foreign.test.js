import assert from "node:assert/strict";
import { test } from "node:test";

import { foreign } from "./foreign.js";

test("a link's words are short, in one line, and turn nothing around", () => {
  assert.equal(foreign("CIFAR-10, 3 files"), "CIFAR-10, 3 files");
  assert.equal(foreign("räv 狐 🦊"), "räv 狐 🦊");
  assert.equal(foreign("\u202eyour session\u2069\u200f has\n\texpired\u2028\0"), "your session has expired");
  const long = foreign(`${"🦊".repeat(1 << 20)} the end`);
  assert.equal(Array.from(long).length, 64);
  assert.doesNotMatch(long, /\p{Cs}/u);
  assert.ok(foreign(`${"a".repeat(500)} the end`).endsWith("…aaaaaaaaaaaa the end"));
});
