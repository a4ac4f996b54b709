// The page's scripting interface, whole.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun } from "./page.js";

withoutWebGL();

const CLASSES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

pageTest("data, settings and runs tell what they promise", async (page) => {
  const { data, settings, runs } = await page.evaluate(() => ({
    data: onelayer.data(),
    settings: onelayer.settings(),
    runs: onelayer.runs(),
  }));
  assert.deepEqual(data.splits, { train: 2000, validation: 1000, test: 1000 });
  assert.equal(data.unused, 0);
  assert.deepEqual(data.classes, CLASSES);
  assert.equal(typeof data.name, "string");
  const report = ["batchSize", "epochs", "l2", "learningRate", "seed", "shuffle"];
  const schedules = ["schedule", "decayFactor", "decayEvery", "earlyStopping"];
  const further = ["loss", "optimizer", "momentum", "initialization", "flip", "shift", "trainingImages", "smoothing"];
  assert.deepEqual(Object.keys(settings).sort(), [...report, ...schedules, ...further, "preset"].sort());
  assert.equal(settings.preset, "C");

  assert.equal(runs.length, 1);
  const [run] = runs;
  assert.deepEqual(Object.keys(run).sort(), [
    "epoch",
    "history",
    "id",
    "name",
    "settings",
    "status",
    "step",
    "stepsPerEpoch",
    "test",
    "tests",
  ]);
  assert.equal(run.stepsPerEpoch, 20);
  assert.equal(run.test, null);
  for (const split of [run.history[0].train, run.history[0].validation]) {
    assert.deepEqual(Object.keys(split).sort(), ["accuracy", "cost", "loss"]);
    assert.ok(Object.values(split).every(Number.isFinite));
  }
});

pageTest("set changes some settings; a bad value rejects and names its field", async (page) => {
  const changed = await page.evaluate(() => onelayer.set({ l2: 0.5, epochs: 3 }));
  assert.equal(changed.l2, 0.5);
  assert.equal(changed.epochs, 3);
  assert.equal(changed.batchSize, 100);
  const bad = [
    ["learningRate", -1],
    ["l2", -0.1],
    ["batchSize", 2.5],
    ["epochs", 0],
    ["seed", "one"],
    ["shuffle", 1],
    ["inertia", 0.9],
  ];
  for (const [name, value] of bad) {
    const refusal = await page.evaluate(
      ([name, value]) =>
        onelayer.set({ [name]: value }).then(
          () => null,
          (error) => ({ message: error.message, field: error.field }),
        ),
      [name, value],
    );
    assert.equal(refusal?.field, name, `${name} = ${value}`);
    assert.ok(refusal.message.length > 10);
  }
  assert.deepEqual(await page.evaluate(() => onelayer.settings()), changed);
});

pageTest("play, pause, step and reset resolve when the worker has done it", async (page) => {
  const seen = await page.evaluate(async () => {
    const look = () => {
      const { status, step } = onelayer.runs().at(-1) ?? {};
      return [status, step];
    };
    await onelayer.step();
    const stepped = look();
    await onelayer.play();
    const [playing] = look();
    await onelayer.pause();
    const [paused, at] = look();
    // Between two messages a worker that trained would take a slice of it.
    for (let asked = 0; asked < 20; asked++) await onelayer.weights(onelayer.runs().at(-1)?.id ?? NaN);
    const later = look();
    await onelayer.reset();
    return { stepped, playing, paused, stayed: later[1] === at, reset: look() };
  });
  assert.deepEqual(seen.stepped, ["paused", 1]);
  assert.equal(seen.playing, "running");
  assert.equal(seen.paused, "paused");
  assert.ok(seen.stayed);
  assert.deepEqual(seen.reset, ["ready", 0]);
});

pageTest("weights come as arrays of the promised shape, and follow the training", async (page) => {
  const { shape, lengths, changed } = await page.evaluate(async () => {
    const id = onelayer.runs().at(-1)?.id ?? NaN;
    const before = await onelayer.weights(id);
    await onelayer.step();
    const after = await onelayer.weights(id);
    return {
      shape: before.shape,
      lengths: [before.weights, before.bias].map((array) => [array.constructor.name, array.length]),
      changed: after.weights.some((weight, i) => weight !== before.weights[i]),
    };
  });
  assert.deepEqual(shape, [10, 3072]);
  assert.deepEqual(lengths, [
    ["Float32Array", 30720],
    ["Float32Array", 10],
  ]);
  assert.ok(changed);
  await assert.rejects(
    page.evaluate(() => onelayer.weights(999)),
    /999/,
  );
});

pageTest("what the interface hands out are copies", async (page) => {
  await page.evaluate(() => {
    onelayer.settings().l2 = 42;
    onelayer.runs()[0].settings.l2 = 42;
    onelayer.data().classes[0] = "zeppelin";
  });
  assert.notEqual((await currentRun(page)).settings.l2, 42);
  assert.equal(await page.evaluate(() => onelayer.data().classes[0]), "airplane");
});
