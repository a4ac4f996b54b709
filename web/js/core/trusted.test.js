import assert from "node:assert/strict";
import { test } from "node:test";

import { trustedDrawing, trustedScript } from "./trusted.js";

test("scripts of this site and plain drawings are trusted, and nothing else", () => {
  Object.assign(globalThis, { document: { baseURI: "https://example.org/one/" } });
  const own = "https://example.org/one/js/worker.js";
  assert.equal(trustedScript(new URL(own)), own);
  for (const other of ["https://example.com/w.js", "data:text/javascript,alert(1)", "https://example.org:8443/w.js"])
    assert.throws(() => trustedScript(new URL(other)), TypeError, other);
  assert.equal(trustedDrawing("<svg><path/></svg>"), "<svg><path/></svg>");
  for (const text of ["<svg><script>1</script></svg>", "<svg onload = 'x'/>", "<a href='javascript:x'/>"])
    assert.throws(() => trustedDrawing(text), TypeError, text);
});
