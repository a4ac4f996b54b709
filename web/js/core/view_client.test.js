import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ViewClient } from "./view_client.js";

/** The messages that the Go side is held to as well. @type {Record<string, any>} */
const messages = JSON.parse(
  readFileSync(new URL("../../../engine/protocol/testdata/view.json", import.meta.url), "utf8"),
);

/** A client with a view that records its messages, and what the client emits. */
function connected() {
  /** @type {((event: object) => void)[]} */
  const listeners = [];
  const origin = "here";
  /** @type {any[]} */
  const sent = [];
  const contentWindow = {};
  /** @type {any} the page's end of the line to the view's program */
  const line = { postMessage: (/** @type {any} */ message) => sent.push(message), onmessage: null };
  const getBoundingClientRect = () => ({ width: 300, height: 200 });
  const frame = { contentWindow, src: "", addEventListener() {}, getBoundingClientRect };
  Object.assign(globalThis, {
    addEventListener: (/** @type {string} */ type, /** @type {any} */ listener) =>
      type === "message" && listeners.push(listener),
    location: { origin },
  });
  const client = new ViewClient(/** @type {any} */ (frame), new URL("http://here/view.html"));
  /** @type {Record<string, any>} */
  const emitted = {};
  const names = /** @type {const} */ ([
    "ready",
    "chosen",
    "hovered",
    "zoomed",
    "enlarged",
    "logWanted",
    "laid",
    "cells",
    "buttons",
    "failed",
  ]);
  for (const name of names) client.on(name, (value) => (emitted[name] = value ?? null));
  /** @param {object} data */
  const say = (data) => line.onmessage({ data });
  listeners.forEach((listener) => listener({ source: contentWindow, origin, data: {}, ports: [line] }));
  return { client, sent, emitted, say };
}

test("the view’s messages of the shared test data come through as they are meant", () => {
  const { emitted, say } = connected();
  const told = ["ready", "tilePressed", "hovered", "zoomed", "enlarged", "logWanted", "laid"];
  for (const name of told) say(messages[name]);
  const box = { x: 1, y: 2, width: 30, height: 40 };
  assert.deepEqual(emitted, {
    ready: null,
    chosen: { class: 3, run: "past" },
    hovered: 2.5,
    zoomed: { from: 1, to: 3.5 },
    enlarged: "cost",
    logWanted: true,
    laid: [box],
    cells: [box],
    buttons: box,
  });
});

test("what the page tells the view has the shape of the shared test data", () => {
  const { client, sent, say } = connected();
  client.zoom({ from: 1, to: 3.5 });
  assert.equal(sent.length, 0, "nothing is said before the view is ready");
  say(messages["ready"]);
  client.zoom({ from: 1, to: 3.5 });
  client.enlarge("cost");
  const [connect, ...others] = sent;
  assert.deepEqual(others, [messages["zoom"], messages["enlarge"]]);
  assert.deepEqual({ ...connect, port: "a port" }, messages["connect"]);
  connect.port.close();
});

test("a picture is the answer to its own request; the latest one is there at once", async () => {
  const { client, sent, say } = connected();
  await assert.rejects(client.exportSvg(), /not there/);
  say(messages["ready"]);
  const wanted = client.exportSvg();
  const asked = sent.at(-1);
  assert.deepEqual({ ...asked, turn: 2 }, messages["pictureWanted"]);
  say({ view: "picture", turn: 0, svg: "<svg>before</svg>" });
  assert.equal(client.picture, "<svg>before</svg>");
  say({ ...messages["picture"], turn: asked.turn });
  assert.deepEqual(await wanted, { svg: messages["picture"].svg, width: 300, height: 200 });
  sent.find(({ view }) => view === "connect").port.close();
});

test("the view’s program starts when it is compiled and allowed to, whichever comes first", () => {
  const early = connected();
  early.say(messages["compiled"]);
  assert.deepEqual(early.sent, []);
  early.client.allow();
  assert.deepEqual(early.sent, [messages["begin"]]);

  const late = connected();
  late.client.allow();
  assert.deepEqual(late.sent, []);
  late.say(messages["compiled"]);
  assert.deepEqual(late.sent, [messages["begin"]]);
});

test("a view of another version is refused", () => {
  const { client, sent, emitted, say } = connected();
  say({ ...messages["ready"], version: messages["ready"].version + 1 });
  client.enlarge("cost");
  assert.match(emitted["failed"], /different versions/);
  assert.equal(sent.length, 0);
});
