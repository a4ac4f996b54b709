// Each setting past the report, in each place that should know of it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { Commands } from "../core/commands.js";
import { protocolVersion } from "../core/constants.js";
import { FakePort, turn } from "../core/fake_port.js";
import { Mirror } from "../core/mirror.js";
import { noOptions, options } from "../core/options.js";
import { changeWords, firstSettings } from "../core/record.js";
import { check, fields, symbolOf } from "../core/settings.js";
import { curvesCsv, curvesJson } from "../export/curves.js";
import { Packer } from "../export/packer.js";
import { someRun } from "../export/some_run.js";
import { summaryHtml } from "../export/summary.js";
import { words } from "../glossary/words.js";
import { rowTexts } from "../runs/table.js";
import { settingsIn, settingsQuery } from "../share/settings_query.js";
import { scriptingInterface } from "./scripting.js";

/** @typedef {import("../core/protocol.js").Settings} Settings */
/** @typedef {typeof options[number]} Option */

/** What makes every option matter. */
const usual = /** @type {Settings} */ ({
  ...noOptions,
  l2: 0.1,
  learningRate: 0.001,
  batchSize: 100,
  epochs: 40,
  seed: 1,
  shuffle: false,
  optimizer: "momentum",
  schedule: "step",
});

/** A value that is neither the default nor the usual one. @param {Option} option */
function another(option) {
  if (!("choices" in option)) return option.stops.find((stop) => stop > 0 && stop !== option.default);
  const taken = [option.default, usual[option.name]];
  return option.choices.map(([value]) => value).findLast((value) => !taken.includes(value));
}

/** @param {Option} option */
const settingsWith = (option) => /** @type {Settings} */ ({ ...usual, [option.name]: another(option) });

/** @param {Settings} settings */
function runWith(settings) {
  return { ...someRun, status: /** @type {const} */ ("finished"), tests: {}, changes: [], settings };
}

/** @param {Settings} settings */
function report(settings) {
  return summaryHtml({ runs: [{ run: runWith(settings), picture: "" }], checks: [], files: [], date: new Date(0) });
}

/** The scripting interface before a worker that takes whatever the page lets through. */
function scripted() {
  const mirror = new Mirror();
  mirror.settings = usual;
  const send = async (/** @type {string} */ _, /** @type {any} */ { settings }) =>
    (mirror.settings = { ...usual, ...settings });
  const commands = new Commands(/** @type {any} */ ({ mirror, send }));
  const list = { weights: async () => null };
  const parts = /** @type {any} */ ({ checker: {}, commands, list, mirror });
  const none = /** @type {any} */ ({});
  return { mirror, api: scriptingInterface(parts, none, none, none, Promise.resolve(), async () => {}) };
}

/** A worker that writes no archive but gives back what it would have written. */
function packer() {
  const port = new FakePort();
  const start = () => {
    queueMicrotask(() => port.say({ event: "Ready", version: protocolVersion }));
    return port;
  };
  return { port, packer: new Packer(/** @type {any} */ ({ gradientInputs: async () => ({}) }), start) };
}

/**
 * The settings of an archive that a run was written to, as another page reads them.
 * @param {Settings} settings
 */
async function packed(settings) {
  const { port, packer: worker } = packer();
  const answer = async (/** @type {(sent: any) => any} */ value) => {
    await turn();
    await turn();
    const sent = port.sent.at(-1);
    port.say({ event: "Replied", id: sent.id, value: value(sent) });
    return sent;
  };
  const [weights, bias] = [new Float32Array(30), new Float32Array(10)];
  const at = { epoch: 1, inEpoch: 0, step: 100 };
  const run = { ...runWith(settings), ...at, stepsPerEpoch: 100 };
  const packing = worker.pack(run, { shape: [10, 3], weights, bias, at }, null, []);
  const { settings: text } = await answer(() => new Uint8Array());
  await packing;
  const loading = worker.unpack(new File(["x"], "a.npz"), null);
  await answer(() => ({ weights, bias, settings: text, moments: new Float32Array(), best: new Float32Array() }));
  return (await loading).settings;
}

/** The glossary's words for each option. @type {Record<Option["name"], string>} */
const explained = {
  loss: "binary cross-entropy, hinge loss",
  optimizer: "momentum, Adam",
  momentum: "momentum",
  schedule: "schedule, plateau",
  decayFactor: "decay",
  decayEvery: "decay",
  initialization: "initial weights, Xavier",
  earlyStopping: "early stopping",
  flip: "flips",
  shift: "shifts",
  smoothing: "smoothing",
  trainingImages: "training images",
};

