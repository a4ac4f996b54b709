import assert from "node:assert/strict";
import { test } from "node:test";
import { latest, newest } from "./latest.js";

test("what comes while one is under way goes out together, the newest value of each", async () => {
  /** @type {object[]} */
  const sent = [];
  const change = latest(async (/** @type {{a?: number, b?: number}} */ changes) => {
    sent.push(changes);
    await Promise.resolve();
  });
  change({ a: 1 });
  change({ a: 2 });
  assert.equal(change.busy, true);
  await change({ a: 3, b: 4 });
  assert.deepEqual(sent, [{ a: 1 }, { a: 3, b: 4 }]);
  assert.equal(change.busy, false);
});

test("a refusal reaches all who wait, and the next change is sent again", async () => {
  /** @type {object[]} */
  const sent = [];
  const change = latest(async (/** @type {{a?: number, b?: number}} */ changes) => {
    sent.push(changes);
    if (changes.a === 1) throw new Error("no");
  });
  const [first, second] = [change({ a: 1 }), change({ b: 2 })];
  await assert.rejects(first, /no/);
  await assert.rejects(second, /no/);
  await change({ a: 3 });
  assert.deepEqual(sent, [{ a: 1 }, { a: 3 }], "what waited for the refused one is dropped");
});

test("of questions the newest is asked next, whatever was refused", async () => {
  /** @type {string[]} */
  const asked = [];
  const taken = await new Promise((resolve) => {
    const ask = newest(
      async (/** @type {string} */ question) => {
        asked.push(question);
        if (question === "a") throw new Error("gone");
        return `answer to ${question}`;
      },
      (question, answer) => resolve([question, answer]),
    );
    for (const question of ["a", "b", "c"]) ask(question);
  });
  assert.deepEqual(taken, ["c", "answer to c"]);
  assert.deepEqual(asked, ["a", "c"], "b was overtaken");
});
