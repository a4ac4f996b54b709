import assert from "node:assert/strict";
import { test } from "node:test";

import { Buffers, readInto } from "./buffers.js";

test("memory that came back is taken again, for the same size only", () => {
  const buffers = new Buffers();
  const first = buffers.take(10);
  buffers.give([first]);
  assert.notEqual(buffers.take(11), first);
  assert.equal(buffers.take(10), first);
  assert.notEqual(buffers.take(10), first, "it has been taken");
});

test("no more is kept than is worth its memory", () => {
  const buffers = new Buffers();
  const many = Array.from({ length: 20 }, () => new ArrayBuffer(10));
  buffers.give(many);
  assert.ok(many.filter(({ byteLength }) => byteLength === 10).length <= 8);
  buffers.clear();
  assert.equal(many.filter(({ byteLength }) => byteLength === 10).length, 0);
});

test("a file is read into memory of its size", async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
  const read = await readInto(new Blob([bytes]), new ArrayBuffer(bytes.length));
  assert.deepEqual(read, bytes);
});
