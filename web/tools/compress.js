// Brotli and gzip forms of files, at the highest quality. That takes many seconds for a wasm binary, so results are
// kept in a cache folder by the content they come from.

import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

/** @typedef {import("./dist.js").SiteFile} SiteFile */

const COMPRESSIBLE = /\.(html|css|js|json|svg|wasm|txt|ttf|otf|webmanifest)$/;

/** Below this a compressed form saves no packet. */
const SMALLEST = 512;

/** @type {Record<string, (bytes: Buffer) => Promise<Buffer>>} */
const ENCODERS = {
  br: (bytes) =>
    promisify(zlib.brotliCompress)(bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
        [zlib.constants.BROTLI_PARAM_LGBLOCK]: 19, // for the trainer 3 kB less than what the encoder chooses
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(zlib.gzip)(bytes, { level: 9 }),
};

/**
 * The compressed forms of those files that shrink: name.br and name.gz.
 * @param {SiteFile[]} files
 * @param {string} cache  folder that keeps results between builds
 * @returns {Promise<SiteFile[]>}
 */
export async function compressFiles(files, cache) {
  const worthwhile = files.filter((file) => COMPRESSIBLE.test(file.name) && file.bytes.length >= SMALLEST);
  const jobs = worthwhile.flatMap((file) =>
    Object.keys(ENCODERS).map(async (form) => ({
      name: `${file.name}.${form}`,
      bytes: await encoded(file.bytes, form, cache),
      of: file,
    })),
  );
  const forms = await Promise.all(jobs);
  return forms.filter(({ bytes, of }) => bytes.length < of.bytes.length).map(({ name, bytes }) => ({ name, bytes }));
}

/**
 * @param {Buffer} bytes
 * @param {string} form  a key of ENCODERS
 * @param {string} cache
 */
async function encoded(bytes, form, cache) {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const kept = path.join(cache, `${digest}.${form}`);
  const found = await readFile(kept).catch(() => null);
  if (found) return found;

  const result = await ENCODERS[form](bytes);
  await mkdir(cache, { recursive: true });
  await writeFile(`${kept}.${process.pid}`, result);
  await rename(`${kept}.${process.pid}`, kept);
  return result;
}
