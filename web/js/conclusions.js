/**
 * What the report concludes, each with the settings of a run that shows it.
 * @module
 */

import { t } from "./texts/texts.js";

/** @import {Settings} from "./protocol.js" */

/**
 * @typedef {object} Conclusion
 * @property {string} title
 * @property {string} text
 * @property {string} button what it trains
 * @property {Omit<Settings, "seed">} settings
 * @property {"gap" | "stack" | null} drawn what shows it best in the charts
 */

const common = { batchSize: 100, epochs: 40, shuffle: false };

/** @type {Conclusion[]} */
export const conclusions = [
  {
    title: t("Bias and variance"),
    text: t("The gap between train and validation cost is variance: the network learns its training images by heart. Without a penalty the gap grows from epoch to epoch. What both lines have in common, a cost far above zero, is bias: one layer cannot do better."),
    button: t("Train with λ = 0"),
    settings: { ...common, l2: 0, learningRate: 0.001 },
    drawn: "gap",
  },
  {
    title: t("The penalty λ"),
    text: t("λ Σ W² draws the weights to zero. The pictures turn smooth, ‖W‖ falls, and the gap closes. A little (0.1) costs nothing; with 1 the two lines meet, but higher: variance was traded for bias."),
    button: t("Train with λ = 1"),
    settings: { ...common, l2: 1, learningRate: 0.001 },
    drawn: "stack",
  },
  {
    title: t("The learning rate η"),
    text: t("η is the length of a step. With 0.001 the cost falls smoothly and levels off. Ten times shorter, it still falls at the last epoch: the same road, not walked to its end."),
    button: t("Train with η = 0.0001"),
    settings: { ...common, l2: 0, learningRate: 0.0001 },
    drawn: null,
  },
  {
    title: t("Oscillation"),
    text: t("With η = 0.1 a step leaps over the valley and lands on the other slope. The cost jumps from epoch to epoch, the weights grow, and where it ends is chance: no two seeds agree."),
    button: t("Train with η = 0.1"),
    settings: { ...common, l2: 0, learningRate: 0.1 },
    drawn: null,
  },
];
