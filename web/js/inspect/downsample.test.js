import assert from "node:assert/strict";
import { test } from "node:test";

import { middle, moved, resized } from "./crop.js";
import { downsample } from "./downsample.js";

/**
 * @param {number} width
 * @param {number} height
 * @param {(x: number, y: number) => number[]} colour red, green, blue and opacity
 */
function picture(width, height, colour) {
  const data = Array.from({ length: width * height }, (_, at) => colour(at % width, Math.floor(at / width))).flat();
  return { width, height, data };
}

test("each pixel is the mean of the area it covers", () => {
  const checks = picture(64, 64, (x, y) => [((x + y) % 2) * 200, x < 32 ? 0 : 255, y, 255]);
  const pixels = downsample(checks, middle(checks));
  assert.equal(pixels[0], 100, "two light and two dark ones");
  assert.equal(pixels[1024 + 15], 0);
  assert.equal(pixels[1024 + 16], 255, "an edge stays sharp where it falls between pixels");
  assert.equal(pixels[2048 + 31 * 32], 63, "62.5, the mean of rows 62 and 63");
});

test("parts of pixels count by their share", () => {
  const ramp = picture(48, 48, (x) => [5 * x, 0, 0, 255]);
  const pixels = downsample(ramp, middle(ramp));
  assert.equal(pixels[0], Math.round((0 * 1 + 5 * 0.5) / 1.5));
  assert.equal(pixels[1], Math.round((5 * 0.5 + 10 * 1) / 1.5));
});

test("a crop takes its own square, a small one repeats pixels, transparency is white", () => {
  const quarters = picture(40, 20, (x, y) => (x < 20 ? [10, 20, 30, 255] : y < 10 ? [90, 90, 90, 255] : [0, 0, 0, 0]));
  assert.deepEqual(new Set(downsample(quarters, { x: 0, y: 0, size: 20 })), new Set([10, 20, 30]));
  const right = downsample(quarters, { x: 20, y: 0, size: 20 });
  assert.deepEqual([right[0], right[1023]], [90, 255]);
});

test("32×32 pixels stay as they are", () => {
  const noise = picture(32, 32, (x, y) => [(x * 7 + y * 31) % 256, (x * 13) % 256, (y * 17) % 256, 255]);
  const pixels = downsample(noise, middle(noise));
  for (let at = 0; at < 1024; at++) assert.deepEqual([pixels[at], pixels[1024 + at]], [noise.data[4 * at], noise.data[4 * at + 1]]);
});

test("a square stays in its picture", () => {
  const wide = { width: 300, height: 200 };
  const crop = middle(wide);
  assert.deepEqual(crop, { x: 50, y: 0, size: 200 });
  assert.deepEqual(moved(crop, 80, 10, wide), { x: 100, y: 0, size: 200 });
  assert.deepEqual(resized(crop, 100, wide), { x: 100, y: 50, size: 100 });
  assert.deepEqual(resized(crop, 100, wide, { x: 0, y: 1 }), { x: 50, y: 100, size: 100 });
  assert.deepEqual(resized({ x: 0, y: 0, size: 100 }, 1000, wide), { x: 0, y: 0, size: 200 }, "no larger than the picture");
  assert.equal(resized(crop, 1, wide).size, 8);
});
