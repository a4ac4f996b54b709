/**
 * The caption of an exported picture, which identifies its run.
 * @module
 */

import * as formats from "../core/formats.js";
import { placeWords, presetWords } from "../core/record.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { escape } from "./markup.js";

/** @import {Run} from "../core/mirror.js" */

const lineHeight = 20;
const fontSize = 13;

/**
 * A run with its settings: “Run 3, C, changed: λ 0.1, η 0.006, epoch 12, CIFAR-10”.
 * @param {Run} run
 */
export function captionOf(run) {
  const { l2, learningRate } = run.settings;
  const parts = [
    `λ ${formats.setting(l2)}`,
    `η ${formats.setting(learningRate)}`,
    placeWords(run),
    told(run.data?.name ?? ""),
  ];
  const preset = presetWords(run);
  const setting = preset ? `, ${t("setting {name}", { name: preset })}` : "";
  return `${told(run.name)}${setting}: ${parts.filter(Boolean).join(", ")}`;
}

/**
 * A picture with lines of text below it.
 * @param {{svg: string, width: number, height: number}} picture
 * @param {string[]} lines
 * @param {{ground: string, ink: string, fontFamily: string}} theme
 */
export function withCaption({ svg, width, height }, lines, theme) {
  const below = lines.length * lineHeight + 8;
  const texts = lines.map(
    (line, i) =>
      `<text x="8" y="${height + (i + 0.75) * lineHeight}" font-family="${escape(theme.fontFamily)}" font-size="${fontSize}" fill="${theme.ink}">${escape(line)}</text>`,
  );
  const ground = `<rect x="0" y="${height}" width="${width}" height="${below}" fill="${theme.ground}"/>`;
  const taller = svg
    .replace(/(<svg[^>]* height=")[\d.]+/, `$1${height + below}`)
    .replace(/(<svg[^>]* viewBox="[\d.]+ [\d.]+ [\d.]+ )[\d.]+/, `$1${height + below}`)
    .replace(/<\/svg>\s*$/, `${ground}${texts.join("")}</svg>\n`);
  return { svg: taller, width, height: height + below };
}
