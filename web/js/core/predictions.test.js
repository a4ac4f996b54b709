import assert from "node:assert/strict";
import test from "node:test";

import { Predictions } from "./predictions.js";

/** @import {Data, SplitName} from "./protocol.js" */

const data = /** @type {Data} */ ({ name: "some" });
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A worker that answers when it is told to. */
function slowWorker() {
  /** @type {{split: SplitName, resolve: (answer: any) => void, reject: (error: Error) => void}[]} */
  const asked = [];
  const predictions = new Predictions(
    ({ split }) => new Promise((resolve, reject) => asked.push({ split, resolve, reject })),
  );
  return { asked, predictions };
}

test("an answer is asked for once and remembered", async () => {
  const { asked, predictions } = slowWorker();
  const question = { weights: new Float32Array(1), split: /** @type {const} */ ("test"), data };
  assert.equal(predictions.of(question), null);
  assert.equal(predictions.of({ ...question }), null);
  const answer = { labels: [] };
  asked[0]?.resolve(answer);
  await turn();
  assert.equal(predictions.of(question), answer);
  assert.equal(asked.length, 1);
  assert.equal(
    predictions.of({ ...question, data: /** @type {Data} */ ({ name: "other" }) }),
    null,
    "other data, another answer",
  );
});

test("what is stale when its turn comes is never asked", async () => {
  const { asked, predictions } = slowWorker();
  const epochs = [0, 1, 2, 3].map(() => new Float32Array(1));
  for (const weights of epochs) predictions.of({ weights, split: "validation", data });
  asked[0]?.resolve({});
  await turn();
  assert.equal(asked.length, 2);
  asked[1]?.resolve("latest");
  await turn();
  assert.equal(
    predictions.of({ weights: /** @type {Float32Array} */ (epochs[3]), split: "validation", data }),
    "latest",
  );
});

test("a refusal is told and not asked again and again", async () => {
  const { asked, predictions } = slowWorker();
  const question = { weights: new Float32Array(1), split: /** @type {const} */ ("test"), data };
  let message = "";
  predictions.on("failed", (why) => (message = why));
  predictions.on("changed", () => predictions.of(question));
  predictions.of(question);
  asked[0]?.reject(new Error("no"));
  await turn();
  assert.equal(message, "no");
  assert.equal(asked.length, 1);
});
