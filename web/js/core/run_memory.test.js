import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { Emitter } from "./emitter.js";
import { Mirror } from "./mirror.js";
import { noOptions } from "./options.js";
import { RunList } from "./run_list.js";
import { RunMemory, chosenEpochs } from "./run_memory.js";
import { Snapshots } from "./snapshots.js";
import { english } from "../texts/told.js";

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

  async run(/** @type {string} */ key) {
    return this.kept.get(key) ?? null;
  }

  async snapshots(/** @type {string} */ key) {
    return [...(this.films.get(key) ?? [])];
  }

  async put(
    /** @type {StoredRun} */ run,
    /** @type {[number, Float32Array][]} */ added,
    /** @type {number[]} */ dropped,
  ) {
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

const settings = { ...noOptions, l2: 0, learningRate: 0.1, batchSize: 100, epochs: 40, seed: 1, shuffle: false };

/** A tab among others. @param {string} id @param {string[]} others */
const tab =
  (id, ...others) =>
  async () => ({ id, living: new Set(others) });

/**
 * @param {number} id
 * @param {number} epoch
 * @returns {import("./protocol.js").RunSummary}
 */
const summary = (id, epoch) => ({
  id,
  name: `Run ${id}`,
  settings,
  status: "running",
  epoch,
  inEpoch: 0,
  step: 0,
  changes: [],
  stepsPerEpoch: 20,
  test: null,
  tests: {},
  message: "",
});

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
  assert.deepEqual(
    [...store.kept.values()].map(({ name }) => name),
    ["Run 2"],
  );

  const later = new Mirror();
  const film = new Snapshots();
  later.apply({ event: "RunStarted", run: summary(1, 0) });
  const again = new RunMemory(/** @type {any} */ (store), later, film, tab("a"));
  await again.restore(async () => [7]);
  assert.deepEqual(
    later.runs.map(({ id, status, home }) => [id, status, home]),
    [
      [7, "paused", "page"],
      [1, "running", "main"],
    ],
  );
  assert.notEqual(later.runs[0]?.colour, later.runs[1]?.colour);
  await again.load(7);
  assert.deepEqual(film.epochs(7), [0, 1, 2, 3]);
});

/** A store that takes its time: a write ends when the test says so. */
class SlowStore extends FakeStore {
  /** @type {(() => void)[]} ends the writes that have begun, in their order */
  begun = [];

  async put(
    /** @type {StoredRun} */ run,
    /** @type {[number, Float32Array][]} */ added,
    /** @type {number[]} */ dropped,
  ) {
    const taken = structuredClone(run);
    await new Promise((resolve) => this.begun.push(() => resolve(undefined)));
    await super.put(taken, added, dropped);
  }
}

test("a save that another overtakes is written first, and each snapshot once; one of a removed run leaves nothing", async () => {
  const store = new SlowStore();
  const mirror = new Mirror();
  const snapshots = new Snapshots();
  const memory = new RunMemory(/** @type {any} */ (store), mirror, snapshots);
  const save = (/** @type {number} */ epoch) => {
    mirror.update(2, { epoch });
    snapshots.add(2, epoch, Float32Array.of(epoch));
    memory.note(2);
    return memory.flush();
  };
  mirror.apply({ event: "RunStarted", run: summary(2, 0) });
  mirror.apply({ event: "RunStarted", run: summary(3, 0) });
  save(1);
  const saved = save(2);
  await new Promise(setImmediate);
  assert.equal(store.begun.length, 1, "the second waits for the first");
  store.begun[0]?.();
  await new Promise(setImmediate);
  store.begun[1]?.();
  await saved;
  const [key = ""] = store.kept.keys();
  assert.deepEqual(
    [...store.kept.values()].map(({ epoch }) => epoch),
    [2],
    "one record, the newest",
  );
  assert.deepEqual(
    [...(store.films.get(key)?.entries() ?? [])],
    [
      [1, Float32Array.of(1)],
      [2, Float32Array.of(2)],
    ],
  );

  const overtaken = save(3);
  mirror.remove(2);
  memory.forget(2);
  await new Promise(setImmediate);
  store.begun[2]?.();
  await overtaken;
  await memory.flush();
  assert.equal(store.kept.size, 0, "removed while it was saved");
});

