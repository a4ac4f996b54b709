import assert from "node:assert/strict";
import { test } from "node:test";

import { protocolVersion } from "../core/constants.js";
import { Crew } from "../core/crew.js";
import { FakePort, turn } from "../core/fake_port.js";
import { WorkerClient } from "../core/worker_client.js";
import { Grid } from "./grid.js";

const data = { drawn: false, splits: { train: 3000, validation: 0, test: 0 }, tests: [], unused: 0, shards: [] };
const settings = { l2: 0, learningRate: 0.1, batchSize: 100, epochs: 40, seed: 1, shuffle: false };

/** A search that starts, on a first worker that is ready and two more that have said nothing. */
async function starting() {
  const first = new FakePort();
  const client = new WorkerClient(first);
  /** @type {FakePort[]} */
  const further = [];
  const hire = () => /** @type {any} */ (further[further.push(new FakePort()) - 1]);
  const search = new Grid(client, new Crew(client, hire, 2));
  first.say({ event: "Ready", version: protocolVersion });
  first.say({ event: "DataOpened", data });
  first.say({ event: "SettingsChanged", settings, deferred: [] });
  first.say({ event: "Settled" });
  const found = search.search({ l2: [0, 0.1], epochs: 3 });
  await turn();
  assert.deepEqual([search.state, further.length], ["starting", 2]);
  return { first, further, search, found };
}

test("a worker that ends before it is ready ends the search with a reason, which can then be begun again", async () => {
  for (const ready of [false, true]) {
    const { further, search, found } = await starting();
    if (ready) further[1]?.say({ event: "Ready", version: protocolVersion });
    await turn();
    further[1]?.say({ event: "Failed", message: "" });
    await assert.rejects(found, ready ? /A further worker has stopped/ : /A further worker could not be loaded/);
    assert.equal(search.state, "paused");
    assert.ok(further.every(({ terminated }) => terminated));
  }
});

test("a search that starts can be stopped, also while its workers say nothing; other data end it", async () => {
  const stopped = await starting();
  stopped.search.stop();
  assert.deepEqual(
    (await stopped.found).map(({ status }) => status),
    ["dropped", "dropped"],
  );
  await turn();
  assert.deepEqual([stopped.search.state, stopped.further.map(({ terminated }) => terminated)], ["idle", [true, true]]);

  const other = await starting();
  other.first.say({ event: "DataOpened", data });
  await assert.rejects(other.found, /stopped before/);
  assert.equal(other.search.state, "paused");
});
