import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { described, format } from "./described.js";

const corpus = new URL("testdata/", import.meta.url);

test("what every earlier format says of a run is still read, and there is one file of each", async () => {
  const files = (await readdir(corpus)).sort();
  assert.deepEqual(
    files,
    Array.from({ length: format + 1 }, (_, i) => `run-format-${i}.json`),
  );
  for (const file of files) {
    const run = described(await readFile(new URL(file, corpus), "utf8"));
    assert.deepEqual([run?.name, run?.epoch, run?.step, run?.settings.batchSize], ["Run 1", 1, 20, 100], file);
    assert.equal(run?.settings.optimizer, "sgd", "what there was no choice of is as it was then");
    assert.equal(run?.history[0]?.train.loss, 2.31);
  }
});

test("a later format is refused with words; what another program wrote is none", () => {
  assert.throws(() => described(JSON.stringify({ format: format + 1 })), /later version of this page/);
  for (const text of ["", "{", "null", "3", "[]", '{"settings":null,"epoch":1,"step":1,"history":[]}'])
    assert.equal(described(text), null, text);
});
