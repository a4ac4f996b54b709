/**
 * The report's conclusions, each with the settings of a run that shows it.
 * @module
 */

import { noOptions } from "../core/options.js";
import { bestSettings } from "../core/settings.js";
import { t } from "../texts/texts.js";

/** @import {Settings} from "../core/protocol.js" */

/**
 * @typedef {object} Conclusion
 * @property {string} title
 * @property {string} text
 * @property {string} button what it trains
 * @property {Omit<Settings, "seed">} settings
 * @property {"gap" | "stack" | null} drawn what shows it best in the charts
 * @property {[name: string, mean: number, least: number, most: number][]} [measured] test accuracies of three seeds
 */

const common = { ...noOptions, batchSize: 100, epochs: 40, shuffle: false };

/** @type {Conclusion[]} */
export const conclusions = [
  {
    get title() {
      return t("Bias and variance");
    },
    get text() {
      return t(
        "The gap between train and validation cost is variance: the network memorizes its training images. Without a penalty the gap grows from epoch to epoch. What both lines share, a cost far above zero, is bias: one layer cannot do better.",
      );
    },
    get button() {
      return t("Train with λ = 0");
    },
    settings: { ...common, l2: 0, learningRate: 0.001 },
    drawn: "gap",
  },
  {
    get title() {
      return t("The penalty λ");
    },
    get text() {
      return t(
        "λ Σ W² pulls the weights towards zero. The pictures become smooth, ‖W‖ falls, and the gap closes. A little (0.1) costs nothing; with 1 the two lines meet, but higher: variance is traded for bias.",
      );
    },
    get button() {
      return t("Train with λ = 1");
    },
    settings: { ...common, l2: 1, learningRate: 0.001 },
    drawn: "stack",
  },
  {
    get title() {
      return t("The learning rate η");
    },
    get text() {
      return t(
        "η is the length of a step. With 0.001 the cost falls smoothly and levels off. With a tenth of it the cost still falls at the last epoch: training has not converged yet.",
      );
    },
    get button() {
      return t("Train with η = 0.0001");
    },
    settings: { ...common, l2: 0, learningRate: 0.0001 },
    drawn: null,
  },
  {
    get title() {
      return t("Oscillation");
    },
    get text() {
      return t(
        "With η = 0.1 a step overshoots the minimum and lands on the other slope. The cost jumps from epoch to epoch, the weights grow, and the end depends on chance: no two seeds agree.",
      );
    },
    get button() {
      return t("Train with η = 0.1");
    },
    settings: { ...common, l2: 0, learningRate: 0.1 },
    drawn: null,
  },
  {
    get title() {
      return t("Best one layer");
    },
    get text() {
      return t(
        "What one layer can do with all that the course teaches: the five shards, mirrored and smoothed images, a rate that falls to 0. On 5,000 validation images no change of a single setting improves the accuracy by more than its error of 0.7 points. Measured on the test split once for each of three seeds: mean, minimum and maximum. Three such runs as an ensemble are no better: what one layer lacks is not certainty.",
      );
    },
    get button() {
      return t("Train the best one layer");
    },
    settings: bestSettings,
    drawn: null,
    get measured() {
      return /** @type {[string, number, number, number][]} */ ([
        [t("best one layer"), 0.428, 0.4272, 0.4293],
        [t("without flips"), 0.4217, 0.4208, 0.4222],
        [t("without smoothing"), 0.4194, 0.4188, 0.4204],
        [t("without decay of η"), 0.4168, 0.4164, 0.4174],
        [t("with one shard of five"), 0.4102, 0.4092, 0.4107],
        [t("with shifts of a pixel too"), 0.4238, 0.4237, 0.424],
        [t("an ensemble of three"), 0.4279, 0.4279, 0.4279],
        [t("the five shards alone"), 0.4038, 0.4021, 0.4056],
        [t("the report’s setting C"), 0.3912, 0.3906, 0.3924],
      ]);
    },
  },
];
