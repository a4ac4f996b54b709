import assert from "node:assert/strict";
import { test } from "node:test";
import { protocolVersion } from "./constants.js";
import { deal, Team, workerCount } from "./team.js";
import { FakePort, turn } from "./fake_port.js";
import { WorkerClient } from "./worker_client.js";

const settings = { l2: 0, learningRate: 0.1, batchSize: 100, epochs: 40, seed: 1, shuffle: false };

/** @param {number} images */
const dataOf = (images) =>
  /** @type {import("./protocol.js").Data} */ (
    /** @type {unknown} */ ({
      drawn: false,
      splits: { train: images, validation: 0, test: 0 },
      tests: [],
      unused: 0,
      shards: [],
    })
  );

test("one worker a core and a run, four at most", () => {
  assert.equal(workerCount(4, 1, dataOf(30_000)), 1);
  assert.equal(workerCount(4, 2, dataOf(30_000)), 2);
  assert.equal(workerCount(4, 16, dataOf(30_000)), 4);
  assert.equal(workerCount(9, 16, dataOf(30_000)), 4);
  assert.equal(workerCount(2, 16, dataOf(30_000)), 2);
});

test("fewer where the data are large, but one always", () => {
  assert.equal(workerCount(4, 16, dataOf(60_000)), 3);
  assert.equal(workerCount(4, 16, dataOf(1_000_000)), 1);
});

test("further tests count: each worker has them too", () => {
  const data = { ...dataOf(30_000), tests: [{ name: "CIFAR-10-C fog", images: 50_000 }] };
  assert.equal(workerCount(4, 16, data), 2);
});

test("runs are dealt out evenly, each once", () => {
  assert.deepEqual(deal(["A", "B", "C", "D"], 1), [["A", "B", "C", "D"]]);
  assert.deepEqual(deal(["A", "B", "C", "D"], 2), [
    ["A", "C"],
    ["B", "D"],
  ]);
  assert.deepEqual(deal(["A", "B", "C", "D"], 3), [["A", "D"], ["B"], ["C"]]);
  assert.deepEqual(deal(["A", "B", "C", "D"], 4), [["A"], ["B"], ["C"], ["D"]]);
});

const report = [
  { name: "A", settings },
  { name: "B", settings },
];

/** A team of a first worker that is ready, and the ports of the further ones. */
async function team() {
  const first = new FakePort();
  const client = new WorkerClient(first);
  /** @type {FakePort[]} */
  const further = [];
  const from = { epoch: 1, step: 30 };
  const goesOn = async (/** @type {number} */ run) => {
    if (run === 6) return /** @type {any} */ ({ settings, from });
    throw new Error("There are no weights.");
  };
  const team = new Team(client, () => /** @type {any} */ (further[further.push(new FakePort()) - 1]), 2, goesOn);
  first.say({ event: "Ready", version: protocolVersion });
  first.say({ event: "DataOpened", data: dataOf(3000) });
  first.say({ event: "Settled" });
  const started = team.start(report);
  started.catch(() => {});
  await turn();
  first.say({ event: "Replied", id: 1, value: { ids: [5, 6] } });
  await turn();
  return { first, further, team, started, mirror: client.mirror };
}

test("a further worker that can't be loaded ends the team and says so", async () => {
  const { further, team: runs, started } = await team();
  assert.equal(further.length, 1);
  further[0]?.suffer("error");
  await assert.rejects(started, /further worker could not be loaded/);
  assert.deepEqual([runs.state, further[0]?.terminated], ["idle", true]);
});

test("a further worker that ends between its start and its first run ends the team with a reason", async () => {
  /** @type {Record<string, (port: FakePort, first: FakePort) => Promise<void> | void>} */
  const stages = {
    "as soon as it runs": () => {},
    "when it is ready": (port) => port.say({ event: "Ready", version: protocolVersion }),
    "when it has the data": async (port, first) => void (await join(first, port)),
  };
  for (const [stage, reach] of Object.entries(stages)) {
    const { first, further, team: runs, started } = await team();
    const port = /** @type {FakePort} */ (further[0]);
    await reach(port, first);
    await turn();
    port.say({ event: "Failed", message: "" });
    await assert.rejects(started, /A further worker/, stage);
    assert.equal(runs.state, "idle", stage);
    assert.ok(
      further.every(({ terminated }) => terminated),
      stage,
    );
  }
});

