import assert from "node:assert/strict";
import { test } from "node:test";
import { protocolVersion } from "./constants.js";
import { FakePort, turn } from "./fake_port.js";
import { LoaderClient } from "./loader_client.js";
import { WorkerClient } from "./worker_client.js";

/** A loader's client with the ports of the trainer and of the loaders that it has started. */
function connected() {
  const trainer = new FakePort();
  const client = new WorkerClient(trainer);
  trainer.say({ event: "Ready", version: protocolVersion });
  /** @type {FakePort[]} */
  const started = [];
  const loader = new LoaderClient(
    client,
    () => {
      const port = new FakePort();
      started.push(port);
      return port;
    },
    async () => [0],
  );
  return { trainer, loader, started };
}

const file = { name: "data_batch_1.bin", file: /** @type {File} */ (/** @type {unknown} */ ({})) };

/**
 * Opens a file and makes something happen to the loader; the trainer refuses what is cancelled.
 * @param {(port: FakePort) => void} happen
 */
async function openAnd(happen) {
  const { trainer, loader, started } = connected();
  const opened = loader.open([file], 0);
  opened.catch(() => {});
  await turn();
  happen(/** @type {FakePort} */ (started[0]));
  await turn();
  const [open, cancel] = trainer.sent;
  assert.deepEqual([open.command, cancel?.command], ["open", "cancelOpen"]);
  trainer.say({ event: "Refused", id: open.id, why: cancel.message });
  trainer.say({ event: "Replied", id: cancel.id, value: null });
  return { opened, port: /** @type {FakePort} */ (started[0]) };
}

test("a loader of another version gives the opening up and says why", async () => {
  const { opened, port } = await openAnd((port) => port.say({ event: "Ready", version: protocolVersion + 1 }));
  await assert.rejects(opened, /different versions: reload the page/);
  assert.equal(port.terminated, true);
  assert.deepEqual(port.sent, [], "it is asked nothing");
});

test("a loader that can't be loaded gives the opening up and says why", async () => {
  const { opened } = await openAnd((port) => port.suffer("error"));
  await assert.rejects(opened, /reads files could not be loaded/);
});

test("the loader reads when it is ready, tells how far it is, and ends with the answer", async () => {
  const { trainer, loader, started } = connected();
  /** @type {number[]} */
  const images = [];
  loader.on("progressed", (progress) => images.push(progress.images));
  const opened = loader.open([file], 1000);
  await turn();
  const port = /** @type {FakePort} */ (started[0]);
  port.say({ event: "Ready", version: protocolVersion });
  await turn();
  assert.deepEqual([port.sent[0].command, port.sent[0].files, port.sent[0].room], ["read", [file], 1000]);
  port.say({ event: "LoadProgressed", images: 5 });
  trainer.say({ event: "Replied", id: trainer.sent[0].id, value: "data" });
  assert.equal(await opened, "data");
  assert.deepEqual([images, port.terminated], [[5], true]);
});

test("a loader that was started early is the one that reads", async () => {
  const { trainer, loader, started } = connected();
  loader.prepare();
  loader.prepare();
  loader.open([file], 0).catch(() => {});
  await turn();
  assert.equal(started.length, 1);
  started[0]?.say({ event: "Ready", version: protocolVersion });
  await turn();
  assert.equal(started[0]?.sent[0]?.command, "read");
  trainer.say({ event: "Refused", id: trainer.sent[0].id, why: "no" });
  await turn();
  assert.equal(started[0]?.terminated, true);
});

test("a loader that fails while it waits is not asked", async () => {
  const { loader, started } = connected();
  loader.prepare();
  started[0]?.say({ event: "Ready", version: protocolVersion + 1 });
  await turn();
  loader.open([file], 0).catch(() => {});
  await turn();
  assert.equal(started.length, 2);
  started[1]?.say({ event: "Ready", version: protocolVersion });
  await turn();
  assert.equal(started[1]?.sent[0]?.command, "read");
});