test("a run that goes on under another number is stored once, also if it was stored under that one meanwhile", async () => {
  const store = new FakeStore();
  const mirror = new Mirror();
  const snapshots = new Snapshots();
  const memory = new RunMemory(/** @type {any} */ (store), mirror, snapshots);
  const save = (/** @type {number} */ id) => {
    mirror.apply({ event: "RunStarted", run: summary(id, 1) });
    snapshots.add(id, 1, Float32Array.of(1));
    memory.note(id);
    return memory.flush();
  };
  await save(2);
  const [key] = store.kept.keys();
  await save(9); // before the page knows that it is the same run
  mirror.remove(2);
  memory.moved(2, 9);
  await memory.flush();
  assert.deepEqual([...store.kept.keys()], [key]);
});

test("some forty snapshots of a run are stored, the last always among them", () => {
  const upTo = (/** @type {number} */ last) => chosenEpochs(Array.from({ length: last + 1 }, (_, epoch) => epoch));
  assert.equal(upTo(40).length, 41);
  for (const last of [41, 100, 119]) {
    const chosen = upTo(last);
    assert.ok(chosen.length > 20 && chosen.length <= 42, `${chosen.length} of ${last}`);
    assert.deepEqual([chosen[0], chosen.at(-1)], [0, last]);
  }
  assert.deepEqual(chosenEpochs([]), []);
});

test("a stored run with Adam goes on with its moments, also once its film was let go", async () => {
  const store = new FakeStore();
  const mirror = new Mirror();
  const snapshots = new Snapshots();
  const memory = new RunMemory(/** @type {any} */ (store), mirror, snapshots);
  const carried = { moments: Float32Array.of(0.25, -1e-30), best: Float32Array.of(3), steps: 60 };
  const figures = { loss: 2, cost: 2, accuracy: 0.2 };
  const point = { train: figures, validation: figures, l2: 0, penalty: 0, norm: 0, learningRate: 0.1, nextRate: 0.1 };
  const data = /** @type {any} */ ({
    name: "CIFAR-10",
    drawn: false,
    splits: { train: 2000, validation: 1, test: 1 },
    fingerprint: "f",
  });
  mirror.data = data;
  mirror.apply({ event: "RunStarted", run: summary(1, 0) });
  mirror.apply({ event: "RunStarted", run: { ...summary(2, 0), settings: { ...settings, optimizer: "adam" } } });
  for (let epoch = 0; epoch <= 3; epoch++) {
    const event = /** @type {any} */ ({
      event: "EpochFinished",
      run: 2,
      epoch,
      step: 20 * epoch,
      ...point,
      weights: Float32Array.of(epoch),
      carried,
    });
    mirror.apply(event);
    snapshots.apply(event, mirror);
  }
  mirror.update(2, { epoch: 3, step: 60 });
  memory.note(2);
  await memory.flush();

  const later = new Mirror();
  const film = new Snapshots();
  later.data = data;
  later.apply({ event: "RunStarted", run: summary(1, 0) });
  const again = new RunMemory(/** @type {any} */ (store), later, film, tab("a"));
  await again.restore(async () => [7]);
  /** @type {any[]} */
  const sent = [];
  const client = {
    mirror: later,
    send: async (/** @type {string} */ command, /** @type {any} */ fields) => sent.push([command, fields]) && { id: 9 },
  };
  const list = new RunList(/** @type {any} */ (client), film, again);
  for (const letGo of [false, true]) {
    if (letGo) film.dropFilm(7);
    await list.fork(7, 3);
    const [command, { from }] = sent.pop();
    assert.equal(command, "fork");
    assert.deepEqual([from.epoch, from.step, from.weights], [3, 60, Float32Array.of(3)]);
    assert.deepEqual(from.carried, carried, letGo ? "its film was let go" : "just restored");
  }
});

