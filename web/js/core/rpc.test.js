import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { protocolVersion } from "./constants.js";
import { FakePort, turn } from "./fake_port.js";
import { firstPatience, Missing, patience, programs } from "./programs.js";
import { Rpc } from "./rpc.js";
import { speak } from "../texts/texts.js";

/** @typedef {{a: {fields: {x?: number}, reply: string}}} Table */

afterEach(() => speak("en"));

function connected() {
  const port = new FakePort();
  /** @type {Rpc<Table, {event: string}>} */
  const line = new Rpc(port, "The part");
  /** @type {string[]} */
  const failures = [];
  line.on("failed", ({ message }) => failures.push(message));
  return { port, line, failures };
}

test("nothing is sent before the program is ready; each answer finds its command", async () => {
  const { port, line } = connected();
  const [first, second] = [line.send("a", { x: 1 }), line.send("a", {})];
  assert.deepEqual(port.sent, []);
  port.say({ event: "Ready", version: protocolVersion });
  await turn();
  assert.deepEqual(port.sent, [
    { command: "a", id: 1, x: 1 },
    { command: "a", id: 2 },
  ]);
  /** @type {string[]} */
  const told = [];
  line.on("told", ({ event }) => told.push(event));
  port.say([{ event: "One" }, { event: "Replied", id: 2, value: "done" }, { event: "Two" }]); // sent as one message
  port.say({ event: "Refused", id: 1, why: "No.", field: "x" });
  assert.equal(await second, "done");
  assert.deepEqual(told, ["One", "Two"]);
  await assert.rejects(first, { name: "Refusal", message: "No.", field: "x" });
});

test("a refusal is said in the page's language", async () => {
  speak("sv");
  const { port, line } = connected();
  port.say({ event: "Ready", version: protocolVersion });
  const refused = line.send("a", {});
  await turn();
  port.say({ event: "Refused", id: 1, why: { code: "no-data", values: {}, message: "There are no data yet." } });
  await assert.rejects(refused, /Det finns inga data/);
});

for (const [what, happen, says] of /** @type {[string, (port: FakePort) => void, RegExp][]} */ ([
  [
    "a script that can't be loaded",
    (port) => port.suffer("error"),
    /The part could not be loaded\. Try again, or reload the page\.$/,
  ],
  [
    "a script that throws",
    (port) => port.suffer("error", { message: "out of memory" }),
    /could not be loaded\..* out of memory/,
  ],
  ["a message that can't be read", (port) => port.suffer("messageerror"), /could not be read/],
  [
    "a program that can't be had",
    (port) => port.say({ event: "Failed", message: "404" }),
    /The part could not be loaded\..* 404$/,
  ],
  [
    "another version",
    (port) => port.say({ event: "Ready", version: protocolVersion + 1 }),
    /different versions: reload/,
  ],
])) {
  test(`${what} ends the line: what waits is rejected, and what comes later`, async () => {
    const { port, line, failures } = connected();
    const waiting = line.send("a", {});
    happen(port);
    await assert.rejects(waiting, says);
    await assert.rejects(line.ready, says);
    await assert.rejects(line.send("a", {}), says);
    port.suffer("error");
    assert.deepEqual([failures.length, port.terminated, port.sent], [1, true, []]);
  });
}

test("a program that stops while it works rejects what it was asked", async () => {
  const { port, line } = connected();
  port.say({ event: "Ready", version: protocolVersion });
  const asked = line.send("a", {});
  await turn();
  port.say({ event: "Failed", message: "exit status 2" });
  await assert.rejects(asked, /^Error: The part has stopped\. Try again\. exit status 2$/);
});

test("what can't be had is told as missing, what stops later is not", async () => {
  /** @type {Error[]} */
  const missing = [];
  programs.on("missing", (error) => missing.push(error));
  for (const ready of [false, true]) {
    const { port, line } = connected();
    if (ready) port.say({ event: "Ready", version: protocolVersion });
    port.suffer("error");
    await assert.rejects(line.send("a", {}), (error) => error instanceof Missing === !ready);
  }
  assert.equal(missing.length, 1);
});

test("a program that does not answer for so many beats is silent until it does, or is given up", async () => {
  /** @type {string[]} */
  const told = [];
  const { port, line } = connected();
  for (const event of /** @type {const} */ (["silent", "answers"]))
    programs.on(event, (of) => {
      const { program, seconds } = "program" in of ? of : { program: of, seconds: "" };
      if (program === line) told.push(`${program.part} ${event} ${seconds}`.trim());
    });
  const beat = (/** @type {number} */ times) => Array.from({ length: times }, () => programs.beat());
  beat(firstPatience);
  assert.deepEqual([told, port.sent.length], [[], firstPatience], "its script may still be on its way");
  port.say({ event: "Ready", version: protocolVersion });
  beat(patience);
  assert.deepEqual(told, []);
  beat(2);
  assert.deepEqual(told.splice(0), ["The part silent 10"]);
  port.say({ event: "Pong" });
  beat(patience + 2);
  assert.deepEqual(told.splice(0), ["The part answers", "The part silent 10"]);
  const asked = line.send("a", {});
  line.giveUp();
  await assert.rejects(asked, /The part has stopped/);
  beat(9);
  assert.deepEqual(told, ["The part answers"], "one that has ended is asked no more");
});

test("a worker that ends before it has said anything is silent after a while, and what waits for it can be ended", async () => {
  const { port, line } = connected();
  let silent = 0;
  programs.on("silent", ({ program, seconds }) => program === line && (silent = seconds));
  const asked = line.send("a", {});
  for (let beats = 0; beats <= firstPatience; beats++) programs.beat();
  assert.equal(silent, 30);
  line.giveUp();
  await assert.rejects(asked, /could not be loaded/);
  assert.equal(port.terminated, true);
});

test("a worker whose lock is freed has died: what waits is rejected; one that was let go has not", async () => {
  for (const letGo of [false, true]) {
    const port = new FakePort();
    /** @type {(lock: string) => void} */
    let free = () => {};
    const freed = (/** @type {string} */ lock) =>
      new Promise((/** @type {(value: void) => void} */ resolve) => (free = (of) => of === lock && resolve()));
    /** @type {Rpc<Table, {event: string}>} */
    const line = new Rpc(port, "It", "It has stopped.", freed);
    port.say({ event: "Alive", lock: "its own" });
    port.say({ event: "Ready", version: protocolVersion });
    const answer = line.send("a", {}).catch(({ message }) => message);
    await turn();
    if (letGo) line.end();
    free("its own");
    await turn();
    assert.equal(line.failure?.message, letGo ? undefined : "It has stopped.");
    assert.equal(port.terminated, true);
    if (!letGo) assert.equal(await answer, "It has stopped.");
  }
});
