import assert from "node:assert/strict";
import { test } from "node:test";

import { drawCode } from "./qr.js";

test("a link that is too long for a code is none, and nothing is drawn", async () => {
  let drawn = 0;
  const canvas = /** @type {any} */ ({ getContext: () => ({ fillRect: () => drawn++ }) });
  assert.equal(await drawCode(canvas, "https://example.org/?l2=1"), true);
  assert.ok(drawn > 100);
  drawn = 0;
  assert.equal(await drawCode(canvas, `https://example.org/?${"x".repeat(5000)}`), false);
  assert.equal(drawn, 0);
});
