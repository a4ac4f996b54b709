import assert from "node:assert/strict";
import { test } from "node:test";

import { wordPart, wordsPart } from "../core/link.js";
import { noOptions } from "../core/options.js";
import { bestSettings } from "../core/settings.js";
import { decode, encode, namesOf, write } from "./query.js";
import { markOf, readMark, writeMark } from "./data_mark.js";

const usual = { ...noOptions, l2: 0.1, learningRate: 0.001, batchSize: 100, epochs: 40, seed: 1, shuffle: false };
const sample = { mark: "sample.2000.1000.1000", name: "Practice images, not CIFAR-10" };

/** A page with two parts. */
function page() {
  const state = { open: new Set(), curtain: "" };
  return {
    state,
    parts: [
      wordsPart(
        "open",
        ["why", "table"],
        () => state.open,
        (words) => (state.open = words),
      ),
      wordPart(
        "curtain",
        ["cost", "loss"],
        () => state.curtain,
        (word) => (state.curtain = word),
      ),
    ],
  };
}

/** @param {ReturnType<typeof page>["parts"]} parts */
const valuesOf = (parts) => parts.map(({ name, read }) => /** @type {[string, string]} */ ([name, read()]));

test("what is encoded is decoded to the same", () => {
  const there = page();
  there.state.open = new Set(["table", "why"]);
  there.state.curtain = "loss";
  const settings = {
    ...noOptions,
    l2: 1e-5,
    learningRate: 0.1,
    batchSize: 7,
    epochs: 3,
    seed: 2 ** 53 - 1,
    shuffle: true,
  };
  const data = { mark: "0123456789ab", name: "CIFAR-10, 3 ~ files" };
  const text = write(encode({ settings, data, parts: valuesOf(there.parts) }, false));

  const here = page();
  const said = decode(new URLSearchParams(text), here.parts);
  assert.deepEqual(said, {
    settings: { l2: 1e-5, learningRate: 0.1, batchSize: 7, epochs: 3, seed: 2 ** 53 - 1, shuffle: true },
    data,
    wrong: [],
  });
  assert.deepEqual(here.state, there.state);
});

test("options are in a link only where they differ", () => {
  const settings = { ...usual, loss: /** @type {const} */ ("bce"), smoothing: 3, momentum: 0.5 };
  const text = write(encode({ settings, data: sample, parts: [] }, false));
  assert.equal(
    text,
    "l2=0.1&lr=0.001&batch=100&epochs=40&seed=1&loss=bce&smoothing=3&data=sample.2000.1000.1000",
    "a momentum that nothing uses is left out",
  );
  assert.deepEqual(
    { ...noOptions, ...decode(new URLSearchParams(text), []).settings },
    { ...noOptions, l2: 0.1, learningRate: 0.001, batchSize: 100, epochs: 40, seed: 1, loss: "bce", smoothing: 3 },
  );
  assert.deepEqual(
    decode(new URLSearchParams("loss=mse&smoothing=9&flip=.5"), []).wrong.map((text) => text.split("=")[0]),
    ["loss", "smoothing"],
  );
  assert.deepEqual(decode(new URLSearchParams("preset=best"), []).settings, bestSettings);
});

test("an untouched page has no query, its whole link has one", () => {
  const said = { settings: usual, data: sample, parts: valuesOf(page().parts) };
  assert.equal(write(encode(said, false)), "");
  assert.equal(write(encode(said, true)), "l2=0.1&lr=0.001&batch=100&epochs=40&seed=1&data=sample.2000.1000.1000");
  assert.equal(
    write(encode({ ...said, settings: { ...usual, seed: 2 } }, false)),
    "l2=0.1&lr=0.001&batch=100&epochs=40&seed=2&data=sample.2000.1000.1000",
  );
});

test("a value that can't be used is named, the rest is applied", () => {
  const { state, parts } = page();
  const said = decode(
    new URLSearchParams(
      "l2=abc&lr=0&batch=1.5&epochs=7&seed=-1&shuffle=yes&preset=E&data=%3Cb%3E&open=why,cellar&curtain=sky",
    ),
    parts,
  );
  assert.deepEqual(said.settings, { epochs: 7 });
  assert.equal(said.data, null);
  assert.deepEqual(
    said.wrong.map((text) => text.split("=")[0]),
    ["preset", "l2", "lr", "batch", "seed", "shuffle", "data", "open", "curtain"],
  );
  assert.deepEqual(state, { open: new Set(["why"]), curtain: "" });
});

test("a preset is short for all that it sets, and a value beside it wins", () => {
  const said = decode(new URLSearchParams("preset=d&epochs=3"), []);
  assert.deepEqual(said.settings, {
    ...noOptions,
    l2: 1,
    learningRate: 0.001,
    batchSize: 100,
    epochs: 3,
    shuffle: false,
  });
});

test("every name that is written is known as the page's own", () => {
  const { parts } = page();
  const known = namesOf(parts);
  const pairs = encode(
    {
      settings: { ...usual, shuffle: true, optimizer: "adam", flip: 1 },
      data: sample,
      parts: [
        ["open", "why"],
        ["curtain", "loss"],
      ],
    },
    true,
  );
  const written = pairs.map(([name]) => name);
  assert.deepEqual(written.toSorted(), [
    "batch",
    "curtain",
    "data",
    "epochs",
    "flip",
    "l2",
    "lr",
    "open",
    "opt",
    "seed",
    "shuffle",
  ]);
  assert.deepEqual(
    written.filter((name) => !known.has(name)),
    [],
  );
  assert.ok(!known.has("utm_source"));
});

test("data are marked by their fingerprint, the sample by its split", () => {
  const data = {
    name: "CIFAR-10",
    drawn: false,
    variant: "",
    splits: { train: 2000, validation: 1000, test: 1000 },
    unused: 0,
    classes: [],
    official: true,
    tests: [],
    labels: { used: "", sets: [] },
    undo: false,
    shards: [],
    holdOut: { validation: 0, test: 0 },
    why: "",
    duplicates: { validation: 0, test: 0 },
    fingerprint: "ab".repeat(32),
  };
  assert.deepEqual(markOf(data), { mark: "abababababab", name: "CIFAR-10" });
  assert.deepEqual(readMark(writeMark(markOf(data))), markOf(data));
  assert.deepEqual(markOf({ ...data, fingerprint: "" }).mark, "sample.2000.1000.1000");
  assert.equal(readMark("sample"), null);
});
