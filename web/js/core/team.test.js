import assert from "node:assert/strict";
import { test } from "node:test";
import { protocolVersion } from "./constants.js";
import { deal, Team, workerCount } from "./team.js";
import { FakePort, turn } from "./fake_port.js";
import { WorkerClient } from "./worker_client.js";

const settings = { l2: 0, learningRate: 0.1, batchSize: 100, epochs: 40, seed: 1, shuffle: false };

/** @param {number} images */
const dataOf = (images) =>
  /** @type {import("./protocol.js").Data} */ (/** @type {unknown} */ ({ drawn: false, splits: { train: images, validation: 0, test: 0 }, tests: [], unused: 0, shards: [] }));

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
  assert.deepEqual(deal(["A", "B", "C", "D"], 2), [["A", "C"], ["B", "D"]]);
  assert.deepEqual(deal(["A", "B", "C", "D"], 3), [["A", "D"], ["B"], ["C"]]);
  assert.deepEqual(deal(["A", "B", "C", "D"], 4), [["A"], ["B"], ["C"], ["D"]]);
});

const report = [{ name: "A", settings }, { name: "B", settings }];

/** A team of a first worker that is ready, and the ports of the further ones. */
async function team() {
  const first = new FakePort();
  const client = new WorkerClient(first);
  /** @type {FakePort[]} */
  const further = [];
  const team = new Team(client, () => /** @type {any} */ (further[further.push(new FakePort()) - 1]), 2);
  first.say({ event: "Ready", version: protocolVersion });
  first.say({ event: "DataOpened", data: dataOf(3000) });
  first.say({ event: "Settled" });
  const started = team.start(report);
  started.catch(() => {});
  await turn();
  first.say({ event: "Replied", id: 1, value: { ids: [5, 6] } });
  await turn();
  return { first, further, team, started };
}

test("a further worker that can't be loaded ends the team and says so", async () => {
  const { further, team: runs, started } = await team();
  assert.equal(further.length, 1);
  further[0]?.suffer("error");
  await assert.rejects(started, /further worker could not be loaded/);
  assert.deepEqual([runs.state, further[0]?.terminated], ["idle", true]);
});

test("a further worker that dies in training stops the others", async () => {
  const { first, further, team: runs, started } = await team();
  const port = /** @type {FakePort} */ (further[0]);
  const answer = (/** @type {FakePort} */ of, /** @type {string} */ command) => of.say({ event: "Replied", id: of.sent.find((message) => message.command === command)?.id, value: null });
  port.say({ event: "Ready", version: protocolVersion });
  port.say({ event: "Settled" });
  await turn();
  answer(first, "shareData");
  answer(port, "receiveData");
  await turn();
  answer(first, "startTeam");
  answer(port, "startTeam");
  const { finished } = await started;
  port.say({ event: "Failed", message: "It stopped." });
  await assert.rejects(finished, /It stopped/);
  await turn();
  assert.equal(first.sent.at(-1).command, "stopTeam", "the first one trains no more of them");
  answer(first, "stopTeam");
  await turn();
  assert.equal(runs.state, "idle");
});
