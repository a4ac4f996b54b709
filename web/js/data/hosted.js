/**
 * CIFAR-10 on the site itself: `./build.sh data` puts it there, in chunks named
 * by their content, and names their manifest in index.html.
 * @module
 */

import { recordSize } from "../core/constants.js";
import { t } from "../texts/texts.js";

/** @import {Uses} from "../core/loader_client.js" */
/** @import {LoadProgressed, ShardPiece} from "../core/protocol.js" */

/** @typedef {{file: string, images: number}} Chunk records of the binary version */

/** @typedef {{name: string, title: string, fingerprint: string, chunks: Chunk[]}} HostedShard */

/** @typedef {Uses & {version: number, shards: HostedShard[]}} Manifest the first chunk of the first shard is small */

/**
 * @param {string} address
 * @returns {Promise<Manifest>}
 */
export async function fetchManifest(address) {
  return (await fetchWhole(new URL(address, document.baseURI))).json();
}

/**
 * The chunks as they come in; before them, the first alone as a shard, to train on meanwhile.
 * @param {string} address
 * @param {Manifest} manifest
 * @param {(progress: LoadProgressed) => void} [progressed]
 * @param {() => void} [begun] called when the first chunk has been taken
 * @returns {AsyncGenerator<ShardPiece, void>}
 */
export async function* hostedShards(address, manifest, progressed = () => {}, begun = () => {}) {
  const base = new URL(address, document.baseURI);
  const total = imagesOf(manifest.shards.flatMap((shard) => shard.chunks));
  const start = performance.now();
  let images = 0;
  const report = (/** @type {string} */ file, /** @type {number} */ fileIndex) =>
    progressed({
      event: "LoadProgressed",
      file,
      fileIndex,
      images,
      files: manifest.shards.length,
      bytes: images * recordSize,
      totalBytes: total * recordSize,
      secondsLeft: images > 0 ? ((performance.now() - start) / 1000 / images) * (total - images) : 0,
    });
  for (const [i, { name, title, fingerprint, chunks }] of manifest.shards.entries()) {
    const whole = imagesOf(chunks);
    for (const chunk of chunks) {
      const records = new Uint8Array(await (await fetchWhole(new URL(chunk.file, base))).arrayBuffer());
      const first = images === 0;
      images += chunk.images;
      report(name, i);
      if (first && total > images) {
        yield { name, title, fingerprint: "", images: chunk.images, records: records.slice(), provisional: true };
        begun();
      }
      yield { name, title, fingerprint, images: whole, records };
    }
  }
}

/** @param {Chunk[]} chunks */
const imagesOf = (chunks) => chunks.reduce((images, chunk) => images + chunk.images, 0);

/** @param {URL} url */
async function fetchWhole(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(t("The site’s data could not be fetched ({status}).", { status: response.status }));
  return response;
}
