import assert from "node:assert/strict";
import { test } from "node:test";
import { Mirror } from "./mirror.js";
import { RunMemory, chosenEpochs } from "./run_memory.js";
import { Snapshots } from "./snapshots.js";

/** @typedef {import("./run_store.js").StoredRun} StoredRun */

/** What RunStore does, in memory. */
class FakeStore {
  /** @type {Map<string, StoredRun>} */
  kept = new Map();
  /** @type {Map<string, Map<number, Float32Array>>} */
  films = new Map();

  async runs() {
    return [...this.kept.values()];
  }

  async snapshots(/** @type {string} */ key) {
    return [...(this.films.get(key) ?? [])];
  }

  async put(/** @type {StoredRun} */ run, /** @type {[number, Float32Array][]} */ added, /** @type {number[]} */ dropped) {
    const film = this.films.get(run.key) ?? new Map();
    this.films.set(run.key, film);
    this.kept.set(run.key, structuredClone(run));
    for (const [epoch, weights] of added) film.set(epoch, weights);
    for (const epoch of dropped) film.delete(epoch);
  }

  async remove(/** @type {string[]} */ keys) {
    for (const key of keys) this.kept.delete(key);
  }

  async clear() {
    this.kept.clear();
  }
}

const settings = { l2: 0, learningRate: 0.1, batchSize: 100, epochs: 40, seed: 1, shuffle: false };

/**
 * @param {number} id
 * @param {number} epoch
 * @returns {import("./protocol.js").RunSummary}
 */
const summary = (id, epoch) => ({ id, name: `Run ${id}`, settings, status: "running", epoch, step: 0, stepsPerEpoch: 20, test: null, message: "" });

test("a run is stored once it has finished an epoch, and comes back paused, before the current one", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const store = new FakeStore();
  const mirror = new Mirror();
  const snapshots = new Snapshots();
  const memory = new RunMemory(/** @type {any} */ (store), mirror, snapshots);
  mirror.apply({ event: "RunStarted", run: summary(1, 0) });
  mirror.apply({ event: "RunStarted", run: summary(2, 3) });
  for (let epoch = 0; epoch <= 3; epoch++) snapshots.add(2, epoch, Float32Array.of(epoch));
  memory.note(1);
  memory.note(2);
  t.mock.timers.tick(5000);
  await new Promise(setImmediate);
  assert.deepEqual([...store.kept.values()].map(({ name }) => name), ["Run 2"]);

  const later = new Mirror();
  const film = new Snapshots();
  later.apply({ event: "RunStarted", run: summary(1, 0) });
  const again = new RunMemory(/** @type {any} */ (store), later, film);
  await again.restore(async () => [7]);
  assert.deepEqual(later.runs.map(({ id, status, home }) => [id, status, home]), [[7, "paused", "page"], [1, "running", "main"]]);
  assert.notEqual(later.runs[0]?.colour, later.runs[1]?.colour);
  await again.load(7);
  assert.deepEqual(film.epochs(7), [0, 1, 2, 3]);
});

test("some forty snapshots of a run are stored, the last always among them", () => {
  const upTo = (/** @type {number} */ last) => chosenEpochs(Array.from({ length: last + 1 }, (_, epoch) => epoch));
  assert.equal(upTo(40).length, 41);
  for (const last of [41, 100, 119]) {
    assert.ok(upTo(last).length <= 42);
    assert.equal(upTo(last).at(-1), last);
  }
  assert.deepEqual(chosenEpochs([]), []);
});
