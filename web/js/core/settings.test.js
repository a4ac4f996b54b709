import assert from "node:assert/strict";
import { test } from "node:test";
import {
  check,
  complaint,
  fields,
  parse,
  positionOf,
  presetOf,
  presets,
  presetSettings,
  SettingError,
  valueAt,
} from "./settings.js";

/** @param {string} name */
function field(name) {
  const found = fields.find((field) => field.name === name);
  assert.ok(found);
  return found;
}

test("every slider reaches all its stops, each of them allowed, in ascending order", () => {
  for (const field of fields) {
    field.stops.forEach((stop, position) => {
      assert.equal(valueAt(field, position), stop);
      assert.equal(positionOf(field, stop), position);
      assert.ok(field.allows(stop), `${field.name} ${stop}`);
    });
    assert.deepEqual(
      field.stops,
      [...new Set(field.stops)].sort((a, b) => a - b),
    );
  }
});

test("the sliders have the report's values, and λ an exact 0 at its left end", () => {
  assert.equal(valueAt(field("l2"), 0), 0);
  for (const preset of presets) {
    assert.ok(field("l2").stops.includes(preset.l2));
    assert.ok(field("learningRate").stops.includes(preset.learningRate));
  }
  for (const field of fields) assert.ok(field.stops.includes(field.default), field.name);
});

test("λ and η are logarithmic: ten stops a decade", () => {
  const eta = field("learningRate");
  assert.equal(positionOf(eta, 0.01) - positionOf(eta, 0.001), 10);
  assert.equal(positionOf(eta, 0.1) - positionOf(eta, 0.01), 10);
});

test("a value between the stops stands at the nearest, beyond them at the end", () => {
  assert.equal(valueAt(field("batchSize"), positionOf(field("batchSize"), 117)), 120);
  assert.equal(positionOf(field("epochs"), 5000), field("epochs").stops.length - 1);
  assert.equal(valueAt(field("seed"), 1000), field("seed").stops.at(-1));
});

test("numbers are read as people type them", () => {
  const real = { ".1": 0.1, "0,1": 0.1, " 1e-3 ": 0.001, "1.": 1, "-1": -1, "−1": -1, "1e−7": 1e-7 };
  for (const [text, value] of Object.entries(real)) assert.equal(parse(field("l2"), text), value, text);
  assert.equal(parse(field("batchSize"), "1,000"), 1000);
  assert.equal(parse(field("batchSize"), "10 000"), 10_000);
  assert.equal(parse(field("l2"), "0,001"), 0.001);
  assert.equal(parse(field("l2"), "1.125"), 1.125);
  assert.equal(parse(field("l2"), "1000"), 1000);
  assert.ok(Number.isNaN(parse(field("l2"), "1,000")), "a thousand, or one?");
  assert.ok(Number.isNaN(parse(field("epochs"), "1.000")), "the same");
  for (const text of ["", "x", "1x", "0x10", ".", "1e", "--1"]) assert.ok(Number.isNaN(parse(field("l2"), text)), text);
});

test("a value that is not allowed names its field and what is", () => {
  const wrong = {
    l2: -1,
    learningRate: 0,
    batchSize: 1.5,
    epochs: 0,
    seed: 2 ** 53,
    shuffle: "yes",
    momentum: 1,
    loss: "mse",
    schedule: 1,
    smoothing: 9,
    dropout: 0.5,
  };
  for (const [name, value] of Object.entries(wrong)) {
    assert.throws(
      () => check({ [name]: value }),
      (error) => error instanceof SettingError && error.field === name && error.message.startsWith(name),
    );
  }
  assert.throws(() => check({ l2: NaN }), { field: "l2" });
  assert.throws(() => check({ l2: "0.1" }), { field: "l2" });
  assert.doesNotThrow(() => check({ l2: 0, learningRate: 1000, batchSize: 10_000, epochs: 1, seed: 0, shuffle: true }));
  assert.equal(complaint(field("learningRate")), "η must be a number above 0, up to 1000");
});

test("a preset is known by its settings, whatever the seed", () => {
  for (const preset of presets) assert.equal(presetOf({ ...presetSettings(preset), seed: 7 }), preset);
  const [first] = presets;
  assert.ok(first);
  assert.equal(presetOf({ ...presetSettings(first), seed: 1, batchSize: 50 }), null);
});
