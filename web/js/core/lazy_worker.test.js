import assert from "node:assert/strict";
import { test } from "node:test";
import { protocolVersion } from "./constants.js";
import { FakePort, turn } from "./fake_port.js";
import { LazyWorker } from "./lazy_worker.js";

/** @typedef {{a: {fields: {x?: number}, reply: string}}} Table */

/** A lazy worker and the ports it has started. */
function lazy() {
  /** @type {FakePort[]} */
  const ports = [];
  /** @type {LazyWorker<Table, {event: string}>} */
  const worker = new LazyWorker(() => {
    const port = new FakePort();
    ports.push(port);
    return port;
  }, "It");
  return { worker, ports };
}

test("it starts with the first command, once", async () => {
  const { worker, ports } = lazy();
  assert.equal(ports.length, 0);
  const [first, second] = [worker.send("a", { x: 1 }), worker.send("a", {})];
  assert.equal(ports.length, 1);
  ports[0]?.say({ event: "Ready", version: protocolVersion });
  await turn();
  ports[0]?.say({ event: "Replied", id: 2, value: "second" });
  ports[0]?.say({ event: "Replied", id: 1, value: "first" });
  assert.deepEqual([await first, await second], ["first", "second"]);
});

test("what it tells besides its answers is passed on", () => {
  const { worker, ports } = lazy();
  worker.send("a", {}).catch(() => {});
  /** @type {object[]} */
  const told = [];
  worker.on("told", (event) => told.push(event));
  ports[0]?.say({ event: "Progressed", share: 0.5 });
  assert.deepEqual(told, [{ event: "Progressed", share: 0.5 }]);
});

test("a script that can't be loaded is said, and the next command tries again", async () => {
  const { worker, ports } = lazy();
  const first = worker.send("a", {});
  ports[0]?.suffer("error");
  await assert.rejects(first, /could not be loaded/);
  const second = worker.send("a", {});
  assert.equal(ports.length, 2);
  ports[1]?.say({ event: "Ready", version: protocolVersion });
  await turn();
  ports[1]?.say({ event: "Replied", id: 1, value: "done" });
  assert.equal(await second, "done");
});