test("what makes room for films leaves what their runs need to go on", () => {
  const mirror = new Mirror();
  const snapshots = new Snapshots();
  const memory = new RunMemory(/** @type {any} */ (new FakeStore()), mirror, snapshots);
  const carried = { moments: Float32Array.of(1), best: new Float32Array(), steps: 1 };
  const ids = Array.from({ length: 15 }, (_, i) => i + 1);
  for (const id of ids) {
    mirror.apply({ event: "RunStarted", run: { ...summary(id, 1), status: "finished" } });
    snapshots.add(id, 1, Float32Array.of(id));
    snapshots.carry(id, 1, carried);
    memory.note(id);
  }
  memory.flush();
  memory.makeRoom(new Set());
  const dropped = ids.filter((id) => snapshots.epochs(id).length === 0);
  assert.deepEqual(dropped, [1, 2, 3]);
  for (const id of ids) assert.deepEqual(snapshots.carriedOf(id), { epoch: 1, carried }, `run ${id}`);
});

/** News that come at once, as between tabs. @extends {Emitter<Record<string, any>>} */
class FakeNews extends Emitter {
  /** @type {FakeNews[]} */
  static all = [];

  constructor() {
    super();
    FakeNews.all.push(this);
  }

  tell(/** @type {object} */ news) {
    for (const other of FakeNews.all)
      if (other !== this) for (const [name, detail] of Object.entries(news)) other.emit(name, detail);
  }
}

test("the runs of all tabs are in each tab's list: as they are stored, as they go on, and until they are removed", async () => {
  const store = new FakeStore();
  const [one, two] = await Promise.all(
    ["a", "b"].map(async (name) => {
      const [mirror, snapshots] = [new Mirror(), new Snapshots()];
      mirror.apply({ event: "RunStarted", run: { ...summary(1, 0), name } });
      const news = /** @type {any} */ (new FakeNews());
      const memory = new RunMemory(/** @type {any} */ (store), mirror, snapshots, tab(name), news);
      await memory.restore(async () => [7]);
      return { mirror, snapshots, memory };
    }),
  );
  assert.ok(one && two);
  /** What the second tab lists. */
  const listed = () => two.mirror.runs.map(({ id, name, status, epoch, home }) => [id, name, status, epoch, home]);
  const own = [1, "b", "running", 0, "main"];
  /** @param {number} epoch @param {import("./protocol.js").Status} status */
  const reach = async (epoch, status) => {
    one.mirror.update(1, { epoch, status });
    one.snapshots.add(1, epoch, Float32Array.of(epoch));
    one.memory.note(1);
    await one.memory.flush();
    await new Promise(setImmediate);
  };

  await reach(2, "paused");
  assert.deepEqual(listed(), [[7, "a", "paused", 2, "page"], own]);
  assert.notEqual(two.mirror.runs[0]?.colour, two.mirror.runs[1]?.colour);
  await two.memory.load(7);
  await reach(3, "running");
  assert.deepEqual(listed(), [[7, "a", "paused", 3, "page"], own]);
  assert.deepEqual(two.snapshots.epochs(7), [2, 3], "what is shown of it follows");
  assert.equal(one.mirror.runs.length, 1, "a tab's own news are none to it");

  one.memory.forget(1);
  await one.memory.flush();
  await new Promise(setImmediate);
  assert.deepEqual(listed(), [own]);
  await reach(4, "paused");
  assert.equal(listed().length, 2);
  await two.memory.clear();
  await new Promise(setImmediate);
  assert.equal(one.mirror.runs.length, 1, "the tab in which it trains keeps it");
  await reach(5, "paused");
  assert.deepEqual([...(store.films.get([...store.kept.keys()][0] ?? "")?.keys() ?? [])], [2, 3, 4, 5]);
});

