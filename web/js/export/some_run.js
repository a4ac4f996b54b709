// A run for tests of what is exported: with a name to escape, a change on the way, and figures that are no numbers.

/** A split’s figures. */
const metrics = (/** @type {number} */ loss) => ({ loss, cost: loss + 0.5, accuracy: 0.25 });

/** A point’s. */
const ofBoth = (/** @type {object} */ train, /** @type {object} */ validation) => ({
  train,
  validation,
  l2: 0.1,
  penalty: 0.5,
  norm: 2.2,
  nextRate: 0.006,
});

export const someRun = /** @type {import("../core/mirror.js").Run} */ (
  /** @type {unknown} */ ({
    id: 3,
    name: 'a "good", long one',
    settings: {
      l2: 0.1,
      learningRate: 0.006,
      batchSize: 100,
      epochs: 40,
      seed: 1,
      shuffle: false,
      loss: "bce",
      flip: 0.5,
    },
    data: { name: "CIFAR-10", fingerprint: "abc", splits: {} },
    status: "diverged",
    changes: [{ step: 50, epoch: 0.5, from: { learningRate: 0.001 }, to: { learningRate: 0.006 } }],
    history: [
      { ...ofBoth(metrics(2.5), metrics(2.5)), epoch: 0, learningRate: 0, step: 0 },
      { ...ofBoth(metrics(NaN), metrics(Infinity)), epoch: 1, learningRate: 0.006, step: 100 },
    ],
    test: metrics(2),
  })
);
