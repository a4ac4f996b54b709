// Written by web/tools/constants from the engine: change it there, then run go generate ./web/tools/constants.

/** What the page and its programs must agree on. */
export const protocolVersion = 1;

/** Numbers of a point of a history, in a message. */
export const pointSize = 13;

/** Pixels of an image in a row, and in a column. */
export const side = 32;

/** Numbers of a channel. */
export const plane = 1024;

/** Numbers of an image: its red, green and blue planes, row by row. */
export const dim = 3072;

/** Bytes of a record of the binary version: a label, then the image. */
export const recordSize = 3073;

/** The ten classes of CIFAR-10, in the labels’ order. */
export const classNames = [
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck"
];

/** The most classes that data can have. */
export const mostClasses = 20;

/** Bins of equal width that probabilities are counted in. */
export const probabilityBins = 20;

/** What the hyperparameters may be; the learning rate must be above its least. */
export const limits = {
  "batchSize": {
    "least": 1,
    "most": 10000
  },
  "decayEvery": {
    "least": 0,
    "most": 10000
  },
  "decayFactor": {
    "least": 0,
    "most": 1
  },
  "earlyStopping": {
    "least": 0,
    "most": 10000
  },
  "epochs": {
    "least": 1,
    "most": 10000
  },
  "flip": {
    "least": 0,
    "most": 1
  },
  "l2": {
    "least": 0,
    "most": 1000
  },
  "learningRate": {
    "least": 0,
    "most": 1000
  },
  "momentum": {
    "least": 0,
    "most": 0.999
  },
  "seed": {
    "least": 0,
    "most": 9007199254740991
  },
  "shift": {
    "least": 0,
    "most": 8
  },
  "smoothing": {
    "least": 0,
    "most": 8
  },
  "trainingImages": {
    "least": 0,
    "most": 1000000
  }
};

/** The hyperparameters of a page that nobody has touched. */
export const defaults = {
  "batchSize": 100,
  "decayEvery": 10,
  "decayFactor": 0.1,
  "epochs": 40,
  "l2": 0.1,
  "learningRate": 0.001,
  "momentum": 0.9,
  "seed": 1
};

/** The report’s four settings, and the test accuracy that it published for each. */
export const presets = [
  {
    "name": "A",
    "l2": 0,
    "learningRate": 0.1,
    "published": 0.2729
  },
  {
    "name": "B",
    "l2": 0,
    "learningRate": 0.001,
    "published": 0.39
  },
  {
    "name": "C",
    "l2": 0.1,
    "learningRate": 0.001,
    "published": 0.3904
  },
  {
    "name": "D",
    "l2": 1,
    "learningRate": 0.001,
    "published": 0.3758
  }
];

/** The fingerprint of the report’s data: data_batch_1 to train on, data_batch_2 to validate, test_batch to test. */
export const reportData = "f3dfeaaac07b";

/** The settings by which one layer does best; what is not here is as in the report. */
export const best = {
  "batchSize": 100,
  "epochs": 60,
  "flip": 0.5,
  "heldOut": 1000,
  "l2": 0.001,
  "learningRate": 0.003,
  "schedule": "linear",
  "smoothing": 3
};
