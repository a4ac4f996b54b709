import assert from "node:assert/strict";
import { test } from "node:test";
import { Mirror } from "./mirror.js";
import { mostListed, RunList, sameData } from "./run_list.js";
import { Snapshots } from "./snapshots.js";

const settings = { l2: 0, learningRate: 0.1, batchSize: 100, epochs: 40, seed: 1, shuffle: false };
const data = /** @type {import("./protocol.js").Data} */ (
  /** @type {unknown} */ ({
    name: { code: "sample-drawn", values: {}, message: "Practice images, not CIFAR-10" },
    drawn: true,
    splits: { train: 2000, validation: 500, test: 500 },
    fingerprint: "",
  })
);
const figures = { loss: 2, cost: 2, accuracy: 0.2 };
const name = (/** @type {number} */ n) => ({ code: "run-number", values: { n }, message: `Run ${n}` });

/** A list with a run of the worker's and, before it, one that the page keeps. */
function listed() {
  const mirror = new Mirror();
  /** @type {[string, any][]} */
  const sent = [];
  const client = {
    mirror,
    send: async (/** @type {string} */ command, /** @type {any} */ fields) => {
      sent.push([command, fields]);
      return { id: 9 };
    },
  };
  /** @type {string[]} */
  const memory = [];
  const remember = {
    load: async () => {},
    note: (/** @type {number} */ id) => memory.push(`note ${id}`),
    forget: (/** @type {number} */ id) => memory.push(`forget ${id}`),
    clear: async () => {},
  };
  const snapshots = new Snapshots();
  mirror.data = data;
  mirror.settings = /** @type {any} */ (settings);
  const run = {
    settings,
    status: "running",
    epoch: 2,
    inEpoch: 0,
    step: 40,
    changes: [],
    stepsPerEpoch: 20,
    test: null,
    message: "",
  };
  mirror.apply({ event: "RunStarted", run: /** @type {any} */ ({ ...run, id: 2, name: name(2) }) });
  const kept = {
    ...run,
    id: 1,
    name: name(1),
    history: [0, 1, 2].map((epoch) => ({
      epoch,
      train: figures,
      validation: figures,
      l2: 0,
      penalty: 0,
      norm: 0,
      learningRate: 0.1,
      nextRate: 0.1,
      step: 20 * epoch,
    })),
    data,
    progress: null,
    colour: 5,
    home: "page",
    savedAt: 1,
    report: null,
  };
  mirror.insert(/** @type {any} */ ([kept]));
  for (const id of [1, 2]) for (let epoch = 0; epoch <= 2; epoch++) snapshots.add(id, epoch, Float32Array.of(epoch));
  const list = new RunList(/** @type {any} */ (client), snapshots, /** @type {any} */ (remember));
  return { list, mirror, sent, memory };
}

test("a run is renamed where it is kept", async () => {
  const { list, mirror, sent, memory } = listed();
  await list.rename(2, "wide");
  assert.deepEqual(sent, [["renameRun", { run: 2, name: "wide" }]]);
  await list.rename(1, "narrow");
  assert.equal(mirror.find(1)?.name, "narrow");
  assert.equal(sent.length, 1);
  assert.deepEqual(memory, ["note 2", "note 1"]);
});

test("a run that was removed can be brought back where it was, at rest", async () => {
  const { list, mirror, memory } = listed();
  const bringBack = await list.remove(1);
  assert.deepEqual([mirror.runs.map(({ id }) => id), memory], [[2], ["forget 1"]]);
  bringBack();
  assert.deepEqual(
    mirror.runs.map(({ id, status }) => [id, status]),
    [
      [1, "paused"],
      [2, "running"],
    ],
  );
});

test("a fork goes on from an epoch and says so in any language", async () => {
  const { list, sent } = listed();
  await list.fork(1, 1);
  const [command, fields] = /** @type {[string, any]} */ (sent[0]);
  assert.equal(command, "fork");
  assert.deepEqual(fields.name, { code: "run-from", values: { run: name(1), epoch: 1 }, message: "Run 1, from 1" });
  assert.deepEqual([fields.from.epoch, [...fields.from.weights]], [1, [1]]);
});

test("a run of other data, or one that isn't there, is refused", async () => {
  const { list, mirror } = listed();
  mirror.data = { ...data, fingerprint: "f" };
  await assert.rejects(list.fork(1, 1), /trained on other data/);
  await assert.rejects(list.rename(5, "x"), /no run 5/);
});

test("data are the same whatever the order in which their name's parts came", () => {
  const turned = { ...data, name: { message: "Practice images, not CIFAR-10", values: {}, code: "sample-drawn" } };
  assert.equal(sameData(data, turned), true);
  assert.equal(sameData(data, { ...data, name: "CIFAR-10" }), false);
});

test("a list that has become too long loses its oldest runs, but none that is shown or trains", async () => {
  const { list, mirror, sent, memory } = listed();
  const [kept] = mirror.runs;
  assert.ok(kept);
  const more = Array.from({ length: mostListed + 3 }, (_, i) => ({
    ...kept,
    id: 100 + i,
    status: /** @type {const} */ ("finished"),
  }));
  mirror.insert(more, 0);
  const home = (/** @type {number} */ id, /** @type {string} */ home) => mirror.update(id, { home });
  home(101, "crew-1");
  home(102, "main");
  mirror.update(104, { status: "running" });
  const left = await list.shorten(new Set([100]));
  const ids = mirror.runs.map(({ id }) => id);
  assert.equal(left, 2);
  assert.deepEqual(
    ids.slice(0, 4),
    [100, 101, 104, 105],
    "of five too many, one is shown, one trains, one is a crew's",
  );
  assert.deepEqual(sent, [["removeRun", { run: 102 }]]);
  assert.deepEqual(memory, ["forget 102", "forget 103"]);
  assert.equal(await list.shorten(new Set([100])), 0);
});
