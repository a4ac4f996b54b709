/**
 * How much memory images may take on this device.
 * @module
 */

const assumedMemory = 4; // GB, where the browser doesn't say
const share = 1 / 8; // of the memory: a tab gets a part, and the images are not all it holds
const most = 1.5e9; // bytes: a wasm memory ends at 4 GB

/**
 * Bytes of images in addition to the loaded ones. `?memory=` in the address stands for
 * another device's memory in GB.
 * @param {number} loaded bytes of images that stay
 */
export function roomForImages(loaded) {
  const asked = Number(new URLSearchParams(location.search).get("memory"));
  const { deviceMemory = assumedMemory } = /** @type {{deviceMemory?: number}} */ (navigator);
  const budget = Math.min(most, (asked || deviceMemory) * 1e9 * share);
  return Math.max(1, Math.floor(budget - loaded));
}
