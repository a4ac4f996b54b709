import assert from "node:assert/strict";
import { test } from "node:test";

import { complete, countOptions, noOptions, options, optionsInUse, optionWords } from "./options.js";
import { areBest, bestSettings, presetOf, presets, presetSettings } from "./settings.js";

const report = { ...noOptions, l2: 0.1, learningRate: 0.001, batchSize: 100, epochs: 40, seed: 1, shuffle: false };

test("the report has no options, also as stored before there were any", () => {
  assert.equal(countOptions(report), 0);
  assert.equal(optionWords(report), "");
  const old = /** @type {any} */ ({
    l2: 0.1,
    learningRate: 0.001,
    batchSize: 100,
    epochs: 40,
    seed: 1,
    shuffle: false,
  });
  assert.deepEqual(complete(old), report);
  assert.equal(presetOf(old)?.name, "C");
  assert.equal(optionWords(old), "");
});

test("every option is said in words once it changes something", () => {
  for (const option of options) {
    const other =
      "choices" in option ? option.choices[1]?.[0] : option.stops.find((stop) => stop !== option.default && stop > 0);
    const with_ = {
      ...report,
      optimizer: /** @type {const} */ ("momentum"),
      schedule: /** @type {const} */ ("step"),
      [option.name]: other,
    };
    assert.ok(optionsInUse(with_).includes(option), option.name);
    assert.notEqual(optionWords(with_), optionWords({ ...with_, [option.name]: option.default }), option.name);
    if ("allows" in option)
      assert.ok(
        option.stops.every((stop) => option.allows(stop)),
        `${option.name}: a slider stops where it may not`,
      );
  }
});

test("what nothing uses does not count", () => {
  assert.equal(countOptions({ ...report, momentum: 0.5, decayFactor: 0.5, decayEvery: 3 }), 0);
  assert.equal(countOptions({ ...report, shuffle: true, flip: 0.5 }), 2);
});

test("the presets turn options off, and the best one is none of the report's", () => {
  for (const preset of presets) assert.equal(countOptions({ ...bestSettings, ...presetSettings(preset), seed: 1 }), 0);
  assert.equal(presetOf({ ...bestSettings, seed: 3 }), null);
  assert.ok(areBest({ ...bestSettings, seed: 3 }));
  assert.equal(optionWords({ ...bestSettings, seed: 1 }), "η linear to 0, flips 0.5, smoothed 3×");
});
