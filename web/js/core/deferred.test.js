import assert from "node:assert/strict";
import { test } from "node:test";

import { deferred } from "./deferred.js";
import { turn } from "./fake_port.js";

test("a deferred promise is settled from outside, and a rejection needs nobody who waits", async () => {
  const [kept, broken] = [deferred(), deferred()];
  broken.reject(new Error("stopped")); // unhandled, it would end this process
  await turn();
  kept.resolve();
  await kept.promise;
  await assert.rejects(broken.promise, /stopped/);
});