/** Whether an option is in a place: each throws, or is not true, where it is missing. */
const places = {
  "settings: allowed, and refused by its name": (/** @type {Option} */ option) => {
    check({ [option.name]: another(option) });
    assert.throws(() => check({ [option.name]: "choices" in option ? "none" : -1 }), { field: option.name });
    return true;
  },
  "the glossary": (/** @type {Option} */ option) => {
    const forms = words.flatMap(([, forms]) => forms().split(", "));
    return explained[option.name].split(", ").every((word) => forms.includes(word));
  },
  "a link, there and back": (/** @type {Option} */ option) => {
    const query = new URLSearchParams(settingsQuery(settingsWith(option)));
    const { settings, wrong } = settingsIn(query);
    assert.deepEqual(wrong, []);
    return query.has(option.key) && settings[option.name] === settingsWith(option)[option.name];
  },
  "a link with a wrong value": (/** @type {Option} */ option) =>
    settingsIn(new URLSearchParams({ [option.key]: "none" })).wrong[0]?.startsWith(`${option.key}=none: `),
  "a run's record: what it began with": (/** @type {Option} */ option) => {
    const from = { [option.name]: another(option) };
    const to = { [option.name]: usual[option.name] };
    const run = { settings: usual, changes: [{ step: 5, epoch: 0.5, from, to }] };
    return firstSettings(/** @type {any} */ (run))[option.name] === another(option);
  },
  "a run's record: the change in words": (/** @type {Option} */ option) => {
    const words = changeWords({ from: usual, to: settingsWith(option) });
    return words.startsWith(symbolOf(option.name)) && words.includes(" → ");
  },
  "the runs table": (/** @type {Option} */ option) =>
    differs((settings) => rowTexts(runWith(settings)).join("|"), option),
  CSV: (/** @type {Option} */ option) =>
    curvesCsv([runWith(settingsWith(option))], () => []).includes(`${option.key}=${settingsWith(option)[option.name]}`),
  JSON: (/** @type {Option} */ option) =>
    JSON.parse(curvesJson([runWith(settingsWith(option))], [], () => [])).runs[0].settings[option.name] ===
    settingsWith(option)[option.name],
  npz: async (/** @type {Option} */ option) =>
    (await packed(settingsWith(option)))[option.name] === settingsWith(option)[option.name],
  "HTML report": (/** @type {Option} */ option) => differs(report, option),
  "console: set, then settings": async (/** @type {Option} */ option) => {
    const { api } = scripted();
    await api.set({ [option.name]: another(option) });
    return api.settings()?.[option.name] === another(option);
  },
  "console: runs": (/** @type {Option} */ option) => {
    const { api, mirror } = scripted();
    mirror.runs = [runWith(settingsWith(option))];
    return api.runs()[0]?.settings[option.name] === settingsWith(option)[option.name];
  },
};

/**
 * Whether a text distinguishes a run with an option from one without.
 * @param {(settings: Settings) => string} text
 * @param {Option} option
 */
function differs(text, option) {
  return text(settingsWith(option)) !== text(usual);
}

for (const [place, has] of Object.entries(places)) {
  test(`each option has its place: ${place}`, async () => {
    for (const option of options) assert.equal(await has(option), true, option.name);
  });
}

test("the page, the protocol and the README have the same settings", async () => {
  const all = [...fields, { name: "shuffle" }, ...options].map(({ name }) => name).sort();
  const types = await readFile(new URL("../core/protocol.d.ts", import.meta.url), "utf8");
  const body = /^export type Settings = \{([^}]*)\}/m.exec(types)?.[1] ?? "";
  assert.deepEqual([...body.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name).sort(), all);
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  const listed = /onelayer\.settings\(\)\s*\/\/ \{([^}]*)\}/.exec(readme)?.[1]?.match(/\w+/g) ?? [];
  assert.deepEqual(listed.sort(), all);
});

test("the console has every name that is promised, and the README promises every one that there is", async () => {
  const promised = [
    "ready",
    "open",
    "data",
    "settings",
    "set",
    "play",
    "pause",
    "step",
    "reset",
    "runs",
    "weights",
    "paper",
    "checkGradient",
    "grid",
    "ensemble",
    "curvature",
    "baseline",
  ];
  const { api } = scripted();
  assert.deepEqual(Object.keys(api).sort(), promised.toSorted());
  assert.ok(api.ready instanceof Promise);
  for (const name of promised.filter((name) => name !== "ready"))
    assert.equal(typeof (/** @type {any} */ (api)[name]), "function", name);
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  const section = /^## From the console\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? "";
  const told = [...section.matchAll(/onelayer\.(\w+)/g), ...section.matchAll(/\b(pause|step|reset)\(\)/g)];
  assert.deepEqual([...new Set(told.map(([, name]) => name))].sort(), promised.toSorted());
});
