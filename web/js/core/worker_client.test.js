import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { protocolVersion } from "./constants.js";
import { FakePort, turn } from "./fake_port.js";
import { packHistory, unpackHistory } from "./history.js";
import { WorkerClient } from "./worker_client.js";

/**
 * The messages that the Go side is held to as well. JSON has no NaN, no Infinity and
 * no typed arrays: they are put back here.
 * @param {string} file
 * @returns {Record<string, any>}
 */
function messages(file) {
  const url = new URL(`../../../engine/protocol/testdata/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"), (key, value) => {
    if (value === "NaN" || value === "Infinity") return Number(value);
    if (key === "weights" && Array.isArray(value)) return Float32Array.from(value);
    return key === "history" && Array.isArray(value) ? Float64Array.from(value) : value;
  });
}

const types = readFileSync(new URL("protocol.d.ts", import.meta.url), "utf8");
const events = messages("events.json");
const data = events["DataOpened"].data;
const run = events["RunStarted"].run;

/** A client whose worker is ready. */
function connected() {
  const port = new FakePort();
  const client = new WorkerClient(port);
  port.say(events["Ready"]);
  port.say(events["DataOpened"]);
  port.say(events["RunStarted"]);
  port.say(events["Settled"]);
  return { port, client, mirror: client.mirror };
}

test("nothing is sent before the worker is ready", async () => {
  const port = new FakePort();
  const client = new WorkerClient(port);
  client.send("play", {});
  await turn();
  assert.equal(port.sent.length, 0);
  port.say(events["Ready"]);
  port.say(events["Settled"]);
  await turn();
  assert.equal(port.sent.length, 1);
});

test("every command of the trainer is sent as in the shared test data, with an id of its own", async () => {
  const { port, client } = connected();
  const commands = messages("commands.json");
  const [, table = ""] = /^export type TrainerCommands = \{\n(.*?)^\};/ms.exec(types) ?? [];
  const ours = /** @type {(keyof import("./protocol.js").TrainerCommands)[]} */ (
    [...table.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name)
  );
  assert.ok(ours.includes("play"));
  for (const name of ours) {
    const { command: _, id, ...fields } = commands[name];
    client.send(name, fields);
    await turn();
    assert.deepEqual({ ...port.sent.at(-1), id }, commands[name]);
  }
  assert.equal(new Set(port.sent.map(({ id }) => id)).size, ours.length);
});

test("a reply resolves its command and no other; a refusal names the field", async () => {
  const { port, client } = connected();
  const played = client.send("play", {});
  const refused = client.send("configure", { settings: { l2: -1 } });
  await turn();
  const [first, second] = port.sent;
  port.say({ ...events["Refused"], id: second.id });
  await assert.rejects(refused, { message: events["Refused"].why.message, field: "l2" });
  port.say({ ...events["Replied"], id: first.id });
  assert.deepEqual(await played, events["Replied"].value);
});

test("the mirror is up to date when a reply arrives", async () => {
  const { port, client, mirror } = connected();
  const step = client.send("step", {});
  await turn();
  port.say({ ...events["RunChanged"], run: { ...run, step: 1 } });
  port.say({ ...events["Replied"], id: port.sent[0].id });
  await step;
  assert.equal(mirror.current?.step, 1);
});

test("every event of the trainer in the shared test data is passed on", () => {
  const names = /^export type TrainerEvent = Ready \| (.*);$/m.exec(types)?.[1]?.split(" | ") ?? [];
  assert.ok(names.includes("EpochFinished"));
  for (const name of names) {
    const { port, client } = connected();
    /** @type {string[]} */
    const told = [];
    client.on("changed", ({ event }) => told.push(event));
    port.say(events[name]);
    assert.deepEqual(told, [name]);
  }
});

test("data, settings and runs are mirrored", () => {
  const { port, mirror } = connected();
  assert.deepEqual(mirror.data, data);
  port.say(events["SettingsChanged"]);
  assert.deepEqual(mirror.settings, events["SettingsChanged"].settings);
  assert.deepEqual(mirror.deferred, events["SettingsChanged"].deferred);
  port.say({ ...events["Progressed"], run: run.id, step: 250 });
  assert.equal(mirror.current?.step, 250);
});

test("history grows by epoch; a divergence stays in it; a reset empties it", () => {
  const { port, mirror } = connected();
  port.say({ ...events["EpochFinished"], run: run.id, epoch: 0 });
  port.say({ ...events["EpochFinished"], run: run.id, epoch: 1 });
  port.say({ ...events["EpochFinished"], run: run.id, epoch: 1 });
  assert.deepEqual(
    mirror.current?.history.map(({ epoch }) => epoch),
    [0, 1],
  );
  assert.ok(Number.isNaN(mirror.current?.history[1]?.validation.loss));
  assert.equal(mirror.current?.history[1]?.validation.cost, Infinity);
  port.say({ ...events["RunReset"], run });
  assert.deepEqual(mirror.current?.history, []);
});

test("an archived run joins the list just before the current one", () => {
  const { port, mirror } = connected();
  port.say({ ...events["RunArchived"], run: { ...run, id: 99 } });
  assert.deepEqual(
    mirror.runs.map(({ id }) => id),
    [99, run.id],
  );
  assert.equal(mirror.runs[0]?.history[0]?.train.cost, 2.5);
  assert.equal(mirror.runs[0]?.data, mirror.data);
});

test("a run that joins stands just before the current one; one that is removed goes", () => {
  const { port, mirror } = connected();
  port.say({ ...events["RunJoined"], run: { ...run, id: 3, name: "A" } });
  assert.deepEqual(
    mirror.runs.map(({ id }) => id),
    [3, run.id],
  );
  port.say({ ...events["EpochFinished"], run: 3 });
  assert.equal(mirror.runs[0]?.history.length, 1);
  assert.equal("weights" in (mirror.runs[0]?.history[0] ?? {}), false, "snapshots are kept elsewhere");
  port.say(events["RunRemoved"]);
  assert.deepEqual(
    mirror.runs.map(({ id }) => id),
    [run.id],
  );
});

test("runs that the page keeps stand before the current one, and colours go on after theirs", () => {
  const { port, mirror } = connected();
  const current = mirror.current;
  assert.ok(current);
  mirror.insert([{ ...current, id: 50, home: "page", colour: 6 }]);
  mirror.insert([{ ...current, id: 51, home: "page", colour: 2 }], 99);
  assert.deepEqual(
    mirror.runs.map(({ id }) => id),
    [50, 51, run.id],
  );
  port.say({ ...events["RunStarted"], run: { ...run, id: 4 } });
  assert.equal(mirror.current?.colour, 7);
});

test("a history is packed as it is unpacked", () => {
  const packed = Float64Array.of(3, 2, 2.5, 0.25, NaN, Infinity, 0.125, 0.1, 0.5, 2.25, 0.001, 0.0005, 300);
  assert.deepEqual(packHistory(unpackHistory(packed)), packed);
});

test("a run keeps the data it was trained on", () => {
  const { port, mirror } = connected();
  port.say({ event: "DataOpened", data: { ...data, name: "other" } });
  port.say({ event: "RunStarted", run: { ...run, id: 2 } });
  assert.deepEqual(
    mirror.runs.map((run) => run.data?.name),
    [data.name, "other"],
  );
});

test("a dead worker ends what waits and refuses what comes", async () => {
  const { port, client } = connected();
  const waiting = client.send("play", {});
  await turn();
  port.say({ event: "Failed", message: "out of memory" });
  await assert.rejects(waiting, /out of memory/);
  await assert.rejects(client.send("pause", {}), /out of memory/);
  assert.equal(client.failed, true);
});

test("another worker takes the place of a dead one: what comes waits for its data, which are no news", async () => {
  const { port, client, mirror } = connected();
  port.say({ event: "Failed", message: "out of memory" });
  const other = new FakePort();
  client.restart(other);
  /** @type {string[]} */
  const told = [];
  client.on("changed", ({ event }) => told.push(event));
  const reserved = client.send("reserveRuns", { count: 3 });
  const played = client.send("play", {});
  other.say(events["Ready"]);
  await turn();
  assert.deepEqual(
    other.sent.map(({ command }) => command),
    ["reserveRuns"],
  );
  other.say({ event: "Replied", id: 1, value: { ids: [1, 2, 3] } });
  await reserved;
  other.say({ ...events["DataOpened"], data: { ...data, name: "others" } });
  other.say(events["Settled"]);
  await turn();
  other.say({ event: "Replied", id: 2, value: run });
  await played;
  assert.deepEqual([mirror.data?.name, told, client.failed], ["others", ["Settled"], true]);
  client.revived();
  assert.equal(client.failed, false);
  other.say(events["DataOpened"]);
  assert.equal(told.at(-1), "DataOpened");
});

test("a worker of another version is refused at the handshake", async () => {
  const port = new FakePort();
  const client = new WorkerClient(port);
  port.say({ event: "Ready", version: protocolVersion + 1 });
  await assert.rejects(client.ready, /reload the page/);
});