test("a team that starts can be stopped, also while a worker says nothing; other data stop it too", async () => {
  for (const end of /** @type {const} */ (["stop", "data"])) {
    const { first, further, team: runs, started } = await team();
    if (end === "stop") await runs.stop();
    else first.say({ event: "DataOpened", data: dataOf(3000) });
    await assert.rejects(started, /stopped before their end/);
    assert.deepEqual([runs.state, further[0]?.terminated], ["idle", true]);
  }
});

/** @param {FakePort} of @param {string} command */
async function answer(of, command) {
  await turn();
  of.say({ event: "Replied", id: of.sent.findLast((message) => message.command === command)?.id, value: null });
  await turn();
}

/** A worker that runs and takes the data. @param {FakePort} first @param {FakePort | undefined} port */
async function join(first, port) {
  if (!port) throw new Error("no worker was started");
  port.say({ event: "Ready", version: protocolVersion });
  port.say({ event: "Settled" });
  await answer(first, "shareData");
  await answer(port, "receiveData");
  return port;
}

/** A team that trains: the first worker run 5, a further one run 6. */
async function training() {
  const { first, further, team: runs, started, mirror } = await team();
  const port = await join(first, further[0]);
  const run = {
    name: "",
    settings,
    status: "running",
    epoch: 0,
    inEpoch: 0,
    step: 0,
    stepsPerEpoch: 30,
    changes: [],
    test: null,
    tests: {},
    message: "",
  };
  first.say({ event: "RunStarted", run: { ...run, id: 1, status: "ready" } });
  await answer(first, "startTeam");
  runs.on("event", ({ event, home }) => mirror.apply(event, home));
  first.say({ event: "RunJoined", run: { ...run, id: 5 } });
  port.say({ event: "RunJoined", run: { ...run, id: 6 } });
  await answer(port, "startTeam");
  return { first, further, port, runs, run, ...(await started) };
}

test("a further worker that dies in training is replaced: another goes on with its run, in its place", async () => {
  const { first, further, port, runs, run, finished } = await training();
  /** @type {string[]} */
  const told = [];
  runs.on("left", (name) => told.push(`${name} left`));
  runs.on("joined", ({ name }) => told.push(`${name} joined`));
  port.say({ event: "Failed", message: "It stopped." });
  const other = await join(first, further[1]);
  assert.deepEqual(told, ["crew-1 left", "crew-1 joined"]);
  assert.deepEqual(other.sent.at(-1).runs, [{ id: 6, name: "", settings, from: { epoch: 1, step: 30 } }]);
  other.say({ event: "RunJoined", run: { ...run, id: 6, epoch: 1, step: 30, status: "paused" } });
  await answer(other, "startTeam");
  assert.deepEqual(
    [runs.state, runs.runs.map(({ id, home, step }) => [id, home, step])],
    [
      "running",
      [
        [5, "main", 0],
        [6, "crew-1", 30],
      ],
    ],
  );
  first.say({ event: "RunChanged", run: { ...run, id: 5, status: "finished" } });
  other.say({ event: "RunChanged", run: { ...run, id: 6, status: "finished" } });
  await finished;
  assert.equal(runs.state, "idle");
});

test("a worker that ends before it has taken the place of another is replaced as well", async () => {
  const { first, further, runs, run, finished } = await training();
  further[0]?.say({ event: "Failed", message: "It stopped." });
  await turn();
  further[1]?.say({ event: "Ready", version: protocolVersion });
  await turn();
  further[1]?.say({ event: "Failed", message: "It stopped." });
  const other = await join(first, further[2]);
  assert.deepEqual(other.sent.at(-1).runs, [{ id: 6, name: "", settings, from: { epoch: 1, step: 30 } }]);
  await answer(other, "startTeam");
  first.say({ event: "RunChanged", run: { ...run, id: 5, status: "finished" } });
  other.say({ event: "RunChanged", run: { ...run, id: 6, status: "finished" } });
  await finished;
  assert.equal(runs.state, "idle");
});

test("further workers that die again and again stop the others", async () => {
  const { first, further, finished, runs } = await training();
  for (let died = 0; died < 4; died++) {
    const port = died === 0 ? further[0] : await join(first, further[died]);
    port?.say({ event: "Failed", message: "It stopped." });
    await turn();
  }
  await assert.rejects(finished, /A further worker has stopped.*It stopped/);
  await answer(first, "stopTeam");
  assert.deepEqual([runs.state, further.length], ["idle", 4]);
});

test("the first worker's part goes on, from its start without weights, when it has been replaced", async () => {
  const { first, runs } = await training();
  const taken = runs.takeUp();
  await answer(first, "startTeam");
  await taken;
  assert.deepEqual(first.sent.at(-1).runs, [{ id: 5, name: "", settings }]);
});
