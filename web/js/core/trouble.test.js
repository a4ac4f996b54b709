import assert from "node:assert/strict";
import { test } from "node:test";

import { trouble } from "./trouble.js";

test("what a browser says for developers is not shown, what the page says is", () => {
  const raw = "Failed to execute 'removeEntry' on 'FileSystemDirectoryHandle'";
  for (const name of ["NotFoundError", "SecurityError", "QuotaExceededError", "NotReadableError", "DataError", ""]) {
    const said = trouble(new DOMException(raw, name));
    assert.match(said, /^[A-Z].*\.$/);
    assert.ok(!said.includes("removeEntry"), said);
  }
  const own = "weights.npz: the archive has no array W";
  assert.equal(trouble(new Error(own)), own);
  assert.equal(trouble("gone"), "gone");
});