test("the current run of a tab that has gone is the one to go on with, until another one is stored", async () => {
  const store = new FakeStore();

  /** A page with a run of its own. @param {() => Promise<import("./this_tab.js").Tab>} join @param {number} id */
  async function page(join, id) {
    const [mirror, snapshots] = [new Mirror(), new Snapshots()];
    const memory = new RunMemory(/** @type {any} */ (store), mirror, snapshots, join);
    mirror.apply({ event: "RunStarted", run: summary(id, 0) });
    await memory.restore(async (count) => Array.from({ length: count }, (_, i) => 10 * id + i));
    const train = (/** @type {number} */ epoch) => {
      mirror.update(id, { epoch });
      snapshots.add(id, epoch, Float32Array.of(epoch));
      memory.note(id);
      return memory.flush();
    };
    return { memory, train, interrupted: () => mirror.find(memory.interrupted ?? NaN)?.name };
  }

  await (await page(tab("a"), 1)).train(3);
  await (await page(tab("b", "a"), 2)).train(4);
  assert.equal((await page(tab("a", "b"), 3)).interrupted(), "Run 1", "its own");
  assert.equal((await page(tab("c", "a", "b"), 4)).interrupted(), undefined, "all others live");
  const last = await page(tab("c", "a"), 5);
  assert.equal(last.interrupted(), "Run 2", "its tab was closed");
  await last.train(1);
  assert.equal(last.interrupted(), undefined);
  assert.equal(
    (await page(tab("d", "a", "c"), 6)).interrupted(),
    undefined,
    "another run has been the current one since",
  );
});

test("a page that is left writes at once, whatever is being written", async () => {
  const store = new SlowStore();
  const [mirror, snapshots] = [new Mirror(), new Snapshots()];
  const memory = new RunMemory(/** @type {any} */ (store), mirror, snapshots, tab("a"));
  mirror.apply({ event: "RunStarted", run: summary(2, 1) });
  memory.note(2);
  memory.flush();
  memory.note(2);
  memory.leave();
  await new Promise(setImmediate);
  assert.equal(store.begun.length, 2);
});

test("runs past the newest fifty are stored no more, and that is said", async () => {
  const store = new FakeStore();
  const [mirror, snapshots] = [new Mirror(), new Snapshots()];
  const memory = new RunMemory(/** @type {any} */ (store), mirror, snapshots, tab("a"));
  /** @type {number[]} */
  const said = [];
  memory.on("dropped", (most) => said.push(most));
  for (const last of [50, 52]) {
    while (mirror.runs.length < last) mirror.apply({ event: "RunStarted", run: summary(mirror.runs.length + 1, 1) });
    for (const { id } of mirror.runs) memory.note(id);
    await memory.flush();
    assert.equal(store.kept.size, 50);
    assert.deepEqual(said, last > 50 ? [50] : []);
  }
  assert.equal(
    [...store.kept.values()].some(({ name }) => name === "Run 2"),
    false,
  );
});

test("runs that every earlier page stored come back whole", async () => {
  const corpus = new URL("testdata/", import.meta.url);
  const files = (await readdir(corpus)).sort();
  assert.equal(files[0], "stored-run-0.json");
  for (const file of files) {
    const stored = JSON.parse(await readFile(new URL(file, corpus), "utf8"));
    const store = new FakeStore();
    await store.put(
      stored,
      [0, 1].map((epoch) => [epoch, Float32Array.of(epoch)]),
      [],
    );
    const mirror = new Mirror();
    mirror.apply({ event: "RunStarted", run: summary(1, 0) });
    const memory = new RunMemory(/** @type {any} */ (store), mirror, new Snapshots(), tab("a"));
    await memory.restore(async () => [7]);
    const run = mirror.find(7);
    assert.ok(run, file);
    assert.deepEqual(
      [english(run.name), run.status, run.epoch, run.inEpoch, run.home],
      ["Run 1", "paused", 1, 0, "page"],
      file,
    );
    assert.deepEqual([run.changes, run.tests], [[], {}], file);
    assert.deepEqual(Object.keys(run.settings).sort(), Object.keys(settings).sort(), `${file}: all settings`);
    assert.deepEqual([run.settings.loss, run.settings.l2], ["softmax", 0.1], file);
    assert.deepEqual(
      run.history.map(({ step, l2, penalty }) => [step, l2, penalty]),
      [
        [0, 0.1, 0.5],
        [20, 0.1, 0.5],
      ],
      file,
    );
  }
});
