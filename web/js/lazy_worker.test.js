import assert from "node:assert/strict";
import { test } from "node:test";
import { LazyWorker } from "./lazy_worker.js";

/** A worker that does nothing but keep what it is sent. */
class FakePort {
  /** @type {any[]} */
  sent = [];
  /** @type {(message: any) => void} */
  #listener = () => {};

  postMessage(/** @type {any} */ message) {
    this.sent.push(message);
  }

  addEventListener(/** @type {string} */ _type, /** @type {(message: any) => void} */ listener) {
    this.#listener = listener;
  }

  say(/** @type {object} */ data) {
    this.#listener({ data });
  }
}

/** A lazy worker and the ports it has started. */
function lazy() {
  /** @type {FakePort[]} */
  const ports = [];
  const worker = new LazyWorker(() => {
    const port = new FakePort();
    ports.push(port);
    return port;
  }, 1);
  return { worker, ports };
}

test("it starts with the first command, once, and sends when it is ready", async () => {
  const { worker, ports } = lazy();
  assert.equal(ports.length, 0);
  const [first, second] = [worker.send("a", { x: 1 }), worker.send("b", {})];
  assert.deepEqual([ports.length, ports[0].sent], [1, []]);

  ports[0].say({ event: "Ready", version: 1 });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(ports[0].sent, [{ command: "a", id: 1, x: 1 }, { command: "b", id: 2 }]);
  ports[0].say({ event: "Replied", id: 2, value: "done" });
  ports[0].say({ event: "Refused", id: 1, message: "No." });
  assert.equal(await second, "done");
  await assert.rejects(first, /No\./);
});

test("after a failure the next command starts another", async () => {
  const { worker, ports } = lazy();
  const first = worker.send("a", {});
  ports[0].say({ event: "Failed", message: "It could not be loaded." });
  await assert.rejects(first, /could not be loaded/);
  const second = worker.send("a", {});
  assert.equal(ports.length, 2);
  ports[1].say({ event: "Ready", version: 2 });
  await assert.rejects(second, /different versions/);
});
